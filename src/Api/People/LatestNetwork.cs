using InfluencerMap.Storage;

namespace InfluencerMap.Api.People;

/// <summary>Keeps the network last asked about: a run lasts a day, and people are asked about one by one.</summary>
public sealed class LatestNetwork
{
    private volatile RunNetwork? _kept;

    public async Task<RunNetwork> OfAsync(Run run, Store store, CancellationToken cancellation)
    {
        if (_kept is not { } network || network.Run.Id != run.Id)
            _kept = network = await RunNetwork.ReadAsync(store, run, cancellation);
        return network;
    }
}

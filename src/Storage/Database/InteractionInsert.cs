using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>
/// Takes the rows of one append. A row that is there already stays as it is; of equal keys the first counts.
/// </summary>
internal abstract class InteractionInsert : IAsyncDisposable
{
    public abstract ValueTask AddAsync(in Interaction<AccountId> interaction);

    /// <returns>How many rows were new.</returns>
    public abstract Task<long> EndAsync();

    public abstract ValueTask DisposeAsync();
}

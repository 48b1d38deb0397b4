using InfluencerMap.Engine;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>
/// Keeps runs as they may be shown, until another is published or somebody speaks: the latest, and a few older ones
/// that were read from the store last.
/// </summary>
public sealed class LatestRun(OpenedStore opened, SmallGroups policy, TimeProvider clock, ILogger<LatestRun> logger)
    : IDisposable
{
    private const int OlderMax = 4;

    private readonly SemaphoreSlim _reading = new(1);
    private readonly List<ShownRun> _older = [];
    private volatile ShownRun? _kept;

    /// <summary>Null before the first run.</summary>
    public async ValueTask<ShownRun?> ReadAsync(CancellationToken cancellation)
    {
        var store = await opened.ReadAsync(cancellation);
        var state = await store.Rankings.ShownStateAsync(cancellation);
        if (_kept is { } kept && kept.State == state)
            return kept;
        await _reading.WaitAsync(cancellation);
        try
        {
            if (_kept is { } read && read.State == state)
                return read;
            return await store.Rankings.LatestAsync(cancellation) is { } run
                ? _kept = await ReadAsync(store, run, state, cancellation)
                : null;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The run of this id; null where there is none.</summary>
    public async ValueTask<ShownRun?> ReadAsync(string runId, CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is not { } latest)
            return null;
        if (latest.Run.Id == runId)
            return latest;
        var store = await opened.ReadAsync(cancellation);
        await _reading.WaitAsync(cancellation);
        try
        {
            _older.RemoveAll(older => older.State != latest.State);
            if (_older.Find(older => older.Run.Id == runId) is { } kept)
                return kept;
            if (await store.Rankings.FindAsync(runId, cancellation) is not { } run)
                return null;
            var shown = await ReadAsync(store, run, latest.State, cancellation);
            _older.Add(shown);
            if (_older.Count > OlderMax)
                _older.RemoveAt(0);
            return shown;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<ShownRun> ReadAsync(
        Store store, Run run, ShownState state, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var ranked = await RankedRun.ReadAsync(store, run, cancellation);
        var hidden = await store.Rankings.HiddenPlacesAsync(cancellation);
        var provisional = await Provisional.OfAsync(store, run, cancellation);
        Log.RunShown(logger, run.Id, ranked.People.Count, (long)clock.GetElapsedTime(began).TotalMilliseconds);
        return new(store, ranked, hidden, state, policy, provisional);
    }
}

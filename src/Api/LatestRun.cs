using System.Collections.Concurrent;
using InfluencerMap.Api.Groups;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>Keeps the latest run as it may be shown, until another is published or somebody speaks.</summary>
public sealed class LatestRun(OpenedStore opened, SmallGroups policy, TimeProvider clock, ILogger<LatestRun> logger)
    : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
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
            var began = clock.GetTimestamp();
            if (await store.Rankings.LatestAsync(cancellation) is not { } run)
                return null;
            var ranked = await RankedRun.ReadAsync(store, run, cancellation);
            Log.RunShown(
                logger, run.Id, ranked.People.Count, (long)clock.GetElapsedTime(began).TotalMilliseconds);
            return _kept = new(store, ranked, state, policy);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();
}

/// <summary>The latest run; its graph is read when a person, cohort or scenario is asked about.</summary>
public sealed class ShownRun(Store store, RankedRun ranked, ShownState state, SmallGroups policy)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<int, WeekOfEvents[]> _events = [];
    private readonly Lazy<PeopleGroups> _byInfluence = new(() => PeopleGroups.ByInfluence(ranked, policy));
    private Task<RunNetwork>? _network;

    public ShownState State => state;

    public Run Run => ranked.Run;

    public RankedRun Ranked => ranked;

    public SmallGroups Policy => policy;

    /// <summary>Which groups may be named and asked for.</summary>
    public PeopleGroups Groups { get; } = PeopleGroups.ByHeadcount(ranked, policy);

    /// <summary>Which groups' influence may be shown.</summary>
    public PeopleGroups GroupsByInfluence => _byInfluence.Value;

    /// <summary>
    /// Whether few people are ranked from what was seen of them. Who is named by colleagues was named on purpose: a run
    /// of nominations needs no reason.
    /// </summary>
    public bool IsSmallCompany => CompanySize.IsSmall(ranked);

    /// <summary>How much groups are heard, as the night drew it: told after the run is published.</summary>
    public Task<VoiceInterval[]> VoicesAsync(CancellationToken cancellation) =>
        store.Rankings.VoicesAsync(ranked.Run.Id, cancellation);

    /// <summary>A person's own events are counted once a run: that reads every row.</summary>
    public async Task<WeekOfEvents[]> EventsAsync(int personId, CancellationToken cancellation) =>
        _events.TryGetValue(personId, out var counted)
            ? counted
            : _events[personId] = await store.Access.EventsAsync(personId, cancellation);

    /// <summary>Read once for all who ask; who asks after it failed reads again.</summary>
    public Task<RunNetwork> NetworkAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_network is null or { IsFaulted: true })
                _network = RunNetwork.ReadAsync(store, ranked, CancellationToken.None);
            return _network.WaitAsync(cancellation);
        }
    }
}

namespace InfluencerMap.Tenant.Protocol;

/// <summary>Which requests are to be answered badly, and how often still.</summary>
internal sealed class Troubles
{
    private readonly Lock _gate = new();
    private readonly List<Trouble> _troubles = [];
    private int _silentCount;

    /// <summary>Whether somebody waits for the rest of an answer that does not come.</summary>
    public bool IsSilent => Volatile.Read(ref _silentCount) > 0;

    public void Add(Trouble trouble)
    {
        lock (_gate)
            _troubles.Add(trouble);
    }

    public void Clear()
    {
        lock (_gate)
            _troubles.Clear();
    }

    /// <summary>Until the other side gives up.</summary>
    public async Task BeSilentAsync(CancellationToken givenUp)
    {
        Interlocked.Increment(ref _silentCount);
        await Task.Delay(Timeout.Infinite, givenUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref _silentCount);
    }

    /// <summary>The misbehaviours that strike this request; each strike counts.</summary>
    public IReadOnlyList<Trouble> Strike(string path, string query)
    {
        lock (_gate)
        {
            if (_troubles.Count == 0)
                return [];
            return [.. _troubles.Where(t => t.Concerns(path, query) && t.Strikes())];
        }
    }
}

/// <summary>One misbehaviour and whom it strikes.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="On">Part of the path that a request must hold.</param>
/// <param name="After">Requests that are spared first.</param>
/// <param name="Times">Requests that are struck then.</param>
/// <param name="RetryAfterSeconds">Wait that the answer asks for, where it asks for one.</param>
internal sealed record Trouble(Misbehaviour Kind, string On, int After, int Times, int RetryAfterSeconds)
{
    private int _seenCount;

    /// <summary>Tokens can only expire where the request brings one.</summary>
    public bool Concerns(string path, string query) =>
        path.Contains(On, StringComparison.OrdinalIgnoreCase)
        && (Kind is not (Misbehaviour.SyncStateNotFound or Misbehaviour.Gone) || query.Contains("token="));

    public bool Strikes() => _seenCount++ - After is var struck && struck >= 0 && struck < Times;
}

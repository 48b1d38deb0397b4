namespace InfluencerMap.Graph.Disclosure;

/// <summary>Places in runs of people who may not be shown: those of others close up over them.</summary>
/// <param name="ByRun">By run id, the ranks of the hidden, ascending; 0 for those without a rank.</param>
public sealed record HiddenPlaces(IReadOnlyDictionary<string, int[]> ByRun)
{
    /// <summary>The rank among those who may be shown.</summary>
    public int? Close(string runId, int? rank) =>
        rank - (ByRun.TryGetValue(runId, out var hidden) ? hidden.Count(place => place > 0 && place < rank) : 0);

    /// <summary>How many of the run's people have a rank and may be shown.</summary>
    public int CloseRankedCount(string runId, int rankedCount) =>
        rankedCount - (ByRun.TryGetValue(runId, out var hidden) ? hidden.Count(place => place > 0) : 0);
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>What is past its age under a setting: the next night deletes it.</summary>
/// <param name="Interactions">Raw events by channel; channels without any are left out.</param>
/// <param name="StoredInteractions">Raw events that the store holds.</param>
/// <param name="Runs">Runs that go whole.</param>
/// <param name="OfRuns">Rows of runs: places, ties, cohorts, the runs themselves.</param>
public sealed record PastRows(
    IReadOnlyList<(Channel Channel, long Count)> Interactions, long StoredInteractions, long Runs, long OfRuns)
{
    /// <summary>Raw events of all channels.</summary>
    public long InteractionCount => Interactions.Sum(one => one.Count);

    public bool IsEmpty => InteractionCount == 0 && OfRuns == 0;

    /// <summary>Whether more of anything goes than by another setting.</summary>
    public bool IsMoreThan(PastRows other) => InteractionCount > other.InteractionCount || OfRuns > other.OfRuns;

    internal static async Task<PastRows> CountAsync(Session session, RetentionGate gate)
    {
        var everything = new { FromMs = long.MinValue, ToMs = long.MaxValue };
        var stored = await session.FirstAsync<long>(Query.CountInteractions, everything);
        if (!gate.IsSet)
            return new([], stored, 0, 0);
        var interactions = new List<(Channel, long)>();
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var count = await session.FirstAsync<long>(
                Query.CountPastInteractions,
                new { Channel = (int)channel, BeforeMs = Instant.ToMs(gate.BeginOf(channel)) });
            if (count > 0)
                interactions.Add((channel, count));
        }
        var runs = (await session.FirstAsync<RunRows>(
            Query.CountPastOfRuns, new { BeforeMs = Instant.ToMs(gate.AggregatesBegin) }))!;
        return new(interactions, stored, runs.Runs, runs.OfRuns);
    }

    private sealed record RunRows(long Runs, long OfRuns);
}

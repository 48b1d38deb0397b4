using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>From an instant until the next tenure of the account, it is this person's, or nobody's (0).</summary>
internal readonly record struct Tenure(long FromMs, PersonId PersonId);

/// <summary>How much a stake counts where several cover an instant: the highest wins.</summary>
internal enum StakeRank : byte
{
    /// <summary>A cautious rule: the same address but for a tag or a sub-domain.</summary>
    Rule,

    /// <summary>The directory, outside the days in which it employs the person.</summary>
    DirectoryAround,

    /// <summary>A declared mapping file.</summary>
    Mapping,

    /// <summary>The directory, while it employs the person.</summary>
    Directory,

    /// <summary>An operator's merge or split.</summary>
    Decision,
}

/// <summary>A reason for somebody to own an account in <c>[FromMs, ToMs)</c>.</summary>
internal readonly record struct Stake(long FromMs, long ToMs, PersonId PersonId, StakeRank Rank);

/// <summary>Settles the stakes in one account.</summary>
internal static class Tenures
{
    /// <summary>
    /// Who owns the account at every instant: the stake of the highest rank that covers it, of equal ones the last.
    /// </summary>
    /// <returns>Ordered, the first from the beginning of time, neighbours with different owners.</returns>
    public static Tenure[] Settle(IReadOnlyList<Stake> stakes)
    {
        // Most accounts by far: nobody's, or one person's for all time.
        if (IsOnePersons(stakes))
            return [new(long.MinValue, stakes.Count == 0 ? PersonId.Nobody : stakes[0].PersonId)];
        var changes = stakes.SelectMany(stake => (long[])[stake.FromMs, stake.ToMs])
            .Where(instant => instant < long.MaxValue).Append(long.MinValue).Distinct().Order();
        var tenures = new List<Tenure>();
        foreach (var instant in changes)
        {
            var owner = OwnerAt(stakes, instant);
            if (tenures.Count == 0 || tenures[^1].PersonId != owner)
                tenures.Add(new(instant, owner));
        }
        return [.. tenures];
    }

    private static bool IsOnePersons(IReadOnlyList<Stake> stakes)
    {
        var isAlways = stakes.Count == 0;
        foreach (var stake in stakes)
        {
            if (stake.PersonId != stakes[0].PersonId)
                return false;
            isAlways |= stake is { FromMs: long.MinValue, ToMs: long.MaxValue };
        }
        return isAlways;
    }

    private static PersonId OwnerAt(IReadOnlyList<Stake> stakes, long instant)
    {
        Stake? best = null;
        foreach (var stake in stakes)
            if (stake.FromMs <= instant && instant < stake.ToMs && (best is null || stake.Rank >= best.Value.Rank))
                best = stake;
        return best?.PersonId ?? PersonId.Nobody;
    }
}

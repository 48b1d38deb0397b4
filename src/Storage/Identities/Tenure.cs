using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>From an instant until the next tenure of the account, it is this person's, or nobody's.</summary>
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
        return Joined(changes.Select(instant => new Tenure(instant, OwnerAt(stakes, instant))));
    }

    /// <summary>Neighbours with the same owner as one.</summary>
    public static Tenure[] Joined(IEnumerable<Tenure> tenures)
    {
        var joined = new List<Tenure>();
        foreach (var tenure in tenures)
            if (joined.Count == 0 || joined[^1].PersonId != tenure.PersonId)
                joined.Add(tenure);
        return [.. joined];
    }

    private static bool IsOnePersons(IReadOnlyList<Stake> stakes) =>
        stakes.All(stake => stake.PersonId == stakes[0].PersonId)
        && (stakes.Count == 0 || stakes.Any(stake => stake is { FromMs: long.MinValue, ToMs: long.MaxValue }));

    /// <summary>Sorting keeps the order of equal ranks; nobody owns what no stake covers.</summary>
    private static PersonId OwnerAt(IReadOnlyList<Stake> stakes, long instant) => stakes
        .Where(stake => stake.FromMs <= instant && instant < stake.ToMs)
        .OrderBy(stake => stake.Rank).LastOrDefault().PersonId;
}

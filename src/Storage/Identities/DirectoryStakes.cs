using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>What a directory's claims to one account mean in time.</summary>
/// <remarks>
/// A directory says what holds now. An address that it gives to one person after another passes when the first has left
/// and the next has started; whatever happened before stays the first one's.
/// </remarks>
internal static class DirectoryStakes
{
    /// <param name="claimants">The people to whom directories gave the account, each once.</param>
    /// <param name="isNobodysNow">Whether it is a shared mailbox, a room or a bot, perhaps after someone left.</param>
    public static IEnumerable<Stake> Of(IEnumerable<Person> claimants, bool isNobodysNow)
    {
        var ordered = claimants.OrderBy(LeaveMs).ThenBy(StartMs).ThenBy(person => person.Id).ToArray();
        var from = long.MinValue;
        for (var i = 0; i < ordered.Length; i++)
        {
            var (person, isLast) = (ordered[i], i == ordered.Length - 1);
            var handover = isLast
                ? isNobodysNow ? LeaveMs(person) : long.MaxValue
                : Math.Max(LeaveMs(person), StartMs(ordered[i + 1]));
            var to = Math.Max(from, handover);
            yield return new(from, to, person.Id, StakeRank.DirectoryAround);
            yield return new(
                Math.Max(from, StartMs(person)), Math.Min(to, LeaveMs(person)), person.Id, StakeRank.Directory);
            from = to;
        }
        if (isNobodysNow)
            yield return new(from, long.MaxValue, PersonId.Nobody, StakeRank.Directory);
    }

    /// <summary>Whether somebody has a last day; a return is written as the last day of all.</summary>
    public static bool Leaves(Person person) => LeaveMs(person) < long.MaxValue;

    private static long StartMs(Person person) => person.Start is { } day ? Instant.OfDay(day) : long.MinValue;

    private static long LeaveMs(Person person) =>
        person.Leave is { } day && day < DateOnly.MaxValue ? Instant.OfDay(day) : long.MaxValue;
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>
/// The one order in which interactions are cleaned and weighed: by pair of people, UTC day, source, channel, time.
/// Sums over it have the same bits for any order of the input.
/// </summary>
internal static class PairOrder
{
    /// <summary>Beyond every pair of nodes.</summary>
    public const ulong NoPair = ulong.MaxValue;

    /// <summary>Sorts in place; those between anybody who is not in the index come last.</summary>
    public static void Sort(Span<Interaction<PersonId>> interactions, PersonIndex people)
    {
        var pairs = new ulong[interactions.Length];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = PairOf(interactions[i], people);
        pairs.AsSpan().Sort(interactions);
        for (int start = 0, end; start < pairs.Length; start = end)
        {
            end = start + 1;
            while (end < pairs.Length && pairs[end] == pairs[start])
                end++;
            interactions[start..end].Sort(static (a, b) => Compare(a, b));
        }
    }

    public static bool IsInOrder(ReadOnlySpan<Interaction<PersonId>> interactions, PersonIndex people)
    {
        ulong before = 0;
        for (var i = 0; i < interactions.Length; i++)
        {
            // Most are of the pair just seen: only others are looked up.
            if (i > 0 && IsSamePair(interactions[i - 1], interactions[i]))
            {
                if (Compare(interactions[i - 1], interactions[i]) > 0)
                    return false;
                continue;
            }
            var pair = PairOf(interactions[i], people);
            if (pair < before)
                return false;
            before = pair;
        }
        return true;
    }

    /// <summary>The unordered pair of nodes: the smaller node in the upper half.</summary>
    /// <returns><see cref="NoPair"/> where somebody is not in the index.</returns>
    public static ulong PairOf(in Interaction<PersonId> interaction, PersonIndex people) =>
        people.NodeOf(interaction.Source) is { } source && people.NodeOf(interaction.Target) is { } target
            ? (ulong)Math.Min(source, target) << 32 | (uint)Math.Max(source, target)
            : NoPair;

    /// <summary>The first interaction that names somebody who is not in the index; −1 where none does.</summary>
    public static int IndexOfNoPair(ReadOnlySpan<Interaction<PersonId>> interactions, PersonIndex people)
    {
        for (var i = 0; i < interactions.Length; i++)
            if (PairOf(interactions[i], people) == NoPair)
                return i;
        return -1;
    }

    /// <summary>Where the run of one pair that begins at <paramref name="start"/> ends.</summary>
    public static int EndOf(ReadOnlySpan<Interaction<PersonId>> interactions, int start)
    {
        var end = start + 1;
        while (end < interactions.Length && IsSamePair(interactions[start], interactions[end]))
            end++;
        return end;
    }

    public static long DayOf(in Interaction<PersonId> interaction) => interaction.At.Ticks / TimeSpan.TicksPerDay;

    public static bool IsSameDayAndChannel(in Interaction<PersonId> a, in Interaction<PersonId> b) =>
        a.Source == b.Source && a.Target == b.Target && a.Channel == b.Channel && DayOf(a) == DayOf(b);

    public static bool IsSamePair(in Interaction<PersonId> a, in Interaction<PersonId> b) =>
        (a.Source == b.Source && a.Target == b.Target) || (a.Source == b.Target && a.Target == b.Source);

    /// <summary>
    /// Order within one pair. Of two copies of one event the more direct role comes first, then the known length.
    /// </summary>
    private static int Compare(in Interaction<PersonId> a, in Interaction<PersonId> b)
    {
        var order = DayOf(a).CompareTo(DayOf(b));
        if (order == 0)
            order = a.Source.CompareTo(b.Source);
        if (order == 0)
            order = a.Channel.CompareTo(b.Channel);
        if (order == 0)
            order = a.At.CompareTo(b.At);
        if (order == 0)
            order = a.EventId.CompareTo(b.EventId);
        if (order == 0)
            order = a.Role.CompareTo(b.Role);
        if (order == 0)
            order = a.AudienceSize.CompareTo(b.AudienceSize);
        if (order == 0)
            order = b.Minutes.CompareTo(a.Minutes);
        return order == 0 ? a.Part.CompareTo(b.Part) : order;
    }
}

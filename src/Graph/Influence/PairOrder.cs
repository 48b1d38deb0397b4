namespace InfluencerMap.Graph.Influence;

/// <summary>
/// The one order in which interactions are cleaned and weighed: by pair of people, UTC day, source, channel, time.
/// Sums over it have the same bits for any order of the input.
/// </summary>
internal static class PairOrder
{
    /// <summary>Sorts in place, and gives the pairs beside.</summary>
    public static ulong[] Sort(Span<Interaction> interactions, PersonIndex people)
    {
        var pairs = PairsOf(interactions, people);
        pairs.AsSpan().Sort(interactions);
        for (int start = 0, end; start < pairs.Length; start = end)
        {
            end = EndOf(pairs, start);
            interactions[start..end].Sort(static (a, b) => Compare(a, b));
        }
        return pairs;
    }

    /// <summary>The unordered pair of nodes of each interaction: the smaller node in the upper half.</summary>
    /// <exception cref="ArgumentException">Someone is not in the index.</exception>
    public static ulong[] PairsOf(ReadOnlySpan<Interaction> interactions, PersonIndex people)
    {
        var pairs = new ulong[interactions.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            var source = people.NodeOf(interactions[i].Source);
            var target = people.NodeOf(interactions[i].Target);
            if (source < 0 || target < 0)
                Throw.PersonNotInIndex(i);
            pairs[i] = (ulong)Math.Min(source, target) << 32 | (uint)Math.Max(source, target);
        }
        return pairs;
    }

    public static bool IsInOrder(ReadOnlySpan<Interaction> interactions, ReadOnlySpan<ulong> pairs)
    {
        for (var i = 1; i < pairs.Length; i++)
            if (pairs[i - 1] > pairs[i]
                || (pairs[i - 1] == pairs[i] && Compare(interactions[i - 1], interactions[i]) > 0))
                return false;
        return true;
    }

    /// <summary>Where the run of equal pairs that begins at <paramref name="start"/> ends.</summary>
    public static int EndOf(ReadOnlySpan<ulong> pairs, int start)
    {
        var end = start + 1;
        while (end < pairs.Length && pairs[end] == pairs[start])
            end++;
        return end;
    }

    public static long DayOf(in Interaction interaction) => interaction.At.Ticks / TimeSpan.TicksPerDay;

    public static bool IsSameDayAndChannel(in Interaction a, in Interaction b) =>
        a.Source == b.Source && a.Target == b.Target && a.Channel == b.Channel && DayOf(a) == DayOf(b);

    public static bool IsSamePair(in Interaction a, in Interaction b) =>
        (a.Source == b.Source && a.Target == b.Target) || (a.Source == b.Target && a.Target == b.Source);

    /// <summary>
    /// Order within one pair. Of two copies of one event the more direct role comes first, then the known length.
    /// </summary>
    private static int Compare(in Interaction a, in Interaction b)
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

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Searches numbers of people by kind that hold to all bounds, each at least what is chosen already.</summary>
/// <remarks>
/// Bounds of one or two traits: a flow decides at once (<see cref="SeatFlow"/>). Of three or more the question is hard
/// in theory: searched depth first, one more of a kind or none more, with bounds drawn tighter at every step and every
/// branch cut that the flow of some two traits shows to be empty.
/// </remarks>
internal sealed class SeatSearch(KindBounds bounds, int stepsMax)
{
    private static readonly TraitBounds NoTrait = new([], [], [0], [int.MaxValue]);

    /// <summary>Steps taken so far.</summary>
    public int StepCount { get; private set; }

    /// <summary>False where the search ended at its limit.</summary>
    public bool IsDecided => StepCount <= stepsMax;

    /// <summary>The numbers; null where there are none, or where the search ended at its limit.</summary>
    public int[]? Find(int[] chosen) => Search([.. chosen], [.. bounds.Available]);

    private int[]? Search(int[] low, int[] high)
    {
        while (true)
        {
            if (++StepCount > stepsMax || !Tighten(low, high))
                return null;
            if (ByFlows(low, high, out var isEmpty) is { } found)
                return found;
            if (isEmpty)
                return null;
            if (HungriestGroup(low, high) is not { } group)
                return low;
            var kind = MostUseful(group, low, high);
            var more = (int[])low.Clone();
            more[kind]++;
            if (Search(more, (int[])high.Clone()) is { } deeper)
                return deeper;
            if (!IsDecided)
                return null;
            high[kind] = low[kind];
        }
    }

    /// <summary>
    /// A solution where the flow of some two traits happens to hold to all bounds; empty where two traits have none.
    /// </summary>
    private int[]? ByFlows(int[] low, int[] high, out bool isEmpty)
    {
        isEmpty = false;
        var traits = bounds.Traits;
        for (var one = 0; one < Math.Max(1, traits.Length); one++)
            for (var other = one + 1; other < Math.Max(2, traits.Length); other++)
            {
                var numbers = SeatFlow.Find(
                    low, high, At(one), At(other), bounds.Min[bounds.Everybody], bounds.Max[bounds.Everybody]);
                isEmpty = numbers is null;
                if (isEmpty)
                    return null;
                if (bounds.Holds(bounds.CountsOf(numbers!)))
                    return numbers;
            }
        return null;

        TraitBounds At(int trait) => trait < traits.Length
            ? traits[trait]
            : NoTrait with { GroupOfKind = new int[low.Length] };
    }

    /// <summary>Draws the bounds of kinds tighter by those of groups; false where they exclude each other.</summary>
    private bool Tighten(int[] low, int[] high)
    {
        if (KindBounds.IsAnyAbove(low, high))
            return false;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var group = 0; group < bounds.Min.Length; group++)
            {
                var (sumLow, sumHigh) = Sums(group, low, high);
                if (sumLow > bounds.Max[group] || sumHigh < bounds.Min[group])
                    return false;
                if (sumHigh <= bounds.Max[group] && sumLow >= bounds.Min[group])
                    continue;
                foreach (var kind in bounds.KindsOfGroup[group])
                {
                    var newHigh = (int)Math.Min(high[kind], (long)bounds.Max[group] - (sumLow - low[kind]));
                    var newLow = (int)Math.Max(low[kind], bounds.Min[group] - (sumHigh - high[kind]));
                    changed |= newHigh < high[kind] || newLow > low[kind];
                    if (newLow > newHigh)
                        return false;
                    sumHigh += newHigh - high[kind];
                    sumLow += newLow - low[kind];
                    (low[kind], high[kind]) = (newLow, newHigh);
                }
            }
        }
        return true;
    }

    /// <summary>The group that still lacks people and has least to choose from; null when none lacks any.</summary>
    private int? HungriestGroup(int[] low, int[] high) => Enumerable.Range(0, bounds.Min.Length)
        .Where(group => Sums(group, low, high).Low < bounds.Min[group])
        .Select(group => (int?)group)
        .MinBy(group => Sums(group!.Value, low, high).High - bounds.Min[group.Value]);

    /// <summary>The kind of the group that feeds most hungry groups and fills fewest bounded ones.</summary>
    private int MostUseful(int group, int[] low, int[] high)
    {
        var lacking = new bool[bounds.Min.Length];
        for (var other = 0; other < lacking.Length; other++)
            lacking[other] = Sums(other, low, high).Low < bounds.Min[other];
        return bounds.KindsOfGroup[group]
            .Where(kind => low[kind] < high[kind])
            .OrderByDescending(kind => bounds.GroupsOfKind[kind].Count(g => lacking[g]))
            .ThenBy(kind => bounds.GroupsOfKind[kind].Count(g => bounds.Max[g] < int.MaxValue))
            .ThenByDescending(kind => high[kind] - low[kind])
            .First();
    }

    private (long Low, long High) Sums(int group, int[] low, int[] high)
    {
        var (sumLow, sumHigh) = (0L, 0L);
        foreach (var kind in bounds.KindsOfGroup[group])
        {
            sumLow += low[kind];
            sumHigh += high[kind];
        }
        return (sumLow, sumHigh);
    }
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>The constraints by kind of people: who is in the same bounded groups is of one kind.</summary>
/// <remarks>Bounds of several quotas on one group are one pair of bounds here; the last group is everybody.</remarks>
internal sealed class KindBounds
{
    private readonly int[] _min;
    private readonly int[] _max;

    public KindBounds(CohortConstraints constraints, AskedConstraints asked)
    {
        var named = asked.Groups.Index()
            .Where(group => group.Item is not { Min: 0, Max: int.MaxValue })
            .GroupBy(group => group.Item.Name)
            .ToArray();
        _min = [.. named.Select(same => same.Max(group => group.Item.Min)), asked.Size ?? 0];
        _max = [.. named.Select(same => same.Min(group => group.Item.Max)), asked.Size ?? int.MaxValue];
        Everybody = named.Length;
        var mergedOf = named.Index().SelectMany(same => same.Item.Select(group => (group.Index, Merged: same.Index)))
            .ToDictionary(group => group.Index, group => group.Merged);
        var kinds = Node.Each(constraints.NodeCount)
            .Select(node => (Node: node, Groups: constraints.GroupsOf(node)
                .Where(mergedOf.ContainsKey).Select(group => mergedOf[group]).Distinct().Order().ToArray()))
            .GroupBy(person => string.Join(' ', person.Groups))
            .ToArray();
        GroupsOfKind = [.. kinds.Select(kind => (int[])[.. kind.First().Groups, Everybody])];
        Available = [.. kinds.Select(kind => kind.Count(person => !asked.IsExcluded[person.Node]))];
        KindOfNode = new int[constraints.NodeCount];
        foreach (var (kind, people) in kinds.Index())
            foreach (var person in people)
                KindOfNode[person.Node] = kind;
        var kindsOfGroup = GroupsOfKind.Index().SelectMany(kind => kind.Item.Select(group => (group, kind.Index)))
            .ToLookup(pair => pair.group, pair => pair.Index);
        KindsOfGroup = [.. Enumerable.Range(0, Everybody + 1).Select(group => kindsOfGroup[group].ToArray())];
        Traits = [.. named.Index().GroupBy(same => same.Item.First().Item.Trait, same => same.Index)
            .Select(groups => BoundsOf([.. groups]))];
    }

    /// <summary>The group that holds everybody; its bounds are the size.</summary>
    public int Everybody { get; }

    public int[] KindOfNode { get; }

    /// <summary>By kind, its bounded groups, ascending, and everybody.</summary>
    public int[][] GroupsOfKind { get; }

    public int[][] KindsOfGroup { get; }

    /// <summary>By kind, people who may be members.</summary>
    public int[] Available { get; }

    /// <summary>By trait with bounded groups, these.</summary>
    public TraitBounds[] Traits { get; }

    public ReadOnlySpan<int> Min => _min;

    public ReadOnlySpan<int> Max => _max;

    /// <summary>By group, how many of the people.</summary>
    public int[] CountsOf(int[] numbers)
    {
        var counts = new int[_min.Length];
        for (var kind = 0; kind < numbers.Length; kind++)
            if (numbers[kind] > 0)
                foreach (var group in GroupsOfKind[kind])
                    counts[group] += numbers[kind];
        return counts;
    }

    /// <summary>Whether these numbers fill the size.</summary>
    public bool IsFull(int[] counts) => counts[Everybody] == _max[Everybody];

    /// <summary>Whether some number is greater than the one in its place among the others.</summary>
    public static bool IsAnyAbove(int[] numbers, int[] others)
    {
        for (var place = 0; place < numbers.Length; place++)
            if (numbers[place] > others[place])
                return true;
        return false;
    }

    public bool Holds(int[] counts) => !IsAnyAbove(_min, counts) && !IsAnyAbove(counts, _max);

    /// <summary>
    /// False where upper bounds are passed, or where what the groups of one trait still lack is more than the seats
    /// left.
    /// </summary>
    public bool MayGrow(int[] numbers, int[] counts)
    {
        if (IsAnyAbove(numbers, Available) || IsAnyAbove(counts, _max) || IsAnyAbove(_min, _max))
            return false;
        var left = _max[Everybody] - counts[Everybody];
        return Traits.All(trait => trait.Groups.Sum(group => (long)Math.Max(0, _min[group] - counts[group])) <= left);
    }

    private TraitBounds BoundsOf(int[] groups)
    {
        var groupOfKind = new int[GroupsOfKind.Length];
        Array.Fill(groupOfKind, groups.Length);
        for (var place = 0; place < groups.Length; place++)
            foreach (var kind in KindsOfGroup[groups[place]])
                groupOfKind[kind] = place;
        return new(
            groups, groupOfKind, [.. groups.Select(group => _min[group]), 0],
            [.. groups.Select(group => _max[group]), int.MaxValue]);
    }
}

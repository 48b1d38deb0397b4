namespace InfluencerMap.Graph.Cohorts;

/// <summary>The constraints by kind of people: who is in the same bounded groups is of one kind.</summary>
/// <remarks>Bounds of several quotas on one group are one pair of bounds here; the last group is everybody.</remarks>
internal sealed class KindBounds
{
    private readonly int[] _min;
    private readonly int[] _max;

    public KindBounds(CohortConstraints constraints, AskedConstraints asked)
    {
        var (mergedOf, traitOf) = Merge(constraints, asked, out var min, out var max);
        (_min, _max) = ([.. min, asked.Size ?? 0], [.. max, asked.Size ?? int.MaxValue]);
        Everybody = min.Count;
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var groupsOfKind = new List<int[]>();
        KindOfNode = new int[constraints.NodeCount];
        for (var node = 0; node < constraints.NodeCount; node++)
        {
            int[] groups =
                [.. constraints.GroupsOf(new(node)).Select(g => mergedOf[g]).Where(g => g >= 0).Distinct().Order()];
            var signature = string.Join(' ', groups);
            if (!kinds.TryGetValue(signature, out var kind))
            {
                kinds.Add(signature, kind = groupsOfKind.Count);
                groupsOfKind.Add([.. groups, Everybody]);
            }
            KindOfNode[node] = kind;
        }
        GroupsOfKind = [.. groupsOfKind];
        Available = new int[GroupsOfKind.Length];
        for (var node = 0; node < constraints.NodeCount; node++)
            Available[KindOfNode[node]] += asked.IsExcluded[node] ? 0 : 1;
        var kindsOfGroup = Enumerable.Range(0, Everybody + 1).Select(_ => new List<int>()).ToArray();
        for (var kind = 0; kind < GroupsOfKind.Length; kind++)
            foreach (var group in GroupsOfKind[kind])
                kindsOfGroup[group].Add(kind);
        KindsOfGroup = [.. kindsOfGroup.Select(group => group.ToArray())];
        Traits = [.. traitOf.Select((trait, group) => (Trait: trait, Group: group)).GroupBy(pair => pair.Trait)
            .Select(pairs => BoundsOf([.. pairs.Select(pair => pair.Group)]))];
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

    public bool Holds(int[] counts)
    {
        for (var group = 0; group < counts.Length; group++)
            if (counts[group] < _min[group] || counts[group] > _max[group])
                return false;
        return true;
    }

    /// <summary>
    /// False where upper bounds are passed, or where what the groups of one trait still lack is more than the seats
    /// left.
    /// </summary>
    public bool MayGrow(int[] numbers, int[] counts)
    {
        for (var kind = 0; kind < numbers.Length; kind++)
            if (numbers[kind] > Available[kind])
                return false;
        for (var group = 0; group < counts.Length; group++)
            if (counts[group] > _max[group] || _min[group] > _max[group])
                return false;
        var lacking = new long[Traits.Length];
        for (var trait = 0; trait < Traits.Length; trait++)
            foreach (var group in Traits[trait].Groups)
                lacking[trait] += Math.Max(0, _min[group] - counts[group]);
        return lacking.All(lack => lack <= _max[Everybody] - counts[Everybody]);
    }

    /// <summary>Groups that a bound was asked for, one per trait and value, from those of the constraints.</summary>
    private static (int[] MergedOf, List<CohortTrait> TraitOf) Merge(
        CohortConstraints constraints, AskedConstraints asked, out List<int> min, out List<int> max)
    {
        var (mergedOf, traitOf) = (new int[constraints.Groups.Count], new List<CohortTrait>());
        (min, max) = ([], []);
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < mergedOf.Length; place++)
        {
            var group = constraints.Groups[place];
            var least = asked.IsMinAsked[group.Quota] ? group.Min : 0;
            var most = asked.IsMaxAsked[group.Quota] ? group.Max : int.MaxValue;
            mergedOf[place] = -1;
            if (least == 0 && most == int.MaxValue)
                continue;
            if (!byName.TryGetValue(group.Name, out var merged))
            {
                byName.Add(group.Name, merged = min.Count);
                traitOf.Add(group.Trait);
                min.Add(0);
                max.Add(int.MaxValue);
            }
            (min[merged], max[merged]) = (Math.Max(min[merged], least), Math.Min(max[merged], most));
            mergedOf[place] = merged;
        }
        return (mergedOf, traitOf);
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

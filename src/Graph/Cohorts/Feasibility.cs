namespace InfluencerMap.Graph.Cohorts;

/// <summary>Which parts of the wishes a question is about.</summary>
/// <param name="Size">The size counts; else any number of members will do.</param>
/// <param name="IsIncluded">Who must be in.</param>
/// <param name="IsExcluded">Who must be out.</param>
/// <param name="IsMinAsked">By quota, whether its lower bound counts.</param>
/// <param name="IsMaxAsked">By quota, whether its upper bound counts.</param>
internal sealed record WishesAsked(
    int? Size, bool[] IsIncluded, bool[] IsExcluded, bool[] IsMinAsked, bool[] IsMaxAsked);

/// <summary>Whether a cohort exists that holds to the wishes, with or without members already chosen.</summary>
/// <remarks>
/// People of the same groups are alike here, so only their number counts: one variable a kind of people, searched depth
/// first with bounds drawn tighter at every step. Exact. Several overlapping attributes make the question hard in
/// theory; should the search not end within its limit, that is an error and never a guess.
/// </remarks>
internal sealed class Feasibility
{
    private const int StepsMax = 200_000;

    private readonly int[] _kindOfNode;
    private readonly int[][] _groupsOfKind;
    private readonly int[][] _kindsOfGroup;
    private readonly int[] _min;
    private readonly int[] _max;
    private readonly int[] _available;
    private readonly int[] _included;
    private readonly bool _isSomebodyInAndOut;
    private int _steps;

    public Feasibility(CohortWishes wishes, WishesAsked asked)
    {
        (_kindOfNode, _groupsOfKind) = FindKinds(wishes);
        var groupCount = wishes.Groups.Count + 1;
        var kindsOfGroup = Enumerable.Range(0, groupCount).Select(_ => new List<int>()).ToArray();
        for (var kind = 0; kind < _groupsOfKind.Length; kind++)
            foreach (var group in _groupsOfKind[kind])
                kindsOfGroup[group].Add(kind);
        _kindsOfGroup = [.. kindsOfGroup.Select(kinds => kinds.ToArray())];
        _min = [.. wishes.Groups.Select(g => asked.IsMinAsked[g.Quota] ? g.Min : 0), asked.Size ?? 0];
        _max = [.. wishes.Groups.Select(g => asked.IsMaxAsked[g.Quota] ? g.Max : int.MaxValue),
            asked.Size ?? int.MaxValue];
        _available = new int[_groupsOfKind.Length];
        _included = new int[_groupsOfKind.Length];
        for (var node = 0; node < wishes.NodeCount; node++)
        {
            _isSomebodyInAndOut |= asked.IsIncluded[node] && asked.IsExcluded[node];
            if (!asked.IsExcluded[node])
                _available[_kindOfNode[node]]++;
            if (asked.IsIncluded[node])
                _included[_kindOfNode[node]]++;
        }
    }

    /// <summary>Kind of the node: people of one kind are in the same groups.</summary>
    public int KindOf(int node) => _kindOfNode[node];

    /// <summary>Whether any cohort holds to the wishes.</summary>
    public bool Exists() => !_isSomebodyInAndOut && Search(_included);

    /// <summary>Whether these people can be completed to a cohort that holds to the wishes.</summary>
    public bool CanComplete(IEnumerable<int> members)
    {
        var chosen = new int[_available.Length];
        foreach (var member in members)
            chosen[_kindOfNode[member]]++;
        for (var kind = 0; kind < chosen.Length; kind++)
            chosen[kind] = Math.Max(chosen[kind], _included[kind]);
        return Search(chosen);
    }

    private bool Search(int[] chosen)
    {
        _steps = 0;
        return Search([.. chosen], [.. _available]);
    }

    private bool Search(int[] low, int[] high)
    {
        while (true)
        {
            if (++_steps > StepsMax)
                Throw.QuotasUndecided(StepsMax);
            if (!Tighten(low, high))
                return false;
            if (HungriestGroup(low, high) is not { } group)
                return true;
            var kind = MostUseful(group, low, high);
            var more = (int[])low.Clone();
            more[kind]++;
            if (Search(more, (int[])high.Clone()))
                return true;
            high[kind] = low[kind];
        }
    }

    /// <summary>Draws the bounds of kinds tighter by those of groups; false where they exclude each other.</summary>
    private bool Tighten(int[] low, int[] high)
    {
        for (var kind = 0; kind < low.Length; kind++)
            if (low[kind] > high[kind])
                return false;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var group = 0; group < _min.Length; group++)
            {
                var (sumLow, sumHigh) = Sums(group, low, high);
                if (sumLow > _max[group] || sumHigh < _min[group])
                    return false;
                if (sumHigh <= _max[group] && sumLow >= _min[group])
                    continue;
                foreach (var kind in _kindsOfGroup[group])
                {
                    var newHigh = (int)Math.Min(high[kind], (long)_max[group] - (sumLow - low[kind]));
                    var newLow = (int)Math.Max(low[kind], _min[group] - (sumHigh - high[kind]));
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
    private int? HungriestGroup(int[] low, int[] high)
    {
        int? hungriest = null;
        var leastSlack = long.MaxValue;
        for (var group = 0; group < _min.Length; group++)
        {
            var (sumLow, sumHigh) = Sums(group, low, high);
            if (sumLow < _min[group] && sumHigh - _min[group] < leastSlack)
                (hungriest, leastSlack) = (group, sumHigh - _min[group]);
        }
        return hungriest;
    }

    /// <summary>The kind of the group that feeds most hungry groups and fills fewest bounded ones.</summary>
    private int MostUseful(int group, int[] low, int[] high)
    {
        var lacking = new bool[_min.Length];
        for (var other = 0; other < _min.Length; other++)
            lacking[other] = Sums(other, low, high).Low < _min[other];
        return _kindsOfGroup[group]
            .Where(kind => low[kind] < high[kind])
            .OrderByDescending(kind => _groupsOfKind[kind].Count(g => lacking[g]))
            .ThenBy(kind => _groupsOfKind[kind].Count(g => _max[g] < int.MaxValue))
            .ThenByDescending(kind => high[kind] - low[kind])
            .First();
    }

    private (long Low, long High) Sums(int group, int[] low, int[] high)
    {
        var (sumLow, sumHigh) = (0L, 0L);
        foreach (var kind in _kindsOfGroup[group])
        {
            sumLow += low[kind];
            sumHigh += high[kind];
        }
        return (sumLow, sumHigh);
    }

    /// <summary>The group after the last holds everybody.</summary>
    private static (int[] KindOfNode, int[][] GroupsOfKind) FindKinds(CohortWishes wishes)
    {
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var groupsOfKind = new List<int[]>();
        var kindOfNode = new int[wishes.NodeCount];
        for (var node = 0; node < wishes.NodeCount; node++)
        {
            var signature = string.Join(' ', wishes.GroupsOf(node));
            if (!kinds.TryGetValue(signature, out var kind))
            {
                kinds.Add(signature, kind = groupsOfKind.Count);
                groupsOfKind.Add([.. wishes.GroupsOf(node), wishes.Groups.Count]);
            }
            kindOfNode[node] = kind;
        }
        return (kindOfNode, [.. groupsOfKind]);
    }
}

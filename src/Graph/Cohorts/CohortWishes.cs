using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>One bound on a group of people.</summary>
/// <param name="Name">As users read it: "department=Sales".</param>
/// <param name="Trait">Groups of one quota share no one.</param>
/// <param name="Quota">Place of the quota that it comes from.</param>
/// <param name="Min">Members at least.</param>
/// <param name="Max">Members at most.</param>
internal sealed record QuotaGroup(string Name, CohortTrait Trait, int Quota, int Min, int Max);

/// <summary>What is asked, by node: groups with bounds, who is in, who is out, how many.</summary>
internal sealed class CohortWishes
{
    private readonly List<QuotaGroup> _groups = [];
    private readonly List<int>[] _groupsOfNode;

    public CohortWishes(PersonIndex people, OrgChart chart, CohortOptions options)
    {
        Options = options;
        _groupsOfNode = new List<int>[people.Count];
        IsIncluded = Mark(people, options.Included, "included");
        IsListedOut = Mark(people, options.Excluded, "excluded");
        IsOutsideChoice = new bool[people.Count];
        if (options.ChosenFrom is { } chosenFrom)
        {
            Array.Fill(IsOutsideChoice, true);
            foreach (var node in chosenFrom.Select(people.NodeOf).Where(node => node >= 0))
                IsOutsideChoice[node] = false;
        }
        if (options.BoundsGiveWay)
            IsOutsideChoice = [.. IsOutsideChoice.Zip(IsIncluded, (outside, included) => outside && !included)];
        IsExcluded = [.. IsListedOut.Zip(IsOutsideChoice, (listed, outside) => listed || outside)];
        for (var node = 0; node < people.Count; node++)
            _groupsOfNode[node] = [];
        for (var quota = 0; quota < options.Quotas.Count; quota++)
            AddGroups(quota, options.Quotas[quota], people, chart);
        if (options.BoundsGiveWay)
            GiveWay();
    }

    public CohortOptions Options { get; }

    public int NodeCount => _groupsOfNode.Length;

    public IReadOnlyList<QuotaGroup> Groups => _groups;

    public bool[] IsIncluded { get; }

    /// <summary>Who may not be a member, for whichever reason.</summary>
    public bool[] IsExcluded { get; }

    public bool[] IsListedOut { get; }

    public bool[] IsOutsideChoice { get; }

    /// <summary>Groups of the node, ascending.</summary>
    public IReadOnlyList<int> GroupsOf(int node) => _groupsOfNode[node];

    /// <summary>The value of an attribute, as quotas name it; null where unknown.</summary>
    public static string? ValueOf(CohortTrait attribute, Person person, OrgChart chart, PersonIndex people) =>
        attribute switch
        {
            CohortTrait.Department => person.Department,
            CohortTrait.Site => person.Site,
            CohortTrait.JobFamily => person.JobFamily,
            CohortTrait.Level => $"{chart.LevelOf(person.Id)}",
            CohortTrait.Managers => chart.DirectReportsOf(person.Id) > 0 ? "" : null,
            _ => chart.ManagerOf(person.Id) is { } manager && people.NodeOf(manager) is >= 0 and var node
                ? people.People[node].Key
                : null,
        };

    private void AddGroups(int quota, CohortQuota asked, PersonIndex people, OrgChart chart)
    {
        if (asked.Min < 0 || asked.Max < asked.Min)
            Throw.OptionOutside("quota", $"min {asked.Min}, max {asked.Max}", "0 ≤ min ≤ max");
        var only = asked.Trait == CohortTrait.Managers ? "" : asked.Value;
        var groupByValue = new Dictionary<string, int>(StringComparer.Ordinal);
        if (only is not null)
            groupByValue.Add(only, Add(only));
        for (var node = 0; node < people.Count; node++)
        {
            if (ValueOf(asked.Trait, people.People[node], chart, people) is not { } value)
                continue;
            if (asked.OnlyValues?.Contains(value) == false)
                continue;
            if (!groupByValue.TryGetValue(value, out var group))
            {
                if (only is not null)
                    continue;
                groupByValue.Add(value, group = Add(value));
            }
            _groupsOfNode[node].Add(group);
        }

        int Add(string value)
        {
            var name = CohortConflict.NameOf(asked.Trait) + (value.Length > 0 ? "=" + value : "");
            _groups.Add(new(name, asked.Trait, quota, asked.Min, asked.Max ?? int.MaxValue));
            return _groups.Count - 1;
        }
    }

    /// <summary>Who is included fills lower bounds and no upper ones; nobody is asked for who is not there.</summary>
    private void GiveWay()
    {
        var (included, available) = (new int[_groups.Count], new int[_groups.Count]);
        for (var node = 0; node < NodeCount; node++)
            foreach (var group in _groupsOfNode[node])
            {
                if (IsIncluded[node])
                    included[group]++;
                else if (!IsExcluded[node])
                    available[group]++;
            }
        for (var group = 0; group < _groups.Count; group++)
            _groups[group] = _groups[group] with
            {
                Min = Math.Clamp(_groups[group].Min - included[group], 0, available[group]),
            };
        for (var node = 0; node < NodeCount; node++)
            if (IsIncluded[node])
                _groupsOfNode[node].Clear();
    }

    private static bool[] Mark(PersonIndex people, IReadOnlyList<int> ids, string what)
    {
        var marks = new bool[people.Count];
        foreach (var id in ids)
        {
            if (people.NodeOf(id) < 0)
                Throw.PersonNotInGraph(what);
            marks[people.NodeOf(id)] = true;
        }
        return marks;
    }
}

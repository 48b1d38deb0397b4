using InfluencerMap.Graph.Company;
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
internal sealed class CohortConstraints
{
    private readonly List<QuotaGroup> _groups = [];
    private readonly List<int>[] _groupsOfNode;

    public CohortConstraints(Network network, IReadOnlyList<RankedPerson> ranking, CohortOptions options)
    {
        var (graph, people) = (network.Graph, network.People);
        Options = options;
        _groupsOfNode = [.. people.Nodes.Select(_ => new List<int>())];
        var ranks = new int[people.Count];
        Array.Fill(ranks, int.MaxValue);
        foreach (var person in ranking)
            if (people.NodeOf(person.PersonId) is { } node)
                ranks[node] = person.Rank ?? int.MaxValue;
        ByStanding = [.. people.Nodes.OrderBy(node => ranks[node])];
        Standing = new int[people.Count];
        for (var place = 0; place < ByStanding.Length; place++)
            Standing[ByStanding[place]] = place;
        IsIncluded = Mark(people, options.Included);
        // Who is not there cannot be chosen: excluded all the same.
        IsListedOut = [.. Outside(people, options.Excluded).Select(isOutside => !isOutside)];
        IsOutsideChoice = Outside(people, options.ChosenFrom);
        IsNoVolunteer = [.. Outside(people, options.From).Zip(IsIncluded, (outside, named) => outside && !named)];
        IsUnknown = [.. people.Nodes.Select(node =>
            options.From is null && !IsIncluded[node]
            && (ranks[node] == int.MaxValue
                || graph.OutNeighbours(node).Length + graph.InNeighbours(node).Length == 0))];
        if (options.BoundsGiveWay)
            IsOutsideChoice = [.. IsOutsideChoice.Zip(IsIncluded, (outside, included) => outside && !included)];
        IsExcluded = [.. people.Nodes.Select(node =>
            IsListedOut[node] || IsOutsideChoice[node] || IsNoVolunteer[node] || IsUnknown[node])];
        Reachable = Reachable.By(
            graph, IsExcluded, options.Reach.IsSampled ? int.MaxValue : options.Reach.StepsMax);
        Quotas = [.. options.Quotas, .. VoiceFloors.Of(people, options.Voice, options.Size).Quotas];
        for (var quota = 0; quota < Quotas.Count; quota++)
            AddGroups(quota, Quotas[quota], people, network.Chart);
        if (options.BoundsGiveWay)
            GiveWay();
    }

    public CohortOptions Options { get; }

    /// <summary>The quotas asked for, then the floors of families.</summary>
    public IReadOnlyList<CohortQuota> Quotas { get; }

    public int NodeCount => _groupsOfNode.Length;

    public IReadOnlyList<QuotaGroup> Groups => _groups;

    public bool[] IsIncluded { get; }

    /// <summary>Who may not be a member, for whichever reason.</summary>
    public bool[] IsExcluded { get; }

    public bool[] IsListedOut { get; }

    public bool[] IsOutsideChoice { get; }

    public bool[] IsNoVolunteer { get; }

    /// <summary>Who has no tie or cannot be measured, and whom nobody named.</summary>
    public bool[] IsUnknown { get; }

    /// <summary>By node, the place by score from 0, which decides between equal gains; the unranked last.</summary>
    public int[] Standing { get; }

    /// <summary>All nodes, the highest score first.</summary>
    public Node[] ByStanding { get; }

    /// <summary>Whose being reached counts.</summary>
    public Reachable Reachable { get; }

    /// <summary>Groups of the node, ascending.</summary>
    public IReadOnlyList<int> GroupsOf(Node node) => _groupsOfNode[node];

    private void AddGroups(int quota, CohortQuota asked, PersonIndex people, OrgChart chart)
    {
        if (asked.Min < 0 || asked.Max < asked.Min)
            Throw.OptionOutside("quota", $"min {asked.Min}, max {asked.Max}", "0 ≤ min ≤ max");
        var only = asked.Trait == CohortTrait.Managers ? "" : asked.Value;
        var nodesByValue = people.Nodes.ToLookup(node =>
            CohortTraits.ValueOf(asked.Trait, people[node], chart, people) is { } value
            && asked.OnlyValues?.Contains(value) != false
                ? value
                : null);
        foreach (var value in only is null ? nodesByValue.Select(nodes => nodes.Key).OfType<string>() : [only])
        {
            foreach (var node in nodesByValue[value])
                _groupsOfNode[node].Add(_groups.Count);
            var name = CohortTraits.NameOf(asked.Trait) + (value.Length > 0 ? "=" + value : "");
            _groups.Add(new(name, asked.Trait, quota, asked.Min, asked.Max ?? int.MaxValue));
        }
    }

    private static bool[] Outside(PersonIndex people, IReadOnlyList<PersonId>? ids)
    {
        var inside = ids?.ToHashSet();
        return [.. people.People.Select(person => inside?.Contains(person.Id) == false)];
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

    private static bool[] Mark(PersonIndex people, IReadOnlyList<PersonId> ids)
    {
        var marks = new bool[people.Count];
        foreach (var id in ids)
            marks[people.NodeOf(id) ?? Throw.PersonNotInGraph<Node>("included")] = true;
        return marks;
    }
}

namespace InfluencerMap.Graph.Company;

/// <summary>A part of the company that explanations speak of.</summary>
/// <param name="Name">The department, or a branch of the org chart by number, the largest being 1.</param>
/// <param name="PersonCount">People of the graph in it.</param>
/// <param name="HeadId">Id of the person at the head of a branch; null for departments.</param>
public sealed record Unit(string Name, int PersonCount, PersonId? HeadId);

/// <summary>
/// The parts that a company falls into: departments where most people's is known, else the branches of the org chart, a
/// branch being everybody below one direct report of the top, that person included; one unit where neither is known.
/// </summary>
public sealed class Units
{
    private readonly int[] _unitByNode;
    private readonly bool[] _isKnown;

    private Units(Unit[] all, int[] unitByNode, bool[] isKnown, string plural) =>
        (All, _unitByNode, _isKnown, Plural) = (all, unitByNode, isKnown, plural);

    /// <summary>All units, largest first.</summary>
    public IReadOnlyList<Unit> All { get; }

    /// <summary>What several of them are called.</summary>
    public string Plural { get; }

    /// <summary>Place in <see cref="All"/> of the node's unit.</summary>
    public int Of(Node node) => _unitByNode[node];

    /// <summary>
    /// Whether the node's unit is known; else it is among those without a department, off the chart, or where neither
    /// is known of anybody.
    /// </summary>
    public bool IsKnown(Node node) => _isKnown[_unitByNode[node]];

    /// <summary>A person's neighbours in other units who have no other one outside their own, ascending.</summary>
    internal IEnumerable<Node> OnlyOutsideContactOf(InteractionGraph graph, Node person) =>
        Neighbours(graph, person).Distinct().Order().Where(other =>
            Of(other) != Of(person)
            && Neighbours(graph, other).All(next => next == person || Of(next) == Of(other)));

    private static Node[] Neighbours(InteractionGraph graph, Node node) =>
        [.. Node.Of(graph.OutNeighbours(node)), .. Node.Of(graph.InNeighbours(node))];

    /// <summary>Units of everyone in the graph.</summary>
    /// <param name="people">The people of the graph.</param>
    /// <param name="chart">Who reports to whom; holds everyone of the graph.</param>
    public static Units Find(PersonIndex people, OrgChart chart)
    {
        var known = people.People.Count(person => person.Department is not null);
        if (2 * known > people.Count)
            return Group(
                people, person => person.Department ?? "", "departments",
                (key, _) => key.Length > 0 ? key : "no department", key => key.Length > 0, _ => null);
        if (!chart.TellsApart)
            return Group(people, _ => "", "units", (_, _) => "everybody", _ => false, _ => null);
        return Group(
            people, person => BranchOf(person, chart), "branches of the org chart",
            (branch, number) => branch.Head is not null ? $"branch {number}"
                : branch.IsOnChart ? "the top" : "outside the chart",
            branch => branch.IsOnChart,
            branch => branch.Head);
    }

    /// <summary>The person's branch; the top and those outside the chart have no head.</summary>
    private static (PersonId? Head, bool IsOnChart) BranchOf(Person person, OrgChart chart)
    {
        var head = person.Id;
        if (chart.ManagerOf(head) is null)
            return (null, chart.SubtreeSizeOf(head) > 0);
        while (chart.ManagerOf(head) is { } manager && chart.ManagerOf(manager) is not null)
            head = manager;
        return (head, true);
    }

    /// <summary>Largest unit first; equally large ones by the smallest key among their people.</summary>
    private static Units Group<TKey>(
        PersonIndex people,
        Func<Person, TKey> keyOf,
        string plural,
        Func<TKey, int, string> nameOf,
        Func<TKey, bool> isKnown,
        Func<TKey, PersonId?> headOf)
        where TKey : notnull
    {
        var groups = people.Nodes
            .GroupBy(node => keyOf(people[node]))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.First())
            .ToArray();
        var unitByNode = new int[people.Count];
        var (all, known) = (new Unit[groups.Length], new bool[groups.Length]);
        for (var unit = 0; unit < groups.Length; unit++)
        {
            var key = groups[unit].Key;
            all[unit] = new(nameOf(key, unit + 1), groups[unit].Count(), headOf(key));
            known[unit] = isKnown(key);
            foreach (var node in groups[unit])
                unitByNode[node] = unit;
        }
        return new(all, unitByNode, known, plural);
    }
}

using System.Collections.Frozen;

namespace InfluencerMap.Graph.Company;

/// <summary>Gives people dense node numbers for one graph, in the order of their keys.</summary>
public sealed class PersonIndex
{
    private readonly Person[] _people;
    // By the bare number: the library has a faster dictionary for that than for a type of our own.
    private readonly FrozenDictionary<int, int> _nodeByNumber;

    /// <param name="people">The people of the graph, in any order, each id once.</param>
    public PersonIndex(IEnumerable<Person> people)
    {
        _people = [.. people.OrderBy(p => p.Key, StringComparer.Ordinal)];
        _nodeByNumber = _people.Index().ToDictionary(p => p.Item.Id.Value, p => p.Index).ToFrozenDictionary();
    }

    /// <summary>
    /// The people who are with the company when the period ends: started before it, and not left on or before it.
    /// Leavers are out of the graph from the first night on; who reported to one now reports to that one's manager.
    /// </summary>
    public static PersonIndex AtEndOf(Period period, IReadOnlyCollection<Person> people)
    {
        var end = DateOnly.FromDateTime(period.To);
        return new(Without(people, p => HasLeft(p, end) || p.Start >= end));
    }

    /// <summary>
    /// The others, as if some were not there: who reported to one of them reports to that one's manager.
    /// </summary>
    /// <param name="people">Each id once.</param>
    /// <param name="isGone">Whom to leave out.</param>
    public static IEnumerable<Person> Without(IReadOnlyCollection<Person> people, Func<Person, bool> isGone)
    {
        var gone = people.Where(isGone).ToDictionary(p => p.Id);
        return people
            .Where(p => !gone.ContainsKey(p.Id))
            .Select(p => p with { ManagerId = PresentManager(p, gone) });
    }

    /// <summary>Number of people, and of nodes.</summary>
    public int Count => _people.Length;

    /// <summary>The people by node.</summary>
    public IReadOnlyList<Person> People => _people;

    /// <summary>The nodes of the graph, in ascending order.</summary>
    public IEnumerable<Node> Nodes => Node.Each(Count);

    /// <summary>The person at a node.</summary>
    public Person this[Node node] => _people[node];

    /// <summary>The person of an id.</summary>
    /// <exception cref="KeyNotFoundException">The graph has no such person.</exception>
    public Person this[PersonId personId] => _people[_nodeByNumber[personId.Value]];

    /// <summary>The node of a person who is known to be of the graph.</summary>
    /// <exception cref="KeyNotFoundException">The graph has no such person.</exception>
    public Node KnownNodeOf(PersonId personId) => new(_nodeByNumber[personId.Value]);

    /// <summary>The node of a person; null for nobody and for people outside the graph.</summary>
    public Node? NodeOf(PersonId personId) =>
        _nodeByNumber.TryGetValue(personId.Value, out var node) ? new Node(node) : null;

    private static PersonId? PresentManager(Person person, Dictionary<PersonId, Person> gone)
    {
        var manager = person.ManagerId;
        for (var steps = 0; manager is { } id && gone.TryGetValue(id, out var leaver) && steps <= gone.Count; steps++)
            manager = leaver.ManagerId == leaver.Id ? null : leaver.ManagerId;
        return manager;
    }

    internal static bool HasLeft(Person person, DateOnly periodEnd) => person.Leave <= periodEnd;
}

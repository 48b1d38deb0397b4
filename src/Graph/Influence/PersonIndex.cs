namespace InfluencerMap.Graph.Influence;

/// <summary>Gives people dense node numbers for one graph, in the order of their keys.</summary>
public sealed class PersonIndex
{
    private readonly Person[] _people;
    private readonly Dictionary<int, int> _nodeById;

    /// <param name="people">The people of the graph, in any order, each id once.</param>
    public PersonIndex(IEnumerable<Person> people)
    {
        _people = [.. people.OrderBy(p => p.Key, StringComparer.Ordinal)];
        _nodeById = new(_people.Length);
        for (var node = 0; node < _people.Length; node++)
            _nodeById.Add(_people[node].Id, node);
    }

    /// <summary>Number of people, and of nodes.</summary>
    public int Count => _people.Length;

    /// <summary>The people by node.</summary>
    public IReadOnlyList<Person> People => _people;

    /// <summary>The node of a person id, or −1 for nobody and for people outside the graph.</summary>
    public int NodeOf(int personId) => _nodeById.GetValueOrDefault(personId, -1);
}

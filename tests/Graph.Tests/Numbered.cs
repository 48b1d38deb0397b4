using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

/// <summary>Ids and nodes as tests write them: by their numbers.</summary>
internal static class Numbered
{
    public static PersonId[] People(params IEnumerable<int> numbers) => [.. numbers.Select(n => new PersonId(n))];

    public static Node[] Nodes(params IEnumerable<int> numbers) => [.. numbers.Select(n => new Node(n))];
}

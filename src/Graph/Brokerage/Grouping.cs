using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph;

/// <summary>Which group each node of a graph is in, such as a department, a site or a family of jobs.</summary>
public sealed class Grouping
{
    private const int NoGroup = -1;

    private readonly int[] _groups;

    private Grouping(int[] groups, int count) => (_groups, Count) = (groups, count);

    /// <summary>How many groups there are.</summary>
    public int Count { get; }

    /// <summary>How many nodes are grouped.</summary>
    public int NodeCount => _groups.Length;

    /// <summary>The number of the node's group, from 0; −1 where none is known.</summary>
    public int Of(Node node) => _groups[node];

    /// <summary>Whether the node's group is known.</summary>
    public bool Holds(Node node) => _groups[node] != NoGroup;

    /// <summary>Groups by name.</summary>
    /// <param name="names">The group of each node, in node order; null where none is known.</param>
    public static Grouping By(IEnumerable<string?> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] groups =
        [
            .. names.Select(name => name is null ? NoGroup
                : numbers.TryGetValue(name, out var known) ? known : numbers[name] = numbers.Count),
        ];
        return new(groups, numbers.Count);
    }

    internal void RequireFor(InteractionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.NodeCount != NodeCount)
            throw new ArgumentException(
                $"The graph has {graph.NodeCount} nodes, the grouping {NodeCount}; give each node a group or null.",
                nameof(graph));
    }
}

namespace InfluencerMap.Graph.Company;

/// <summary>One graph with its people and its chart: what what-if, explanations and cohorts are computed on.</summary>
/// <remarks>Immutable, and safe for any number of concurrent readers.</remarks>
public sealed record Network
{
    /// <param name="graph">Node by node the people of <paramref name="people"/>.</param>
    /// <param name="people">The people of the graph.</param>
    /// <param name="chart">Who reports to whom; holds everyone of the graph.</param>
    /// <exception cref="ArgumentException">Graph and people are not of one size.</exception>
    public Network(InteractionGraph graph, PersonIndex people, OrgChart chart)
    {
        if (graph.NodeCount != people.Count)
            throw new ArgumentException(
                $"The graph has {graph.NodeCount} nodes, the index {people.Count} people; both come from one index.",
                nameof(graph));
        (Graph, People, Chart) = (graph, people, chart);
    }

    /// <summary>Who is tied to whom.</summary>
    public InteractionGraph Graph { get; private init; }

    /// <summary>The people of the graph, by node.</summary>
    public PersonIndex People { get; }

    /// <summary>Who reports to whom.</summary>
    public OrgChart Chart { get; }

    /// <summary>The same people with each tie turned round; an undirected network is its own reverse.</summary>
    public Network Reversed() => Graph.IsDirected ? this with { Graph = Graph.Reversed() } : this;
}

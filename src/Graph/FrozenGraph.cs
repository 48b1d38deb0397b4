using QuikGraph;

namespace InfluencerMap.Graph;

/// <summary>A QuikGraph graph copied once into arrays, with the caller's vertices in node order.</summary>
internal sealed record FrozenGraph<TVertex>(InteractionGraph Graph, TVertex[] Vertices) where TVertex : notnull
{
    /// <param name="graph">Read once: vertices, then edges.</param>
    /// <param name="strengths">The strength of each edge; when null, every edge counts 1.</param>
    /// <param name="parallel">What becomes of parallel edges.</param>
    public static FrozenGraph<TVertex> Copy<TEdge>(
        IEdgeListGraph<TVertex, TEdge> graph, Func<TEdge, double>? strengths, ParallelTies parallel)
        where TEdge : IEdge<TVertex>
    {
        ArgumentNullException.ThrowIfNull(graph);
        TVertex[] vertices = [.. graph.Vertices];
        var own = graph as InteractionGraph ?? (graph as UndirectedFace)?.Graph;
        if (own is not null && strengths is null)
            return new(own, vertices);

        var nodes = vertices.Index().ToDictionary(vertex => vertex.Item, vertex => vertex.Index);
        Tie[] ties =
        [
            .. graph.Edges.Select(edge =>
                new Tie(nodes[edge.Source], nodes[edge.Target], strengths?.Invoke(edge) ?? 1)),
        ];
        return new(GraphBuilder.Build(vertices.Length, ties, graph.IsDirected, parallel), vertices);
    }

    public IReadOnlyDictionary<TVertex, TScore> ByVertex<TScore>(TScore[] scores) =>
        Vertices.Zip(scores).ToDictionary(pair => pair.First, pair => pair.Second);
}

using System.Runtime.InteropServices;
using QuikGraph;

namespace InfluencerMap.Graph;

/// <summary>A QuikGraph graph copied once into arrays, with the caller's vertices in node order.</summary>
internal sealed record FrozenGraph<TVertex>(InteractionGraph Graph, TVertex[] Vertices, TieLengths? Lengths)
    where TVertex : notnull
{
    public IReadOnlyDictionary<TVertex, TScore> ByVertex<TScore>(ReadOnlySpan<TScore> scores)
    {
        var byVertex = new Dictionary<TVertex, TScore>(Vertices.Length);
        for (var node = 0; node < Vertices.Length; node++)
            byVertex.Add(Vertices[node], scores[node]);
        return byVertex;
    }

    /// <summary>Parallel edges add their strengths.</summary>
    public static FrozenGraph<TVertex> WithStrengths<TEdge>(
        IEdgeListGraph<TVertex, TEdge> graph, Func<TEdge, double>? strengths) where TEdge : IEdge<TVertex>
    {
        if (graph is InteractionGraph own && strengths is null)
            return new(own, [.. graph.Vertices], null);
        var (vertices, nodes) = Number(graph);
        var ties = new List<Tie>(graph.EdgeCount);
        foreach (var edge in graph.Edges)
            ties.Add(new(nodes[edge.Source], nodes[edge.Target], strengths?.Invoke(edge) ?? 1));
        return new(
            GraphBuilder.Build(vertices.Length, CollectionsMarshal.AsSpan(ties), graph.IsDirected), vertices, null);
    }

    /// <summary>Of parallel edges the shortest counts.</summary>
    public static FrozenGraph<TVertex> WithLengths<TEdge>(
        IEdgeListGraph<TVertex, TEdge> graph, Func<TEdge, int> lengths) where TEdge : IEdge<TVertex>
    {
        var (vertices, nodes) = Number(graph);
        var shortest = new Dictionary<(int Source, int Target), int>(graph.EdgeCount);
        foreach (var edge in graph.Edges)
        {
            var length = lengths(edge);
            if (length is < 1 or > TieLengths.LengthMax)
                Throw.LengthOutOfRange(length);
            var (source, target) = (nodes[edge.Source], nodes[edge.Target]);
            var ends = graph.IsDirected || source < target ? (source, target) : (target, source);
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(shortest, ends, out var known);
            slot = known ? Math.Min(slot, length) : length;
        }
        Tie[] ties = [.. shortest.Select(pair => new Tie(pair.Key.Source, pair.Key.Target, pair.Value))];
        var frozen = GraphBuilder.Build(vertices.Length, ties, graph.IsDirected);
        return new(frozen, vertices, TieLengths.FromValues(frozen));
    }

    private static (TVertex[] Vertices, Dictionary<TVertex, int> Nodes) Number<TEdge>(
        IEdgeListGraph<TVertex, TEdge> graph) where TEdge : IEdge<TVertex>
    {
        TVertex[] vertices = [.. graph.Vertices];
        var nodes = new Dictionary<TVertex, int>(vertices.Length);
        foreach (var vertex in vertices)
            nodes.Add(vertex, nodes.Count);
        return (vertices, nodes);
    }
}

using QuikGraph;

namespace InfluencerMap.Graph.Tests;

public class UndirectedFaceTests
{
    /// <summary>Three parallel ties, given both ways, whose strengths add up to other bits in another order.</summary>
    private static readonly Tie[] Ties =
        [new(2, 0, 0.1), new(0, 3, 0.5), new(0, 2, 0.2), new(3, 2, 4), new(2, 0, 0.3), new(1, 1), new(5, 3)];

    private static IUndirectedGraph<int, Tie> Face() => GraphBuilder.Build(6, Ties, directed: false).AsUndirected();

    [Fact]
    public void Each_tie_is_one_edge_whose_source_is_the_lower_vertex()
    {
        var face = Face();
        Assert.False(face.IsDirected || face.AllowParallelEdges || face.IsEdgesEmpty || face.IsVerticesEmpty);
        Assert.Equal([0, 1, 2, 3, 4, 5], face.Vertices);
        Assert.Equal((6, 4), (face.VertexCount, face.EdgeCount));
        Assert.Equal([new(0, 2, 0.1 + 0.2 + 0.3), new(0, 3, 0.5), new(2, 3, 4), new(3, 5)], face.Edges);
    }

    [Fact]
    public void Degree_is_the_number_of_neighbours_and_edges_at_both_ends_are_the_same_values()
    {
        var face = Face();
        Assert.Equal([2, 0, 2, 3, 0, 1], face.Vertices.Select(face.AdjacentDegree));
        Assert.Equal([1, 4], face.Vertices.Where(face.IsAdjacentEdgesEmpty));
        Assert.Equal([new(0, 3, 0.5), new(2, 3, 4), new(3, 5)], face.AdjacentEdges(3));
        Assert.Equal(new Tie(2, 3, 4), face.AdjacentEdge(3, 1));
        Assert.All(face.Edges, edge => Assert.True(
            face.AdjacentEdges(edge.Source).Contains(edge) && face.AdjacentEdges(edge.Target).Contains(edge)));
    }

    [Fact]
    public void Random_graphs_have_as_many_edges_as_pairs_tied_and_degrees_that_count_each_neighbour_once()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var ties = RandomGraphs.Ties(seed, 30, out var nodeCount);
            // Every other tie is given again from its other end, as two who write to each other have it.
            var again = ties.Where((_, at) => at % 2 == 0).Select(tie => new Tie(tie.Target, tie.Source));
            Tie[] both = [.. ties, .. again];
            var face = GraphBuilder.Build(nodeCount, both, directed: false).AsUndirected();

            Assert.Equal((nodeCount, ties.Length), (face.VertexCount, face.EdgeCount));
            Assert.Equal(
                ties.Select(tie => (Math.Min(tie.Source, tie.Target), Math.Max(tie.Source, tie.Target))).Order(),
                face.Edges.Select(edge => (edge.Source, edge.Target)).Order());
            Assert.Equal(
                face.Vertices.Select(node => ties.Count(tie => tie.Source == node || tie.Target == node)),
                face.Vertices.Select(face.AdjacentDegree));
            Assert.All(face.Vertices, node =>
                Assert.Equal(face.AdjacentDegree(node), face.AdjacentEdges(node).Distinct().Count()));
        }
    }

    [Fact]
    public void Edge_is_found_whichever_end_is_named_first()
    {
        var face = Face();
        Assert.True(face.TryGetEdge(3, 2, out var one) && face.TryGetEdge(2, 3, out var other) && one == other);
        Assert.True(face.ContainsEdge(3, 2) && face.ContainsEdge(2, 3) && face.ContainsEdge(new Tie(3, 2, 4)));
        Assert.False(face.ContainsEdge(new Tie(2, 3, 5)) || face.ContainsEdge(0, 1) || face.ContainsEdge(1, 1));
        Assert.False(face.TryGetEdge(-1, 2, out _) || face.TryGetEdge(9, 2, out _) || face.TryGetEdge(0, 5, out _));
        Assert.True(face.EdgeEqualityComparer(one, 3, 2) && face.EdgeEqualityComparer(one, 2, 3));
    }

    [Fact]
    public void Unknown_vertex_is_refused_with_its_bound()
    {
        var face = Face();
        Action[] calls =
        [
            () => face.AdjacentEdges(6), () => face.AdjacentDegree(-1), () => face.AdjacentEdge(6, 0),
            () => face.IsAdjacentEdgesEmpty(6),
        ];
        Assert.All(calls, call => Assert.EndsWith(
            " is outside 0 … 5.", Assert.Throws<VertexNotFoundException>(call).Message));
        Assert.Throws<ArgumentOutOfRangeException>(() => face.AdjacentEdge(0, 2));
        Assert.False(face.ContainsVertex(6));
    }

    [Fact]
    public void Directed_graph_has_none_and_says_what_to_do()
    {
        var directed = GraphBuilder.Build(6, Ties, directed: true);
        var message = Assert.Throws<InvalidOperationException>(directed.AsUndirected).Message;
        Assert.Contains("directed: false", message);
    }

    [Fact]
    public void Measures_read_the_graph_behind_the_face()
    {
        var graph = GraphBuilder.Build(6, Ties, directed: false);
        Assert.Same(graph, graph.AsUndirected().ToInteractionGraph(out var vertices));
        Assert.Equal([0, 1, 2, 3, 4, 5], vertices);
        Assert.Equal(graph.Betweenness(), graph.AsUndirected().Betweenness());
        Assert.Equal(graph.Betweenness(_ => 2), graph.AsUndirected().Betweenness(_ => 2));
        var copy = graph.AsUndirected().ToInteractionGraph(out _, tie => tie.Strength);
        Assert.False(copy.IsDirected);
        Assert.Equal((0, graph.ArcCount), (copy.MergedTieCount, copy.ArcCount));
    }

    [Fact]
    public void Graph_without_vertices_has_an_empty_face()
    {
        var face = GraphBuilder.Build(0, [], directed: false).AsUndirected();
        Assert.True(face.IsEdgesEmpty && face.IsVerticesEmpty);
        Assert.Empty(face.Edges);
    }
}

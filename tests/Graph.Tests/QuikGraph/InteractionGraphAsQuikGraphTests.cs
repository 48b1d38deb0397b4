using QuikGraph;

namespace InfluencerMap.Graph.Tests;

public class InteractionGraphAsQuikGraphTests
{
    private static readonly Tie[] Ties = [new(0, 1, 2), new(0, 3, 0.5), new(1, 2), new(3, 2, 4), new(2, 0)];

    private static IBidirectionalGraph<int, Tie> Directed() => GraphBuilder.Build(5, Ties, directed: true);

    private static IBidirectionalGraph<int, Tie> Undirected() => GraphBuilder.Build(5, Ties, directed: false);

    [Fact]
    public void Directed_graph_shows_its_ties_as_edges()
    {
        var graph = Directed();
        Assert.True(graph.IsDirected);
        Assert.False(graph.AllowParallelEdges);
        Assert.Equal([0, 1, 2, 3, 4], graph.Vertices);
        Assert.Equal(5, graph.VertexCount);
        Assert.Equal(5, graph.EdgeCount);
        Assert.Equal(Ties.ToHashSet(), graph.Edges.ToHashSet());
        Assert.False(graph.IsVerticesEmpty || graph.IsEdgesEmpty);
    }

    [Fact]
    public void Undirected_graph_shows_each_tie_as_an_edge_each_way()
    {
        var graph = Undirected();
        Assert.True(graph.IsDirected);
        Assert.Equal(2 * Ties.Length, graph.EdgeCount);
        Assert.All(Ties, tie => Assert.True(
            graph.ContainsEdge(tie) && graph.ContainsEdge(new Tie(tie.Target, tie.Source, tie.Strength))));
    }

    [Fact]
    public void Rows_hold_the_edges_of_their_vertex_both_ways()
    {
        var graph = Directed();
        Assert.Equal([new Tie(0, 1, 2), new Tie(0, 3, 0.5)], graph.OutEdges(0));
        Assert.Equal([new Tie(1, 2), new Tie(3, 2, 4)], graph.InEdges(2));
        Assert.Equal((2, 1, 3), (graph.OutDegree(0), graph.InDegree(0), graph.Degree(0)));
        Assert.Equal(new Tie(0, 3, 0.5), graph.OutEdge(0, 1));
        Assert.Equal(new Tie(3, 2, 4), graph.InEdge(2, 1));
        Assert.True(graph.IsOutEdgesEmpty(4) && graph.IsInEdgesEmpty(4));
        Assert.False(graph.IsOutEdgesEmpty(0) || graph.IsInEdgesEmpty(0));
    }

    [Fact]
    public void Edge_is_found_by_its_ends_in_its_direction_only()
    {
        var graph = Directed();
        Assert.True(graph.ContainsEdge(3, 2));
        Assert.False(graph.ContainsEdge(2, 3));
        Assert.False(graph.ContainsEdge(new Tie(3, 2, 5)));
        Assert.True(graph.TryGetEdge(3, 2, out var edge));
        Assert.Equal(new Tie(3, 2, 4), edge);
        Assert.False(graph.TryGetEdge(9, 2, out _) || graph.TryGetEdge(2, 9, out _) || graph.TryGetEdge(-1, 2, out _));
    }

    [Fact]
    public void Asking_for_edges_between_vertices_tells_an_empty_answer_from_an_unknown_vertex()
    {
        var graph = Directed();
        Assert.True(graph.TryGetEdges(3, 2, out var edges));
        Assert.Equal([new Tie(3, 2, 4)], edges);
        Assert.True(graph.TryGetEdges(2, 3, out edges));
        Assert.Empty(edges);
        Assert.False(graph.TryGetEdges(2, 9, out edges));
        Assert.Null(edges);
        Assert.False(graph.TryGetOutEdges(9, out edges));
        Assert.Null(edges);
        Assert.False(graph.TryGetInEdges(-1, out edges));
        Assert.Null(edges);
    }

    [Fact]
    public void Unknown_vertex_is_refused_with_its_bound()
    {
        var graph = Directed();
        Action[] calls =
        [
            () => graph.OutEdges(5), () => graph.InEdges(5), () => graph.OutDegree(5), () => graph.InDegree(5),
            () => graph.Degree(5), () => graph.OutEdge(5, 0), () => graph.InEdge(5, 0), () => graph.IsOutEdgesEmpty(5),
        ];
        Assert.All(calls, call => Assert.Equal(
            "Vertex 5 is outside 0 … 4.", Assert.Throws<VertexNotFoundException>(call).Message));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.OutEdge(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.InEdge(0, -1));
    }

    [Fact]
    public void Copy_of_a_graph_numbers_its_vertices_in_their_order_and_adds_parallel_strengths()
    {
        var graph = new ListGraph<string>(
            true, ["c", "a", "b"], new("c", "a"), new("c", "a"), new("a", "a"), new("b", "c"));
        var copy = graph.ToInteractionGraph(out var vertices, edge => edge.Source == "c" ? 2 : 1);
        Assert.Equal(["c", "a", "b"], vertices);
        Assert.Equal([new Tie(0, 1, 4), new Tie(2, 0, 1)], ((IEdgeSet<int, Tie>)copy).Edges);
        Assert.Equal((1, 1, true), (copy.SelfTieCount, copy.MergedTieCount, copy.IsDirected));
    }

    [Fact]
    public void Interaction_graph_is_not_copied()
    {
        var graph = GraphBuilder.Build(5, Ties, directed: false);
        Assert.Same(graph, graph.ToInteractionGraph(out var vertices));
        Assert.Equal([0, 1, 2, 3, 4], vertices);
    }
}

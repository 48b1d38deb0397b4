using QuikGraph;
using QuikGraph.Algorithms.Services;

namespace InfluencerMap.Graph.Tests;

/// <summary>Every kind of graph that QuikGraph has is measured by one call.</summary>
public class ContainersMeasured
{
    private static readonly SEdge<string>[] Edges =
    [
        new("ann", "bob"), new("bob", "cyd"), new("cyd", "dan"), new("dan", "ann"), new("cyd", "eve"),
        new("eve", "eve"), new("cyd", "eve"), new("eve", "fay"),
    ];

    private static readonly string[] People = ["ann", "bob", "cyd", "dan", "eve", "fay"];

    [Fact]
    public void Directed_containers_give_the_same_scores()
    {
        var list = new ListGraph<string>(true, People, Edges);
        var adjacency = Edges.ToAdjacencyGraph<string, SEdge<string>>();
        var bidirectional = Edges.ToBidirectionalGraph<string, SEdge<string>>();
        var edgeList = new EdgeListGraph<string, SEdge<string>>();
        edgeList.AddVerticesAndEdgeRange(Edges);

        AssertSame(list.Betweenness(), adjacency.Betweenness());
        AssertSame(list.Betweenness(), bidirectional.Betweenness());
        AssertSame(list.Betweenness(), edgeList.Betweenness());
        AssertSame(list.Betweenness(), adjacency.ToArrayAdjacencyGraph().Betweenness());
        AssertSame(list.Betweenness(), bidirectional.ToArrayBidirectionalGraph().Betweenness());
        AssertSame(list.Betweenness(), CompressedSparseRowGraph<string>.FromGraph(adjacency).Betweenness());
        AssertSame(list.HarmonicCloseness(), adjacency.HarmonicCloseness());
        Assert.Equal(list.Reach(2), adjacency.Reach(2));
    }

    [Fact]
    public void Reversed_graph_turns_reach_around()
    {
        var reversed = new ReversedBidirectionalGraph<string, SEdge<string>>(
            Edges.ToBidirectionalGraph<string, SEdge<string>>());
        Assert.Equal(1, reversed.Reach(1)["bob"]);
        Assert.Equal(5, reversed.Reach(9)["fay"]);
    }

    [Fact]
    public void Undirected_containers_give_the_scores_of_undirected_paths()
    {
        var list = new ListGraph<string>(false, People, Edges);
        var undirected = new UndirectedGraph<string, SEdge<string>>();
        undirected.AddVerticesAndEdgeRange(Edges);
        AssertSame(list.Betweenness(), undirected.Betweenness());
        AssertSame(list.Betweenness(), undirected.ToArrayUndirectedGraph().Betweenness());
        AssertSame(
            list.Betweenness(),
            new UndirectedBidirectionalGraph<string, SEdge<string>>(
                Edges.ToBidirectionalGraph<string, SEdge<string>>()).Betweenness());
    }

    [Fact]
    public void Class_edges_carry_lengths_and_strengths()
    {
        var graph = new AdjacencyGraph<string, TaggedEdge<string, double>>();
        graph.AddVerticesAndEdge(new("ann", "dan", 8));
        graph.AddVerticesAndEdge(new("ann", "bob", 1));
        graph.AddVerticesAndEdge(new("bob", "dan", 1));
        Assert.Equal(1, graph.Betweenness(edge => edge.Tag)["bob"]);
        var copy = graph.ToInteractionGraph(out var people, edge => edge.Tag);
        Assert.Equal([new Tie(0, 1, 8), new Tie(0, 2, 1), new Tie(2, 1, 1)], ((IEdgeSet<int, Tie>)copy).Edges);
        Assert.Equal(["ann", "dan", "bob"], people);
    }

    /// <summary>The reason for asking instead of listening; when this fails, the event can be used.</summary>
    [Fact]
    public void Package_never_raises_its_cancel_event()
    {
        var algorithm = new BetweennessCentralityAlgorithm<string, SEdge<string>>(
            Edges.ToAdjacencyGraph<string, SEdge<string>>());
        var manager = algorithm.GetService<ICancelManager>();
        var raised = 0;
        manager.CancelRequested += (_, _) => raised++;
        manager.Cancel();
        Assert.Equal((0, true), (raised, manager.IsCancelling));
    }

    private static void AssertSame(
        IReadOnlyDictionary<string, double> expected, IReadOnlyDictionary<string, double> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.All(expected, pair => Assert.Equal(pair.Value, actual[pair.Key], 1e-5));
    }
}

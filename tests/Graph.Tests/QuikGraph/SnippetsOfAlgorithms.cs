using QuikGraph;
using QuikGraph.Algorithms;

namespace InfluencerMap.Graph.Tests;

/// <summary>The snippets of docs/quikgraph.md that run QuikGraph's own containers and algorithms.</summary>
public class SnippetsOfAlgorithms
{
    [Fact]
    public void Any_container()
    {
        var graph = new UndirectedGraph<string, Edge<string>>();
        graph.AddVerticesAndEdge(new("ann", "bob"));
        graph.AddVerticesAndEdge(new("bob", "cyd"));
        var between = graph.Betweenness();             // bob 2: ann to cyd and cyd to ann

        Assert.Equal(2, between["bob"]);
    }

    [Fact]
    public void Their_algorithms_on_our_graph()
    {
        Tie[] ties = [new(0, 1, Strength: 5), new(1, 2), new(0, 2)];
        var graph = GraphBuilder.Build(nodeCount: 4, ties, directed: true);

        var components = new Dictionary<int, int>();
        var count = graph.WeaklyConnectedComponents(components);
        var pathTo = graph.ShortestPathsDijkstra(tie => 1 / tie.Strength, 0);

        Assert.Equal(2, count);
        Assert.True(pathTo(2, out var path) && path.Count() == 1);
    }

    [Fact]
    public void Their_undirected_algorithms_on_our_graph()
    {
        Tie[] ties = [new(0, 1, Strength: 5), new(1, 2), new(0, 2)];
        var graph = GraphBuilder.Build(nodeCount: 4, ties, directed: false);
        var undirected = graph.AsUndirected();         // 3 edges; graph itself shows 6 arcs

        var tree = undirected.MinimumSpanningTreeKruskal(tie => 1 / tie.Strength);
        var pathTo = undirected.ShortestPathsDijkstra(tie => 1 / tie.Strength, 2);

        Assert.Equal((3, 6), (undirected.EdgeCount, graph.ArcCount));
        Assert.Equal(2, tree.Count());
        Assert.True(pathTo(0, out var path) && path.Count() == 1);
    }
}

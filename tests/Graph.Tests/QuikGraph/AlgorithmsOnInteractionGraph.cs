using InfluencerMap.Tests;
using QuikGraph;
using QuikGraph.Algorithms;
using QuikGraph.Algorithms.Observers;
using QuikGraph.Algorithms.Ranking;
using QuikGraph.Algorithms.Search;
using QuikGraph.Algorithms.ShortestPath;

namespace InfluencerMap.Graph.Tests;

/// <summary>QuikGraph's algorithms, unmodified, on our graph: their answers are those of the naive oracles.</summary>
public class AlgorithmsOnInteractionGraph
{
    private const int Trials = 60;

    [Fact]
    public void Breadth_first_search_finds_every_vertex_at_its_distance() => OnRandomGraphs((graph, naive) =>
    {
        for (var root = 0; root < graph.NodeCount; root++)
        {
            var search = new BreadthFirstSearchAlgorithm<int, Tie>(graph);
            var recorder = new VertexDistanceRecorderObserver<int, Tie>(_ => 1);
            using (recorder.Attach(search))
                search.Compute(root);
            for (var node = 0; node < graph.NodeCount; node++)
                Assert.Equal(
                    naive.Distance[root, node],
                    node == root ? 0 : recorder.Distances.TryGetValue(node, out var steps) ? (int)steps : null);
        }
    });

    [Fact]
    public void Depth_first_search_visits_every_vertex() => OnRandomGraphs((graph, _) =>
    {
        var search = new DepthFirstSearchAlgorithm<int, Tie>(graph);
        search.Compute();
        Assert.Equal(graph.NodeCount, search.VerticesColors.Count(pair => pair.Value == GraphColor.Black));
    });

    [Fact]
    public void Dijkstra_finds_the_shortest_paths_by_length() => OnRandomGraphs((graph, _) =>
    {
        var naive = NaiveBetweenness.ShortestPaths(graph, TieLengths.FromValues(graph));
        for (var root = 0; root < graph.NodeCount; root++)
        {
            var pathTo = graph.ShortestPathsDijkstra(tie => tie.Strength, root);
            for (var node = 0; node < graph.NodeCount; node++)
                if (node != root)
                    Assert.Equal(
                        naive.Distance[root, node],
                        pathTo(node, out var path) ? (int)path.Sum(tie => tie.Strength) : null);
        }
    });

    [Fact]
    public void Weak_components_are_those_of_the_undirected_graph() => OnRandomGraphs((graph, _) =>
    {
        var undirected = GraphBuilder.Build(graph.NodeCount, [.. ((IEdgeSet<int, Tie>)graph).Edges], directed: false);
        var naive = new NaiveDistances(undirected).Reached();
        var weak = new Dictionary<int, int>();
        var weakCount = graph.WeaklyConnectedComponents(weak);
        var connected = new Dictionary<int, int>();
        var view = new UndirectedBidirectionalGraph<int, Tie>(graph);
        Assert.Equal(weakCount, view.ConnectedComponents(connected));
        for (var node = 0; node < graph.NodeCount; node++)
        {
            Assert.Equal(naive[node] + 1, weak.Values.Count(component => component == weak[node]));
            Assert.Equal(naive[node] + 1, connected.Values.Count(component => component == connected[node]));
        }
    });

    [Fact]
    public void Strong_components_hold_those_who_reach_each_other() => OnRandomGraphs((graph, naive) =>
    {
        var strong = new Dictionary<int, int>();
        graph.StronglyConnectedComponents(strong);
        for (var one = 0; one < graph.NodeCount; one++)
            for (var other = 0; other < graph.NodeCount; other++)
                Assert.Equal(
                    naive.Distance[one, other] is not null && naive.Distance[other, one] is not null,
                    strong[one] == strong[other]);
    });

    [Fact]
    public void PageRank_divided_by_its_sum_is_ours_where_nobody_is_a_dead_end()
    {
        // QuikGraph's keeps no 1/n, follows every edge alike, and loses the rank of dead ends.
        var pairs = Enumerable.Range(0, 50)
            .SelectMany(node => new[] { (node, (node + 1) % 50), (node, node * 7 % 50) });
        var graph = KnownGraphs.Build(50, directed: true, pairs);
        var algorithm = new PageRankAlgorithm<int, Tie>(graph) { MaxIterations = 500, Tolerance = 1e-13 };
        algorithm.Compute();
        var ours = PageRank.Compute(graph).Scores;
        for (var node = 0; node < 50; node++)
            Assert.Equal(ours[node], algorithm.Ranks[node] / algorithm.GetRanksSum(), 1e-8);
    }

    [Fact]
    public void Topological_sort_and_cycle_test_read_the_graph()
    {
        var chain = KnownGraphs.Path(6, directed: true);
        Assert.Equal([0, 1, 2, 3, 4, 5], chain.TopologicalSort());
        Assert.True(chain.IsDirectedAcyclicGraph());
        Assert.False(KnownGraphs.Cycle(6, directed: true).IsDirectedAcyclicGraph());
    }

    [Fact]
    public void Real_network_has_the_components_published_and_the_distances_of_our_sweep()
    {
        var mails = File.ReadLines(SharedData.Require("data/email-eu-core/email-Eu-core.txt"))
            .Select(line => line.Split(' ')).Select(row => (int.Parse(row[0]), int.Parse(row[1])));
        var graph = KnownGraphs.Build(1_005, directed: true, mails);
        Assert.Equal(986, Largest(graph.WeaklyConnectedComponents));
        Assert.Equal(803, Largest(graph.StronglyConnectedComponents));

        var sweep = Reach.Compute(graph);
        for (var root = 0; root < graph.NodeCount; root += 50)
        {
            var search = new BreadthFirstSearchAlgorithm<int, Tie>(graph);
            search.Compute(root);
            Assert.Equal(sweep.Reached[root] + 1, search.VerticesColors.Count(pair => pair.Value == GraphColor.Black));
            var pathTo = graph.ShortestPathsDijkstra(_ => 1, root);
            Assert.Equal(sweep.Eccentricity[root], Enumerable.Range(0, graph.NodeCount)
                .Max(node => pathTo(node, out var path) ? path.Count() : 0));
        }
    }

    private static int Largest(Func<IDictionary<int, int>, int> components)
    {
        var componentOf = new Dictionary<int, int>();
        components(componentOf);
        return componentOf.Values.CountBy(component => component).Max(pair => pair.Value);
    }

    private static void OnRandomGraphs(Action<InteractionGraph, (int?[,] Distance, double[,] Paths)> claim)
    {
        for (var seed = 0; seed < Trials; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed: seed % 2 == 0);
            claim(graph, NaiveBetweenness.ShortestPaths(graph, null));
        }
    }
}

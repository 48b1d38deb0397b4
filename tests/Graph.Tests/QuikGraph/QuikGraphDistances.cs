using QuikGraph;
using QuikGraph.Algorithms.Observers;
using QuikGraph.Algorithms.Search;
using QuikGraph.Algorithms.ShortestPath;

namespace InfluencerMap.Graph.Tests;

/// <summary>
/// Distances from everybody to everybody by QuikGraph's searches: those for directed graphs over our arcs, those for
/// undirected graphs over our ties. Infinite where there is no way.
/// </summary>
internal static class QuikGraphDistances
{
    public static double[][] InSteps(InteractionGraph graph) => FromEverybody(graph, root =>
    {
        if (graph.IsDirected)
        {
            var search = new BreadthFirstSearchAlgorithm<int, Tie>(graph);
            var recorder = new VertexDistanceRecorderObserver<int, Tie>(_ => 1);
            using (recorder.Attach(search))
                search.Compute(root);
            return recorder.Distances;
        }
        var undirected = new UndirectedBreadthFirstSearchAlgorithm<int, Tie>(graph.AsUndirected());
        var distances = new UndirectedVertexDistanceRecorderObserver<int, Tie>(_ => 1);
        using (distances.Attach(undirected))
            undirected.Compute(root);
        return distances.Distances;
    });

    public static double[][] ByLength(InteractionGraph graph, Func<Tie, double> length) => FromEverybody(graph, root =>
    {
        if (graph.IsDirected)
        {
            var search = new DijkstraShortestPathAlgorithm<int, Tie>(graph, length);
            search.Compute(root);
            return search.GetDistances();
        }
        var undirected = new UndirectedDijkstraShortestPathAlgorithm<int, Tie>(graph.AsUndirected(), length);
        undirected.Compute(root);
        return undirected.GetDistances();
    });

    private static double[][] FromEverybody(
        InteractionGraph graph, Func<int, IEnumerable<KeyValuePair<int, double>>> search) =>
        [.. Enumerable.Range(0, graph.NodeCount).Select(root =>
        {
            var row = Enumerable.Repeat(double.PositiveInfinity, graph.NodeCount).ToArray();
            foreach (var (node, distance) in search(root))
                row[node] = distance < double.MaxValue ? distance : double.PositiveInfinity;
            row[root] = 0;
            return row;
        })];
}

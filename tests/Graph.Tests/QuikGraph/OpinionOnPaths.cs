using InfluencerMap.Graph.Resilience;
using QuikGraph;
using QuikGraph.Algorithms.Search;
using QuikGraph.Predicates;

namespace InfluencerMap.Graph.Tests;

/// <summary>
/// Our measures of paths beside QuikGraph's searches, on random graphs of which many are in several pieces. What
/// follows from the distances is worked out by definition, without our searches.
/// </summary>
public class OpinionOnPaths
{
    private const int GraphCount = 120;

    public static MatrixTheoryData<bool, bool> DirectedAndWeighted { get; } = new([false, true], [false, true]);

    [Theory, InlineData(false), InlineData(true)]
    public void Reach_and_closeness_are_those_of_QuikGraphs_distances(bool directed)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed, nodeCountMax: 40);
            var others = QuikGraphDistances.InSteps(graph)
                .Select(row => row.Where(steps => steps is >= 1 and < double.PositiveInfinity).ToArray()).ToArray();
            var ours = Measured.Reach(graph, stepsMax: 4);

            for (var steps = 1; steps <= 4; steps++)
                Assert.Equal(others.Select(row => row.Count(step => step <= steps)), ours.Within(steps));
            Assert.Equal(others.Select(row => row.Length), ours.Reached);
            Assert.Equal(others.Select(row => (int)row.DefaultIfEmpty(0).Max()), ours.Eccentricity);
            double[] harmonic = [.. others.Select(row => row.Sum(step => 1 / step))];
            Measured.AssertClose(harmonic, ours.Harmonic);
            Measured.AssertClose(harmonic, HarmonicCloseness.Exact(graph).Scores);
            Measured.AssertClose(
                [.. others.Select(row => row.Length == 0
                    ? 0
                    : row.Length / (graph.NodeCount - 1.0) * row.Length / row.Sum())],
                ours.Closeness);
        }
    }

    [Fact]
    public void QuikGraphs_undirected_searches_find_the_distances_of_the_naive_oracle()
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed: false, nodeCountMax: 16);
            AssertDistances(QuikGraphDistances.InSteps(graph), graph, null);
            AssertDistances(
                QuikGraphDistances.ByLength(graph, tie => tie.Strength), graph, TieLengths.FromValues(graph));
        }

        static void AssertDistances(double[][] theirs, InteractionGraph graph, TieLengths? lengths)
        {
            var naive = NaiveBetweenness.ShortestPaths(graph, lengths).Distance;
            for (var root = 0; root < graph.NodeCount; root++)
                for (var node = 0; node < graph.NodeCount; node++)
                    Assert.Equal(naive[root, node] ?? double.PositiveInfinity, theirs[root][node]);
        }
    }

    [Theory, MemberData(nameof(DirectedAndWeighted))]
    public void Betweenness_is_the_share_of_listed_shortest_paths(bool directed, bool weighted)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed, nodeCountMax: 10);
            var lengths = weighted ? TieLengths.FromValues(graph) : null;
            Func<Tie, double> length = weighted ? tie => tie.Strength : _ => 1;
            foreach (var endpoints in (bool[])[false, true])
                Measured.AssertClose(
                    BetweennessOfListedPaths(graph, length, endpoints),
                    Measured.Betweenness(graph, new() { Endpoints = endpoints }, lengths));
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Betweenness_along_lengths_with_fractions_is_the_share_of_listed_shortest_paths(bool directed)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            // Quarters are added without rounding: paths of equal length are equal on both sides.
            var ties = RandomGraphs.Ties(seed, 10, out var nodeCount)
                .Select(tie => tie with { Strength = 3 + tie.Strength / 4 }).ToArray();
            var graph = GraphBuilder.Build(nodeCount, ties, directed);
            Measured.AssertClose(
                BetweennessOfListedPaths(graph, tie => tie.Strength, endpoints: false),
                Measured.Betweenness(graph, null, TieLengths.FromRealValues(graph)));
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Steps_without_a_person_are_those_of_QuikGraphs_graph_without_the_vertex(bool directed)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed, nodeCountMax: 20);
            var gone = seed % graph.NodeCount;
            var rest = new FilteredVertexListGraph<int, Tie, InteractionGraph>(
                graph, vertex => vertex != gone, _ => true);
            var paths = new ShortestPaths(graph);
            for (var root = 0; root < graph.NodeCount; root++)
            {
                if (root == gone)
                    continue;
                paths.SearchSteps(root, without: gone);
                var search = new BreadthFirstSearchAlgorithm<int, Tie>(rest);
                var steps = Enumerable.Repeat(-1, graph.NodeCount).ToArray();
                steps[root] = 0;
                search.TreeEdge += tie => steps[tie.Target] = steps[tie.Source] + 1;
                search.Compute(root);
                Assert.Equal(steps, paths.Distances);
            }
        }
    }

    /// <summary>Every shortest path of every ordered pair is listed, and those through a node are counted.</summary>
    private static double[] BetweennessOfListedPaths(InteractionGraph graph, Func<Tie, double> length, bool endpoints)
    {
        var distances = QuikGraphDistances.ByLength(graph, length);
        var arcsTo = ((IEdgeSet<int, Tie>)graph).Edges.ToLookup(arc => arc.Target);
        var scores = new double[graph.NodeCount];
        for (var source = 0; source < graph.NodeCount; source++)
            for (var target = 0; target < graph.NodeCount; target++)
            {
                if (source == target || double.IsInfinity(distances[source][target]))
                    continue;
                var paths = Back(distances[source], [target]).ToArray();
                foreach (var path in paths)
                    foreach (var node in endpoints ? path : path[1..^1])
                        scores[node] += 1.0 / paths.Length;
            }
        return scores;

        IEnumerable<int[]> Back(double[] fromSource, int[] path) => fromSource[path[0]] == 0
            ? [path]
            : arcsTo[path[0]]
                .Where(arc => fromSource[arc.Source] + length(arc) == fromSource[arc.Target])
                .SelectMany(arc => Back(fromSource, [arc.Source, .. path]));
    }
}

using QuikGraph;

namespace InfluencerMap.Graph.Tests;

public class QuikGraphMeasuresTests
{
    private static readonly string[] People = ["ann", "bob", "cyd", "dan", "eve"];

    private static readonly SEdge<string>[] Way =
        [new("ann", "bob"), new("bob", "cyd"), new("cyd", "dan"), new("dan", "dan"), new("bob", "ann")];

    [Fact]
    public void Directed_graph_is_measured_along_its_edges()
    {
        var graph = new ListGraph<string>(true, People, Way);
        Assert.Equal(Scores(0, 2, 2, 0, 0), graph.Betweenness());
        Assert.Equal(Scores(1 + 1 / 2.0 + 1 / 3.0, 1 + 1 + 1 / 2.0, 1, 0, 0), graph.HarmonicCloseness());
        Assert.Equal([2, 3, 1, 0, 0], People.Select(person => graph.Reach(2)[person]));
    }

    [Fact]
    public void Undirected_graph_is_measured_both_ways()
    {
        var graph = new ListGraph<string>(false, People, Way);
        Assert.Equal(Scores(0, 4, 4, 0, 0), graph.Betweenness());
        Assert.Equal([3, 3, 3, 3, 0], People.Select(person => graph.Reach(3)[person]));
        Assert.Equal(1 + 1 / 2.0 + 1 / 3.0, graph.HarmonicCloseness()["dan"]);
    }

    [Fact]
    public void Options_are_handed_on()
    {
        var graph = new ListGraph<string>(false, People, Way);
        var shares = graph.Betweenness(options: new() { Normalisation = Normalisation.NetworkX });
        Assert.Equal(4 / 12.0, shares["bob"], 1e-12);
    }

    [Fact]
    public void Lengths_decide_which_path_is_shortest()
    {
        SEdge<string>[] edges = [new("ann", "dan"), new("ann", "bob"), new("bob", "dan")];
        var graph = new ListGraph<string>(true, People, edges);
        Assert.Equal(0, graph.Betweenness()["bob"]);
        Assert.Equal(1, graph.Betweenness(edge => edge is { Source: "ann", Target: "dan" } ? 8 : 1)["bob"]);
    }

    [Fact]
    public void Of_parallel_edges_the_shortest_counts()
    {
        // ann–dan takes 3 directly and 2 through bob, unless the lengths of parallel edges were added.
        SEdge<string>[] edges = [new("ann", "dan"), new("ann", "bob"), new("bob", "ann"), new("bob", "dan")];
        var graph = new ListGraph<string>(false, People, edges);
        Assert.Equal(2, graph.Betweenness(edge => (edge.Source, edge.Target) switch
        {
            ("ann", "dan") => 3,
            ("bob", "ann") => 8,
            _ => 1,
        })["bob"]);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(9.0)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void Length_that_is_none_is_refused(double length) =>
        Assert.ThrowsAny<ArgumentException>(
            () => new ListGraph<string>(true, People, Way).Betweenness(_ => length));

    [Fact]
    public void Any_vertices_in_any_order_get_the_scores_of_the_same_graph_of_numbers()
    {
        var random = new Random(20260922);
        for (var trial = 0; trial < 60; trial++)
        {
            var directed = trial % 2 == 0;
            var nodeCount = random.Next(1, 30);
            var ties = Enumerable.Range(0, random.Next(3 * nodeCount))
                .Select(_ => new Tie(random.Next(nodeCount), random.Next(nodeCount))).ToArray();
            var names = Enumerable.Range(0, nodeCount).Select(node => $"v{node}").ToArray();
            string[] shuffled = [.. names];
            random.Shuffle(shuffled);
            var theirs = new ListGraph<string>(
                directed, shuffled, [.. ties.Select(tie => new SEdge<string>(names[tie.Source], names[tie.Target]))]);
            var ours = GraphBuilder.Build(nodeCount, ties, directed);

            AssertSame(names, Betweenness.Exact(ours).Scores, theirs.Betweenness());
            AssertSame(names, HarmonicCloseness.Exact(ours).Scores, theirs.HarmonicCloseness());
            Assert.Equal(Reach.Compute(ours, 2).Within(2), names.Select(name => theirs.Reach(2)[name]));
        }
    }

    [Fact]
    public void Undirected_interaction_graph_has_the_same_scores_as_the_arcs_that_it_shows()
    {
        Tie[] ties = [new(0, 1), new(1, 2), new(2, 3), new(3, 0), new(3, 4)];
        var graph = GraphBuilder.Build(5, ties, directed: false);
        var itsArcs = new ListGraph<int>(
            true, [0, 1, 2, 3, 4],
            [.. ((IEdgeSet<int, Tie>)graph).Edges.Select(tie => new SEdge<int>(tie.Source, tie.Target))]);
        Assert.Equal(itsArcs.Betweenness(), graph.Betweenness());
    }

    [Fact]
    public void Graph_without_vertices_has_no_scores() =>
        Assert.Empty(new ListGraph<string>(true, []).Betweenness());

    private static Dictionary<string, double> Scores(params double[] scores) =>
        People.Zip(scores).ToDictionary(pair => pair.First, pair => pair.Second);

    private static void AssertSame(string[] names, double[] expected, IReadOnlyDictionary<string, double> actual)
    {
        Assert.Equal(names.Length, actual.Count);
        for (var node = 0; node < names.Length; node++)
            Assert.Equal(expected[node], actual[names[node]], 1e-5 * Math.Max(1, expected[node]));
    }
}

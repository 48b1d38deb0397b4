namespace InfluencerMap.Graph.Tests;

public class ReachTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void Reach_matches_all_pairs_distances_on_random_graphs(bool directed)
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed, nodeCountMax: 90);
            var naive = new NaiveDistances(graph);
            var reach = Measured.Reach(graph, stepsMax: 4);
            for (var steps = 1; steps <= 4; steps++)
                Assert.Equal(naive.Within(steps), reach.Within(steps));
            Assert.Equal(naive.Reached(), reach.Reached);
            Assert.Equal(naive.Eccentricity(), reach.Eccentricity);
            Measured.AssertClose(naive.Harmonic(), reach.Harmonic, 1e-12);
            Measured.AssertClose(naive.Closeness(), reach.Closeness, 1e-12);
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Reach_matches_all_pairs_distances_over_several_blocks_in_any_order_of_the_nodes(bool directed)
    {
        // Long ways through few people beside short ones through many: levels are pushed and pulled.
        var random = new Random(3);
        var chain = Enumerable.Range(0, 100).Select(node => (node, node + 1));
        var crowd = Enumerable.Range(0, 2_000).Select(_ => (random.Next(100, 680), random.Next(100, 680)));
        var graph = KnownGraphs.Build(700, directed, chain.Concat(crowd));
        var naive = new NaiveDistances(graph);
        var nodes = Enumerable.Range(0, graph.NodeCount).ToArray();
        for (var run = 0; run < 2; run++)
        {
            var reach = Reach.InOrder(graph, nodes, 3, 2, null, TestContext.Current.CancellationToken);
            Assert.Equal(naive.Within(3), reach.Within(3));
            Assert.Equal(naive.Reached(), reach.Reached);
            Assert.Equal(naive.Eccentricity(), reach.Eccentricity);
            Measured.AssertClose(naive.Harmonic(), reach.Harmonic, 1e-12);
            random.Shuffle(nodes);
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Reach_within_any_number_of_steps_is_counted_without_keeping_each(bool directed)
    {
        var path = KnownGraphs.Path(200, directed);
        foreach (var graph in new[] { RandomGraphs.Make(5, directed, nodeCountMax: 90), path })
        {
            var naive = new NaiveDistances(graph);
            foreach (var steps in new[] { 1, 2, 5, 100, 199, 200, int.MaxValue })
                Assert.Equal(
                    naive.Within(Math.Min(steps, 1_000)),
                    Reach.CountWithin(graph, steps, cancellation: TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Reach_within_thousands_of_steps_takes_no_memory_for_each()
    {
        var graph = KnownGraphs.Path(5_000, directed: true);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reached = Reach.CountWithin(graph, 3_000, threads: 1, cancellation: TestContext.Current.CancellationToken);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
        Assert.Equal((3_000, 0), (reached[0], reached[^1]));
    }

    [Fact]
    public void Reach_goes_along_the_ties_from_a_person_to_others()
    {
        var reach = Measured.Reach(KnownGraphs.Path(4, directed: true));
        Assert.Equal([1, 1, 1, 0], reach.Within(1));
        Assert.Equal([3, 2, 1, 0], reach.Within(3));
        Assert.Equal([3, 2, 1, 0], reach.Eccentricity);
        Assert.Equal([1 + 1 / 2.0 + 1 / 3.0, 1.5, 1, 0], reach.Harmonic);
    }

    [Fact]
    public void Reach_within_fewer_steps_stays_the_same_when_more_are_asked_for()
    {
        // igraph #1316 mishandled a cut-off; a limit is the truncated search and nothing else.
        var grid = KnownGraphs.Grid(9, 9);
        var (few, many) = (Measured.Reach(grid, stepsMax: 2), Measured.Reach(grid, stepsMax: 40));
        Assert.Equal(few.Within(2), many.Within(2));
        Assert.Equal(few.Harmonic, many.Harmonic);
        Assert.Equal(many.Reached, many.Within(40));
    }

    [Fact]
    public void Kite_puts_nearest_whom_it_is_known_for()
    {
        // Krackhardt 1990: degree leads to node 3, closeness to nodes 5 and 6, betweenness to node 7.
        var kite = KnownGraphs.Kite();
        var closeness = Measured.Reach(kite).Closeness;
        Assert.Equal(0.643, closeness[5], 5e-4);
        Assert.Equal(closeness[5], closeness[6]);
        Assert.Equal(closeness.Max(), closeness[5]);
        Assert.Equal(3, Highest(Degree.Of(kite).Scores));
        Assert.Equal(7, Highest(Measured.Betweenness(kite)));
    }

    [Fact]
    public void Harmonic_closeness_is_the_one_that_reach_gives()
    {
        var graph = RandomGraphs.Make(3, directed: true, nodeCountMax: 90);
        var harmonic = HarmonicCloseness.Exact(graph, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Measured.Reach(graph).Harmonic, harmonic.Scores);
        Assert.Equal(
            "Harmonic closeness, exact, along the ties, every tie one step, raw sum of 1 / distance",
            harmonic.Definition);
    }

    [Theory, InlineData(0), InlineData(1)]
    public void Nobody_else_is_reached_where_there_is_nobody_else(int nodeCount)
    {
        var reach = Measured.Reach(KnownGraphs.Path(nodeCount));
        Assert.Equal(new int[nodeCount], reach.Within(1));
        Assert.Equal(new double[nodeCount], reach.Closeness);
    }

    [Fact]
    public void Steps_that_were_not_computed_are_refused()
    {
        var reach = Measured.Reach(KnownGraphs.Path(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => reach.Within(0));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => reach.Within(4));
        Assert.Contains("Reach in 4 steps was not computed; 1 to 3 were.", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Measured.Reach(KnownGraphs.Path(4), stepsMax: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Measured.Reach(KnownGraphs.Path(4), threads: -1));
    }

    private static int Highest(double[] scores) => Array.IndexOf(scores, scores.Max());
}

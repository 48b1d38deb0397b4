namespace InfluencerMap.Graph.Tests;

public class EdgeBetweennessTests
{
    [Theory, InlineData(false, false), InlineData(true, false), InlineData(false, true), InlineData(true, true)]
    public void Edge_betweenness_counts_the_paths_over_each_tie(bool directed, bool weighted)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed);
            var (options, counts) = SomePathsTests.Choice(graph, seed, weighted);
            options = options with { Endpoints = false };
            var lengths = weighted ? TieLengths.FromValues(graph) : null;
            var arcs = NaiveBetweenness.OfArcs(graph, lengths, counts);
            var expected = Ties(graph).Select(tie => arcs[tie.Arc] + (directed ? 0 : arcs[tie.Back])).ToArray();
            var scores = Measure(graph, options, lengths);
            Measured.AssertClose(expected, scores);

            if (!weighted)
                continue;
            // The same lengths as fractions go through the queue.
            var small = GraphBuilder.Build(
                graph.NodeCount, [.. Ties(graph).Select(tie => new Tie(tie.From, tie.To, tie.Length / 1024))], directed,
                ParallelTies.KeepLeast);
            Measured.AssertClose(expected, Measure(
                small, options with { Cutoff = options.Cutoff / 1024 }, TieLengths.FromRealValues(small)));
        }
    }

    /// <summary>Values of igraph 0.10, which counts undirected pairs once.</summary>
    [Fact]
    public void Edge_betweenness_of_the_karate_club_is_igraph_s()
    {
        var graph = KnownGraphs.KarateClub();
        var scores = Measure(graph);
        double[] expected = [14.166666666666664, 43.638888888888886, 11.5, 29.333333333333332, 43.83333333333333];
        Measured.AssertClose([.. expected.Select(score => 2 * score)], scores[..5]);
        Assert.Equal(2 * 71.39285714285712, scores.Max(), 1e-9);
    }

    [Fact]
    public void Scores_of_all_ties_sum_to_all_distances()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed: true, nodeCountMax: 40);
            var distances = new NaiveDistances(graph);
            var sum = distances.PeopleInBetween() + distances.Reached().Sum();
            Assert.Equal(sum, Measure(graph).Sum(), 1e-6);
        }
    }

    [Fact]
    public void Normalised_it_is_the_share_of_ordered_pairs()
    {
        // Each tie of a star has the paths of its leaf, in both directions: 2 (n − 1) of n (n − 1).
        var scores = Measure(KnownGraphs.Star(5), new() { Normalisation = Normalisation.NetworkX });
        Assert.All(scores, score => Assert.Equal(0.4, score, 1e-12));
        Assert.Empty(Measure(GraphBuilder.Build(1, [], directed: true), new() { Normalisation = Normalisation.Pairs }));
    }

    [Fact]
    public void Edge_betweenness_has_the_same_bits_for_any_number_of_threads()
    {
        var graph = SameBits.Large(directed: true);
        foreach (var threads in (int[])[2, 3, 8])
            Assert.Equal(Measure(graph, new() { Threads = 1 }), Measure(graph, new() { Threads = threads }));
    }

    [Fact]
    public void Endpoints_are_refused() =>
        Assert.Throws<ArgumentException>(() => Measure(KnownGraphs.Star(3), new() { Endpoints = true }));

    private static double[] Measure(
        InteractionGraph graph, BetweennessOptions? options = null, TieLengths? lengths = null) =>
        EdgeBetweenness.Exact(graph, options, lengths, null, TestContext.Current.CancellationToken).Scores;

    private static IEnumerable<(int From, int To, int Arc, int Back, double Length)> Ties(InteractionGraph graph)
    {
        for (var from = 0; from < graph.NodeCount; from++)
            for (var arc = graph.OutOffsets[from]; arc < graph.OutOffsets[from + 1]; arc++)
            {
                var to = graph.OutTargets[arc];
                var back = graph.OutOffsets[to] + graph.OutNeighbours(to).IndexOf(from);
                yield return (from, to, arc, back, graph.OutStrengths[arc]);
            }
    }
}

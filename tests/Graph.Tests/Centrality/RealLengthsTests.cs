using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph.Tests;

/// <summary>Betweenness where ties have lengths of any size.</summary>
public class RealLengthsTests
{
    private const int GraphCount = 150;

    [Theory, InlineData(false), InlineData(true)]
    public void Real_lengths_score_as_walking_every_way_does(bool directed)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = Made(seed, directed, random => random.NextDouble() + 0.001);
            Measured.AssertClose(
                NaiveWays.Betweenness(graph), Measured.Betweenness(graph, null, TieLengths.FromRealValues(graph)));
        }
    }

    /// <summary>Quarters add up exactly, so that many ways are equally long.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void Equally_long_ways_share_whatever_the_unit_of_length_is(bool directed)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = Made(seed, directed, random => random.Next(1, 5) / 4.0);
            var lengths = TieLengths.FromRealValues(graph);
            Measured.AssertClose(NaiveWays.Betweenness(graph), Measured.Betweenness(graph, null, lengths));
            var whole = Scaled(graph, 4);
            Measured.AssertClose(
                Measured.Betweenness(whole, null, TieLengths.FromValues(whole)),
                Measured.Betweenness(graph, null, lengths), 1e-12);
        }
    }

    /// <summary>Tenths do not add up exactly; within a billionth they do, as in whole numbers.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void Ways_equally_long_within_the_share_allowed_count_as_equal(bool directed)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var tenths = Made(seed, directed, random => random.Next(1, 5) / 10.0);
            var whole = Scaled(tenths, 10, Math.Round);
            Measured.AssertClose(
                Measured.Betweenness(whole, null, TieLengths.FromValues(whole)),
                Measured.Betweenness(tenths, null, TieLengths.FromRealValues(tenths, equalWithin: 1e-9)), 1e-12);
        }
    }

    [Fact]
    public void Without_a_share_allowed_sums_are_compared_as_they_are()
    {
        var graph = GraphBuilder.Build(3, [new(0, 1, 0.1), new(1, 2, 0.2), new(0, 2, 0.3)], directed: true);
        Assert.Equal([0, 0, 0], Measured.Betweenness(graph, null, TieLengths.FromRealValues(graph)));
        Assert.Equal([0, 0.5, 0], Measured.Betweenness(graph, null, TieLengths.FromRealValues(graph, 1e-9)));
    }

    [Fact]
    public void Whole_lengths_up_to_eight_take_the_whole_path_bit_for_bit()
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, seed % 2 == 0, nodeCountMax: 60);
            var real = TieLengths.FromRealValues(graph);
            Assert.True(real.IsWhole);
            Assert.Equal(
                Measured.Betweenness(graph, null, TieLengths.FromValues(graph)),
                Measured.Betweenness(graph, null, real));
        }
    }

    [Theory, InlineData(1e-320), InlineData(1e-300), InlineData(1e300), InlineData(1e308)]
    public void Lengths_of_any_size_score_as_their_ratios_do(double factor)
    {
        var near = GraphBuilder.Build(5, Ring(1), directed: false);
        var far = GraphBuilder.Build(5, Ring(factor), directed: false);
        Measured.AssertClose(
            Measured.Betweenness(near, null, TieLengths.FromRealValues(near)),
            Measured.Betweenness(far, null, TieLengths.FromRealValues(far)));

        static Tie[] Ring(double unit) =>
            [new(0, 1, unit), new(1, 2, unit), new(2, 3, unit), new(3, 4, unit), new(4, 0, 1.5 * unit)];
    }

    [Fact]
    public void Inverse_strengths_make_the_strong_tie_the_short_way()
    {
        var graph = GraphBuilder.Build(
            4, [new(0, 1, 1e-320), new(0, 2, 4), new(2, 1, 4), new(1, 3, double.MaxValue)], directed: false);
        Assert.Equal([0, 4, 4, 0], Measured.Betweenness(graph, null, TieLengths.FromInverseStrengths(graph)));
    }

    /// <summary>Of length too small to change a distance, there and back is no circle of shortest paths.</summary>
    [Fact]
    public void Length_lost_in_rounding_closes_no_circle()
    {
        var graph = GraphBuilder.Build(
            4, [new(0, 1, 1e9), new(1, 2, 1e-9), new(2, 3, 1e-9), new(1, 3, 5)], directed: false);
        foreach (var share in new[] { 0, 1e-9 })
        {
            var scores = Measured.Betweenness(graph, null, TieLengths.FromRealValues(graph, share));
            Assert.All(scores, score => Assert.InRange(score, 0, 6));
        }
    }

    [Fact]
    public void Ladder_with_real_lengths_counts_ways_beyond_a_double()
    {
        var whole = KnownGraphs.Ladder(970);
        var real = Scaled(whole, 0.5);
        Measured.AssertClose(
            Measured.Betweenness(whole), Measured.Betweenness(real, null, TieLengths.FromRealValues(real)));
    }

    [Fact]
    public void Endpoints_and_threads_hold_with_real_lengths()
    {
        var graph = Made(3, directed: true, random => random.NextDouble() + 0.1, nodeCountMax: 200);
        var lengths = TieLengths.FromRealValues(graph);
        var plain = Measured.Betweenness(graph, new() { Threads = 1 }, lengths);
        var ends = Measured.Betweenness(graph, new() { Threads = 1, Endpoints = true }, lengths);
        var reach = Measured.Reach(graph);
        var back = Measured.Reach(graph.Reversed());
        Measured.AssertClose(
            [.. plain.Select((score, node) => score + reach.Reached[node] + back.Reached[node])], ends);
        Assert.Equal(plain, Measured.Betweenness(graph, new() { Threads = 3 }, lengths));
    }

    [Fact]
    public void Sample_with_real_lengths_is_as_near_as_it_says()
    {
        var graph = Made(12, directed: false, random => random.NextDouble() + 0.1, nodeCountMax: 60);
        var lengths = TieLengths.FromRealValues(graph);
        var pairs = new BetweennessOptions { Normalisation = Normalisation.Pairs, Threads = 1 };
        var sampled = Betweenness.Sample(
            graph, new() { Epsilon = 0.05, Exact = pairs }, lengths, 1 << 20, null,
            TestContext.Current.CancellationToken)!;
        var exact = Measured.Betweenness(graph, pairs, lengths);
        Assert.Contains("real tie lengths", sampled.Definition);
        Assert.All(exact.Zip(sampled.Scores), both =>
            Assert.InRange(Math.Abs(both.First - both.Second), 0, sampled.Sampled!.Epsilon));
    }

    [Fact]
    public void Second_block_with_real_lengths_allocates_nothing()
    {
        var graph = Made(5, directed: true, random => random.NextDouble() + 0.1, nodeCountMax: 90);
        var kernel = new RealBrandes(graph, TieLengths.FromRealValues(graph), new() { Endpoints = true });
        var sums = new double[graph.NodeCount];
        kernel.AddBlock(0, graph.NodeCount, sums);
        var before = GC.GetAllocatedBytesForCurrentThread();
        kernel.AddBlock(0, graph.NodeCount, sums);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory, InlineData(-1e-9), InlineData(0.01), InlineData(double.NaN)]
    public void Share_that_is_no_rounding_is_refused(double share)
    {
        var graph = GraphBuilder.Build(2, [new(0, 1, 0.5)], directed: true);
        Assert.Contains("outside [0, 0.001]", Assert.Throws<ArgumentOutOfRangeException>(
            () => TieLengths.FromRealValues(graph, share)).Message);
    }

    private static InteractionGraph Made(
        int seed, bool directed, Func<Random, double> length, int nodeCountMax = 7)
    {
        var random = new Random(seed);
        var ties = RandomGraphs.Ties(seed, nodeCountMax, out var nodeCount);
        return GraphBuilder.Build(
            nodeCount, [.. ties.Select(tie => tie with { Strength = length(random) })], directed);
    }

    private static InteractionGraph Scaled(InteractionGraph graph, double factor, Func<double, double>? round = null)
    {
        var ties = new List<Tie>();
        for (var node = 0; node < graph.NodeCount; node++)
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
                if (graph.IsDirected || node < graph.OutTargets[arc])
                    ties.Add(new(
                        node, graph.OutTargets[arc],
                        round is null ? factor * graph.OutStrengths[arc] : round(factor * graph.OutStrengths[arc])));
        return GraphBuilder.Build(graph.NodeCount, [.. ties], graph.IsDirected);
    }
}

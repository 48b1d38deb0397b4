namespace InfluencerMap.Graph.Tests;

/// <summary>Betweenness of paths up to a length, and between some sources and some targets.</summary>
public class SomePathsTests
{
    [Theory, InlineData(false, false), InlineData(true, false), InlineData(false, true), InlineData(true, true)]
    public void Paths_that_do_not_count_add_nothing(bool directed, bool weighted)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed);
            var (options, counts) = Choice(graph, seed, weighted);
            var lengths = weighted ? TieLengths.FromValues(graph) : null;
            Measured.AssertClose(
                NaiveBetweenness.Compute(graph, lengths, options.Endpoints, counts),
                Measured.Betweenness(graph, options, lengths));
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Real_lengths_have_the_scores_of_the_same_lengths_in_whole_numbers(bool directed)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var ties = RandomGraphs.Ties(seed, 12, out var nodeCount);
            var graph = GraphBuilder.Build(nodeCount, ties, directed);
            var (options, counts) = Choice(graph, seed, weighted: true);
            // 2^-20 of each length keeps every sum exact.
            var small = GraphBuilder.Build(
                nodeCount, [.. ties.Select(tie => tie with { Strength = Math.ScaleB(tie.Strength, -20) })], directed);
            options = options with { Cutoff = options.Cutoff is { } cutoff ? Math.ScaleB(cutoff, -20) : null };
            Measured.AssertClose(
                NaiveBetweenness.Compute(graph, TieLengths.FromValues(graph), options.Endpoints, counts),
                Measured.Betweenness(small, options, TieLengths.FromRealValues(small)));
        }
    }

    /// <summary>Values of igraph 0.10, which counts undirected pairs once.</summary>
    [Theory]
    [InlineData(2, 85.08333333333334, 13.416666666666666, 22.416666666666668, 2.25)]
    [InlineData(3.5, 159.24523809523814, 21.121428571428567, 61.874603174603166, 4.438095238095238)]
    public void Cutoff_is_igraph_s_in_the_karate_club(double cutoff, params double[] expected)
    {
        var scores = Measured.Betweenness(KnownGraphs.KarateClub(), new() { Cutoff = cutoff });
        Measured.AssertClose([.. expected.Select(score => 2 * score)], scores[..4]);
    }

    /// <summary>The path of five that networkx tests its subsets on; undirected it prints half.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void Source_and_target_of_a_path_leave_what_lies_between_them(bool directed)
    {
        var options = new BetweennessOptions { Sources = [0, 0], Targets = [3] };
        Assert.Equal([0, 1, 1, 0, 0], Measured.Betweenness(KnownGraphs.Path(5, directed), options));
    }

    /// <summary>Four lengths of 1e300 leave the range of a double, and are scaled together with the cutoff.</summary>
    [Theory, InlineData(1.9e300, 0), InlineData(2e300, 1)]
    public void Cutoff_holds_for_lengths_near_the_greatest_number(double cutoff, double score)
    {
        var graph = GraphBuilder.Build(3, [new(0, 1, 1e300), new(1, 2, 1e300)], directed: true);
        Assert.Equal(
            [0, score, 0],
            Measured.Betweenness(graph, new() { Cutoff = cutoff }, TieLengths.FromRealValues(graph)));
    }

    [Theory, InlineData(0, 0), InlineData(1e-9, 1)]
    public void Cutoff_is_as_exact_as_equal_lengths_are(double equalWithin, double score)
    {
        var graph = GraphBuilder.Build(3, [new(0, 1, 0.1), new(1, 2, 0.2)], directed: true);
        var lengths = TieLengths.FromRealValues(graph, equalWithin);
        Assert.Equal([0, score, 0], Measured.Betweenness(graph, new() { Cutoff = 0.3 }, lengths));
    }

    [Fact]
    public void Paths_beyond_the_range_of_a_double_are_shared_out_between_two_ends()
    {
        var graph = KnownGraphs.Ladder(1100);
        var options = new BetweennessOptions { Sources = [0], Targets = [3300] };
        var scores = Measured.Betweenness(graph, options);
        Measured.AssertClose([0, 0.5, 0.5, 1, 0.5, 0.5, 1], scores[..7]);
        var ofTies = EdgeBetweenness.Exact(graph, options, cancellation: TestContext.Current.CancellationToken);
        Assert.All(ofTies.Scores, score => Assert.Equal(0.5, score, 1e-9));
    }

    [Fact]
    public void Cutoff_has_the_same_bits_for_any_number_of_threads()
    {
        var graph = SameBits.Large(directed: true);
        foreach (var threads in (int[])[2, 3, 8])
            Assert.Equal(
                Measured.Betweenness(graph, new() { Threads = 1, Cutoff = 3 }),
                Measured.Betweenness(graph, new() { Threads = threads, Cutoff = 3 }));
    }

    [Fact]
    public void All_nodes_as_sources_and_targets_are_no_choice()
    {
        var graph = SameBits.Large(directed: false);
        int[] all = [.. Enumerable.Range(0, graph.NodeCount)];
        Measured.AssertClose(
            Measured.Betweenness(graph),
            Measured.Betweenness(graph, new() { Sources = all, Targets = all, Cutoff = 1000 }));
    }

    [Fact]
    public void Senseless_choices_are_refused()
    {
        var graph = KnownGraphs.Star(5);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetweennessOptions { Cutoff = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetweennessOptions { Cutoff = double.NaN });
        var outside = Assert.Throws<ArgumentException>(() => Measured.Betweenness(graph, new() { Targets = [5] }));
        Assert.Contains("source or target is node 5; the graph has 0 … 4.", outside.Message, StringComparison.Ordinal);
        var sampled = new SampledOptions { Exact = new() { Cutoff = 2 } };
        Assert.Throws<ArgumentException>(
            () => Betweenness.Sampled(graph, sampled, cancellation: TestContext.Current.CancellationToken));
    }

    /// <summary>Every combination of cutoff, sources, targets and endpoints in turn.</summary>
    internal static (BetweennessOptions Options, Func<int, int, int, bool> Counts) Choice(
        InteractionGraph graph, int seed, bool weighted)
    {
        var random = new Random(seed);
        int[] nodes = [.. Enumerable.Range(0, graph.NodeCount)];
        var options = new BetweennessOptions
        {
            Cutoff = seed % 2 == 0 ? random.Next(1, weighted ? 12 : 4) + 0.5 * (seed % 3) : null,
            Sources = seed / 2 % 2 == 0 ? [.. nodes.Where(_ => random.Next(2) == 0)] : null,
            Targets = seed / 4 % 2 == 0 ? [.. nodes.Where(_ => random.Next(2) == 0)] : null,
            Endpoints = seed / 8 % 2 == 0,
        };
        return (options, (source, target, distance) => distance <= (options.Cutoff ?? 1000)
            && options.Sources?.Contains(source) != false && options.Targets?.Contains(target) != false);
    }
}

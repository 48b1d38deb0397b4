namespace InfluencerMap.Graph.Tests;

/// <summary>Sampled betweenness keeps its promise: how often it fails is counted over many seeds.</summary>
public class SampledBetweenness
{
    // Of 1,000 runs that each may fail with probability 0.05, more than 73 fail once in a thousand such tests.
    private const int SeedCount = 1_000, FailuresMax = 73;
    private const int SeedCountInShort = 60, FailuresMaxInShort = 10;

    private static bool IsLong => Environment.GetEnvironmentVariable("INFLUENCERMAP_TEST_LONG") == "1";

    public static TheoryData<string> Graphs { get; } = ["counter-example", "kite", "directed", "weighted", "cycle"];

    [Theory, MemberData(nameof(Graphs))]
    public void Share_of_runs_with_any_error_above_epsilon_is_at_most_delta(string name)
    {
        var (graph, lengths) = Make(name);
        var exact = Measured.Betweenness(graph, new() { Normalisation = Normalisation.Pairs }, lengths);
        var failures = 0;
        for (var seed = 0; seed < (IsLong ? SeedCount : SeedCountInShort); seed++)
        {
            var sampled = Sample(graph, lengths, (ulong)seed, epsilon: 0.05, topK: 0);
            Assert.True(sampled.Sampled!.Epsilon <= 0.05);
            var error = exact.Zip(sampled.Scores, (one, other) => Math.Abs(one - other)).Max();
            if (error > sampled.Sampled.Epsilon)
                failures++;
        }
        Assert.InRange(failures, 0, IsLong ? FailuresMax : FailuresMaxInShort);
    }

    /// <summary>The middle is between all pairs of others, whatever source is drawn but itself.</summary>
    [Theory, InlineData(Normalisation.Raw, 89_102), InlineData(Normalisation.NetworkX, 1)]
    public void Estimate_is_never_above_all_pairs_of_others(Normalisation normalisation, double most)
    {
        var star = KnownGraphs.Star(300);
        Assert.Equal(300, star.NodeCount);
        for (var seed = 0ul; seed < 20; seed++)
        {
            var options = new SampledOptions
            {
                Seed = seed,
                Epsilon = 0.5,
                Exact = new() { Threads = 1, Normalisation = normalisation },
            };
            var scores = Sample(star, options).Scores;
            Assert.InRange(scores.Max(), most * 0.95, most);
        }
    }

    [Fact]
    public void Certain_top_is_the_true_top()
    {
        var (graph, _) = Make("counter-example");
        var exact = Measured.Betweenness(graph);
        var top = Enumerable.Range(0, graph.NodeCount).OrderByDescending(node => exact[node]).Take(3).Order();
        for (var seed = 0; seed < 20; seed++)
        {
            var sampled = Sample(graph, null, (ulong)seed, epsilon: 0.0001, topK: 3).Sampled!;
            Assert.Equal(top, sampled.CertainTop.Order());
            Assert.True(sampled.Epsilon > 0.0001, "The set is certain long before the scores are.");
        }
    }

    [Fact]
    public void Counter_example_puts_x_before_y_in_every_run()
    {
        var (graph, _) = Make("counter-example");
        for (var seed = 0; seed < 20; seed++)
        {
            var scores = Sample(graph, null, (ulong)seed, epsilon: 0.02, topK: 0).Scores;
            Assert.InRange(scores[45], 0.04428, 0.08428);
            Assert.InRange(scores[46], 0.00143, 0.04143);
            Assert.True(scores[45] > scores[46]);
        }
    }

    [Fact]
    public void Same_seed_gives_the_same_bits_for_any_number_of_threads()
    {
        var (graph, _) = Make("directed");
        var options = new SampledOptions { Epsilon = 0.05, Seed = 7 };
        var one = Sample(graph, options with { Exact = new() { Threads = 1 } });
        var four = Sample(graph, options with { Exact = new() { Threads = 4 } });
        Assert.Equal(one.Scores, four.Scores);
        Assert.NotEqual(one.Scores, Sample(graph, options with { Seed = 8 }).Scores);
    }

    [Fact]
    public void Sample_as_large_as_the_graph_gives_way_to_exact_scores_and_says_so()
    {
        var graph = KnownGraphs.KarateClub();
        var cancellation = TestContext.Current.CancellationToken;
        var sampled = Betweenness.Sampled(graph, cancellation: cancellation);
        Assert.Null(sampled.Sampled);
        Assert.Contains("exact", sampled.Definition);
        Assert.Equal(Betweenness.Exact(graph, cancellation: cancellation).Scores, sampled.Scores);
        Assert.Null(Betweenness.Compute(graph, cancellation: cancellation).Sampled);
    }

    [Fact]
    public void Sample_that_cannot_be_enough_is_given_up_at_the_first_check()
    {
        var random = new Random(3);
        var ties = Enumerable.Range(0, 6_000).Select(_ => new Tie(random.Next(2_000), random.Next(2_000))).ToArray();
        var graph = GraphBuilder.Build(2_000, ties, directed: false);
        var heard = new List<MeasureProgress>();
        var sampled = Betweenness.Sample(
            graph, new() { Epsilon = 1e-6, Exact = new() { Threads = 1 } }, null, graph.NodeCount,
            new Listener(heard.Add), TestContext.Current.CancellationToken);
        Assert.Null(sampled);
        Assert.Equal(256, heard.Max(progress => progress.SourcesDone));
    }

    private sealed class Listener(Action<MeasureProgress> hear) : IProgress<MeasureProgress>
    {
        public void Report(MeasureProgress value) => hear(value);
    }

    [Fact]
    public void Sampled_result_says_so()
    {
        var (graph, _) = Make("counter-example");
        var sampled = Sample(graph, null, 1, epsilon: 0.05, topK: 0);
        Assert.Contains($"sampled from {sampled.Sampled!.SourceCount} sources", sampled.Definition);
        Assert.Equal(0.05, sampled.Sampled.Delta);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(-0.1), InlineData(double.NaN)]
    public void Shares_outside_0_and_1_are_refused(double share)
    {
        Assert.Contains("is outside (0, 1).", Assert.Throws<ArgumentOutOfRangeException>(
            () => new SampledOptions { Epsilon = share }).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampledOptions { Delta = share });
    }

    private static Centrality Sample(
        InteractionGraph graph, TieLengths? lengths, ulong seed, double epsilon, int topK) => Sample(graph, new()
        {
            Epsilon = epsilon,
            Seed = seed,
            TopK = topK,
            Exact = new() { Threads = 1, Normalisation = Normalisation.Pairs },
        }, lengths);

    /// <summary>Without giving way to exact scores, which would be right every time.</summary>
    private static Centrality Sample(InteractionGraph graph, SampledOptions options, TieLengths? lengths = null) =>
        Betweenness.Sample(
            graph, options, lengths, sourcesMax: 1 << 20, null, TestContext.Current.CancellationToken)!;

    private static (InteractionGraph Graph, TieLengths? Lengths) Make(string name)
    {
        var graph = name switch
        {
            "counter-example" => KnownGraphs.CounterExample(),
            "kite" => KnownGraphs.Kite(),
            "cycle" => KnownGraphs.Cycle(120),
            _ => RandomGraphs.Make(12, directed: name == "directed", nodeCountMax: 60),
        };
        return (graph, name == "weighted" ? TieLengths.FromValues(graph) : null);
    }
}

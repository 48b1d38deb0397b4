using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph.Tests;

/// <summary>The lane engine against the plain one, whatever the size of the graph.</summary>
public class LaneTests
{
    private const int GraphCount = 60;

    public static MatrixTheoryData<bool, bool, bool> DirectedWeightedEndpoints { get; } =
        new([false, true], [false, true], [false, true]);

    public static MatrixTheoryData<Precision, bool> PrecisionAndWeighted { get; } =
        new([Precision.Float, Precision.Double], [false, true]);

    [Theory, MemberData(nameof(DirectedWeightedEndpoints))]
    public void Lanes_match_the_plain_path_on_random_graphs(bool directed, bool weighted, bool endpoints)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed, nodeCountMax: 150);
            var lengths = weighted ? TieLengths.FromValues(graph) : null;
            var expected = Plain(graph, lengths, endpoints);
            var setup = new LaneSetup { Endpoints = endpoints };
            Measured.AssertClose(expected, Lanes(graph, lengths, setup), 1e-5);
            Measured.AssertClose(
                expected, Lanes(graph, lengths, setup with { Precision = Precision.Double }), 1e-12);
        }
    }

    /// <summary>Several blocks of one worker: what lies beyond the cutoff leaves no trace.</summary>
    [Theory, MemberData(nameof(DirectedWeightedEndpoints))]
    public void Lanes_match_the_plain_path_up_to_a_cutoff(bool directed, bool weighted, bool endpoints)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed, nodeCountMax: 300);
            var lengths = weighted ? TieLengths.FromValues(graph) : null;
            var cutoff = seed % 5 + 1;
            Measured.AssertClose(
                Plain(graph, lengths, endpoints, cutoff),
                Lanes(graph, lengths, new() { Endpoints = endpoints, Cutoff = cutoff }), 1e-5);
        }
    }

    [Theory, MemberData(nameof(PrecisionAndWeighted))]
    public void Every_vector_width_gives_the_same_bits(Precision precision, bool weighted)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed: seed % 2 == 0, nodeCountMax: 200);
            var lengths = weighted ? TieLengths.FromValues(graph) : null;
            var setup = new LaneSetup { Precision = precision, Width = LaneWidth.Scalar };
            var expected = Lanes(graph, lengths, setup);
            foreach (var width in SupportedWidths())
                Assert.Equal(expected, Lanes(graph, lengths, setup with { Width = width }));
        }
    }

    [Theory, InlineData(Precision.Float), InlineData(Precision.Double)]
    public void Number_of_threads_changes_no_bit(Precision precision)
    {
        var graph = Organisation(1_500);
        var setup = new LaneSetup { Precision = precision };
        var expected = Lanes(graph, null, setup, threads: 1);
        foreach (var threads in new[] { 2, 3, 16 })
            Assert.Equal(expected, Lanes(graph, null, setup, threads));
    }

    [Theory, InlineData(30, false), InlineData(200, false), InlineData(200, true), InlineData(970, false)]
    public void Ladder_of_diamonds_beyond_the_lanes_range_is_done_by_the_plain_path(int diamondCount, bool weighted)
    {
        var graph = WithLeaves(KnownGraphs.Ladder(diamondCount));
        var lengths = weighted ? TieLengths.FromValues(graph) : null;
        var expected = Plain(graph, lengths, endpoints: false);
        Measured.AssertClose(expected, Lanes(graph, lengths, new()), 1e-5);
        Measured.AssertClose(expected, Lanes(graph, lengths, new() { Precision = Precision.Double }), 1e-10);
    }

    [Fact]
    public void Trees_are_folded_and_score_in_closed_form()
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var random = new Random(seed);
            var nodeCount = random.Next(2, 80);
            var tree = KnownGraphs.Build(
                nodeCount, directed: false,
                Enumerable.Range(1, nodeCount - 1).Select(node => (random.Next(node), node)));
            Assert.Equal(Plain(tree, null, endpoints: false), Lanes(tree, null, new()));
        }
    }

    [Fact]
    public void Long_chains_and_wide_grids_are_left_to_the_plain_path()
    {
        foreach (var graph in new[] { KnownGraphs.Cycle(2_000), KnownGraphs.Path(2_000, directed: true),
            KnownGraphs.Grid(50, 50), KnownGraphs.Grid(10, 300), KnownGraphs.Ladder(700) })
            Assert.False(PaysOff(graph, null));
        Assert.False(PaysOff(KnownGraphs.Grid(50, 50), TieLengths.FromStrengths(KnownGraphs.Grid(50, 50))));
        Assert.True(PaysOff(Organisation(2_000), null));
    }

    /// <summary>Giving up leaves a worker's memory fit for the next block.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void Search_given_up_leaves_no_trace(bool weighted)
    {
        var graph = Organisation(600);
        using var engine = new LaneBrandes(graph, weighted ? TieLengths.FromValues(graph) : null, new());
        var sums = new double[2][];
        for (var run = 0; run < 2; run++)
        {
            using var worker = new LaneWorker<float, LanesScalar<float>>(engine, null);
            for (var visitsMax = 0; run == 1 && visitsMax < 1_000; visitsMax += 100)
                Assert.False(worker.VisitsAtMost(visitsMax, [.. Enumerable.Range(visitsMax / 10, 64)]));
            worker.AddBlock(0, 64, sums[run] = new double[engine.Lanes.NodeCount]);
        }
        Assert.Equal(sums[0], sums[1]);
    }

    [Fact]
    public void Order_of_work_holds_every_node_once()
    {
        var graph = Organisation(1_200);
        Assert.Equal(Enumerable.Range(0, graph.NodeCount), CommunityTree.Walk(graph).Order());
    }

    [Fact]
    public void Communities_lie_together_in_the_order_found()
    {
        // Ten cliques of ten in a ring, numbers interleaved: node n is in clique n % 10.
        var ties = from one in Enumerable.Range(0, 100)
                   from other in Enumerable.Range(one + 1, 99 - one)
                   where one % 10 == other % 10
                   select (one, other);
        var ring = Enumerable.Range(0, 10).Select(clique => (clique, (clique + 1) % 10 + 10));
        var order = CommunityTree.Walk(KnownGraphs.Build(100, directed: false, ties.Concat(ring)));
        for (var place = 0; place < 100; place += 10)
            Assert.Single(order[place..(place + 10)].Select(node => node % 10).Distinct());
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Second_block_of_lanes_allocates_nothing(bool weighted)
    {
        var graph = Organisation(1_000);
        using var engine = new LaneBrandes(graph, weighted ? TieLengths.FromValues(graph) : null, new());
        var kernel = engine.NewWorker();
        var sums = new double[engine.Lanes.NodeCount];
        kernel(0, 64, sums);
        var before = GC.GetAllocatedBytesForCurrentThread();
        kernel(0, 64, sums);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double[] Plain(
        InteractionGraph graph, TieLengths? lengths, bool endpoints, int cutoff = int.MaxValue) => SourceBlocks.Sum(
        graph.NodeCount, graph.NodeCount, 1,
        () => new ScalarBrandes(graph, lengths, new() { Endpoints = endpoints, Cutoff = cutoff }).AddBlock,
        null, TestContext.Current.CancellationToken);

    private static double[] Lanes(InteractionGraph graph, TieLengths? lengths, LaneSetup setup, int threads = 1)
    {
        using var engine = new LaneBrandes(graph, lengths, setup);
        return engine.ToScores(SourceBlocks.Sum(
            engine.Lanes.NodeCount, engine.Lanes.NodeCount, threads, () => engine.NewWorker(),
            null, TestContext.Current.CancellationToken));
    }

    private static bool PaysOff(InteractionGraph graph, TieLengths? lengths)
    {
        using var engine = new LaneBrandes(graph, lengths, new());
        return engine.IsFasterThanScalar();
    }

    private static IEnumerable<LaneWidth> SupportedWidths() =>
        Enum.GetValues<LaneWidth>().Where(width => width <= new LaneSetup().Width);

    /// <summary>A leaf at every third node, and leaves on some of those.</summary>
    private static InteractionGraph WithLeaves(InteractionGraph graph)
    {
        var pairs = new List<(int, int)>();
        for (var node = 0; node < graph.NodeCount; node++)
            foreach (var other in graph.OutNeighbours(node))
                if (other > node)
                    pairs.Add((node, other));
        var leaf = graph.NodeCount;
        for (var node = 0; node < graph.NodeCount; node += 3)
            pairs.Add((node % 2 == 0 ? node : leaf - 1, leaf++));
        return KnownGraphs.Build(leaf, directed: false, pairs);
    }

    /// <summary>Half of the ties near, half anywhere.</summary>
    private static InteractionGraph Organisation(int nodeCount)
    {
        var random = new Random(nodeCount);
        return GraphBuilder.Build(nodeCount, [.. Enumerable.Range(0, nodeCount * 6).Select(tie =>
        {
            var source = random.Next(nodeCount);
            var target = tie % 2 == 0 ? random.Next(nodeCount) : (source / 10 * 10 + random.Next(10)) % nodeCount;
            return new Tie(source, target, 1);
        }).DistinctBy(tie => (Math.Min(tie.Source, tie.Target), Math.Max(tie.Source, tie.Target)))], directed: false);
    }
}

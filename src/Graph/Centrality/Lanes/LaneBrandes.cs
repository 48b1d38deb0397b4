using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InfluencerMap.Graph.Kernels;

/// <summary>The width of the vectors that the lane kernels run in. All give the same bits.</summary>
internal enum LaneWidth
{
    Scalar,
    Vector256,
    Vector512,
}

/// <summary>How the lane engine is set up.</summary>
internal sealed record LaneSetup
{
    public Precision Precision { get; init; }

    /// <summary>Count a path for the two people at its ends too.</summary>
    public bool Endpoints { get; init; }

    /// <summary>The length of the longest path.</summary>
    public int Cutoff { get; init; } = int.MaxValue;

    /// <summary>
    /// Sources drawn at random: leaves are kept, and after the sums come the sums of the squares of dependencies.
    /// </summary>
    public bool Squares { get; init; }

    public LaneWidth Width { get; init; } =
        Avx512F.IsSupported ? LaneWidth.Vector512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Vector256
        : LaneWidth.Scalar;
}

/// <summary>
/// Betweenness on the lane kernels: leaves folded, nodes put in order, blocks of 64 neighbouring sources, scores taken
/// back to the caller's nodes.
/// </summary>
internal sealed class LaneBrandes : IDisposable
{
    // With more visits per node in a batch the plain path is faster: measured on rings with few and many shortcuts.
    private const double VisitsPerNodeMax = 12, VisitsPerNodeMaxWithLengths = 16, ShareInDouble = 0.75;

    private readonly InteractionGraph _graph;
    private readonly TieLengths? _lengths;
    private readonly LaneSetup _setup;
    private readonly LeafFolding? _folding;
    private readonly int[] _nodes;
    private readonly List<LaneWorker> _workers = [];

    public LaneBrandes(InteractionGraph graph, TieLengths? lengths, LaneSetup setup)
    {
        (_graph, _lengths, _setup) = (graph, lengths, setup);
        // Folded pairs would owe their ends as well, a drawn leaf its own dependencies, and some pairs may be too far
        // apart: then nothing is folded.
        _folding = graph.IsDirected || setup.Endpoints || setup.Squares || setup.Cutoff < int.MaxValue
            ? null
            : LeafFolding.Of(graph);
        _nodes = CommunityTree.Walk(graph);
        if (_folding is not null)
            _nodes = [.. _nodes.Where(node => !_folding.IsFolded[node])];
        // Lanes know whole lengths; with real ones every source takes the plain path.
        Lanes = new(
            graph, lengths is { IsWhole: true } ? lengths : null, _nodes, _folding is null ? [] : _folding.Weights);
    }

    /// <summary>For sources drawn at random, on lanes where they are faster and else on the plain path.</summary>
    public static LaneBrandes Sampling(InteractionGraph graph, TieLengths? lengths, LaneSetup setup)
    {
        var engine = new LaneBrandes(graph, lengths, setup with { Squares = true });
        engine.UsesLanes = lengths is not { IsWhole: false } && engine.IsFasterThanScalar();
        return engine;
    }

    /// <summary>The graph in the kernel's numbers.</summary>
    public LaneGraph Lanes { get; }

    public bool Endpoints => _setup.Endpoints;

    public bool Squares => _setup.Squares;

    public int Cutoff => _setup.Cutoff;

    /// <summary>False where every source takes the plain path.</summary>
    public bool UsesLanes { get; private set; } = true;

    /// <summary>Length of the sums that a worker adds to.</summary>
    public int SumCount => Squares ? 2 * Lanes.NodeCount : Lanes.NodeCount;

    /// <summary>The caller's node behind a number of the kernel's.</summary>
    public int NodeAt(int place) => _nodes[place];

    /// <summary>
    /// Whether lanes of neighbouring sources meet the nodes at few different steps. On long chains and grids each lane
    /// comes at a step of its own, and one source at a time is faster. Tried on the block in the middle.
    /// </summary>
    public bool IsFasterThanScalar()
    {
        if (Lanes.NodeCount == 0)
            return true;
        var first = Lanes.NodeCount / SourceBlocks.Size / 2 * SourceBlocks.Size;
        var sources = Enumerable.Range(first, Math.Min(SourceBlocks.Size, Lanes.NodeCount - first)).ToArray();
        var visitsMax = (_lengths is null ? VisitsPerNodeMax : VisitsPerNodeMaxWithLengths)
            * (_setup.Precision == Precision.Double ? ShareInDouble : 1) * Lanes.NodeCount;
        using var worker = NewLaneWorker(null);
        return worker.VisitsAtMost((long)visitsMax, sources);
    }

    /// <summary>A kernel over the sources given in the kernel's numbers, or all of them where none are given.</summary>
    public BlockKernel NewWorker(int[]? sources = null)
    {
        var worker = NewLaneWorker(sources);
        lock (_workers)
            _workers.Add(worker);
        return worker.AddBlock;
    }

    /// <summary>The sums over all sources as scores in the caller's order.</summary>
    public double[] ToScores(ReadOnlySpan<double> sums)
    {
        var scores = _folding is null ? new double[_graph.NodeCount] : (double[])_folding.Corrections.Clone();
        for (var place = 0; place < _nodes.Length; place++)
            scores[_nodes[place]] += sums[place];
        return scores;
    }

    /// <summary>The plain path on the whole graph, with room for its sums.</summary>
    public (BlockKernel Kernel, double[] Sums) NewScalar() =>
        (ScalarBrandes.For(_graph, _lengths, new() { Endpoints = _setup.Endpoints, Cutoff = _setup.Cutoff }),
            new double[_graph.NodeCount]);

    /// <summary>
    /// Adds what the plain path found from one source. It runs on the whole graph, so what it finds for a node includes
    /// those folded into it, whom the corrections already hold.
    /// </summary>
    public void AddScalarSums(int source, ReadOnlySpan<double> found, Span<double> sums)
    {
        var from = _nodes[source];
        var component = _folding?.Components.RootOf(from);
        for (var place = 0; place < _nodes.Length; place++)
        {
            var node = _nodes[place];
            if (_folding is null)
            {
                sums[place] += found[node];
                if (Squares)
                    sums[_nodes.Length + place] += found[node] * found[node];
            }
            else if (place != source && _folding.Components.RootOf(node) == component)
                sums[place] += _folding.Weights[from] * (found[node] - (_folding.Weights[node] - 1));
        }
    }

    public void Dispose()
    {
        foreach (var worker in _workers)
            worker.Dispose();
        Lanes.Dispose();
    }

    private LaneWorker NewLaneWorker(int[]? sources) => (_setup.Precision, _setup.Width) switch
    {
        (Precision.Float, LaneWidth.Vector512) => new LaneWorker<float, Lanes512<float>>(this, sources),
        (Precision.Float, LaneWidth.Vector256) => new LaneWorker<float, Lanes256<float>>(this, sources),
        (Precision.Float, _) => new LaneWorker<float, LanesScalar<float>>(this, sources),
        (_, LaneWidth.Vector512) => new LaneWorker<double, Lanes512<double>>(this, sources),
        (_, LaneWidth.Vector256) => new LaneWorker<double, Lanes256<double>>(this, sources),
        _ => new LaneWorker<double, LanesScalar<double>>(this, sources),
    };
}

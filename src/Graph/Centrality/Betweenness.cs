using System.Numerics.Tensors;
using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph;

/// <summary>Betweenness: how many of the shortest paths between all others run through a person.</summary>
/// <remarks>
/// To understand the kernels, read on in this order. Plain: <c>SourceBlocks</c> (sources in blocks, several workers),
/// <c>ShortestPaths</c> and <c>ScalarBrandes</c> (one source at a time), <c>RealBrandes</c> and <c>RescaledPaths</c>
/// (real lengths; more paths than a double counts). Fast: <c>LaneBrandes</c> (64 sources at once, the parts together),
/// <c>LeafFolding</c> and <c>CommunityTree</c> (which nodes, in which order), <c>LaneGraph</c> and <c>LaneWorkspace</c>
/// (the memory), <c>LaneSteps</c> and <c>LaneLengths</c> (one batch, forward and back), <c>ILanes</c> and
/// <c>Lanes512</c> (one row of 64 numbers). Sampling: <c>SourceSampler</c>.
/// </remarks>
public static partial class Betweenness
{
    // Below this many arcs times sources the plain path is done before the lanes are set up.
    private const long LaneArcSourcesMin = 1_000_000;

    /// <summary>
    /// The sum over ordered pairs of others of the share of their shortest paths that run through each node. Exact.
    /// </summary>
    /// <param name="graph">
    /// Directed paths follow the ties; in an undirected graph every pair counts in both orders.
    /// </param>
    /// <param name="options">
    /// Threads, precision, normalisation, endpoints and which paths count; the defaults where null.
    /// </param>
    /// <param name="lengths">
    /// Lengths of the ties of this graph; null where every tie is one step. Strengths are never read as distances.
    /// </param>
    /// <param name="progress">Gets a report every 64 sources, in order, from a worker's thread.</param>
    /// <param name="cancellation">Checked once per 64 sources.</param>
    /// <returns>
    /// Scores of at least 0. Raw and without lengths they sum to that of distance − 1 over all connected ordered pairs.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The lengths belong to another graph, or a source or target to none.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// Freeman 1977, by the algorithm of Brandes 2001: O(nodes · arcs) time, about 350 bytes per node and worker.
    /// Large compact graphs run 64 sources at once; long chains and grids, small graphs and real lengths, one by one.
    /// Real lengths go through a queue ordered by distance (Dijkstra 1959): O(nodes · arcs · log(arcs)) time.
    /// Sources and targets: Brandes 2008; where they are given, one source at a time.
    /// Unreachable pairs add nothing. Path counts beyond the range of a double are counted with exponents of their own.
    /// The same bits for any number of threads.
    /// </remarks>
    public static Centrality Exact(
        InteractionGraph graph,
        BetweennessOptions? options = null,
        TieLengths? lengths = null,
        IProgress<MeasureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new();
        RequireLengthsOf(graph, lengths);
        var choice = options.PathsIn(graph);
        var scores = TryLanes(graph, options, lengths, progress, cancellation) ?? SourceBlocks.Sum(
            choice.SourceCountIn(graph), graph.NodeCount, options.Threads,
            () => ScalarBrandes.For(graph, lengths, choice), progress, cancellation);
        if (options.Normalisation != Normalisation.Raw)
            TensorPrimitives.Multiply(scores, Scale(options, graph.NodeCount), scores);
        return new() { Scores = scores, Definition = Define(graph, options, lengths, "exact") };
    }

    internal static void RequireLengthsOf(InteractionGraph graph, TieLengths? lengths)
    {
        if (lengths is not null && !ReferenceEquals(lengths.Graph, graph))
            throw new ArgumentException(
                "The tie lengths belong to another graph than the one measured.", nameof(lengths));
    }

    /// <summary>
    /// By 64 sources at once, where the graph is large and compact enough for it to be faster; else null.
    /// </summary>
    private static double[]? TryLanes(
        InteractionGraph graph, BetweennessOptions options, TieLengths? lengths,
        IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        if ((long)graph.NodeCount * graph.ArcCount < LaneArcSourcesMin || lengths is { IsWhole: false }
            || options.Sources is not null || options.Targets is not null)
            return null;
        cancellation.ThrowIfCancellationRequested();
        using var engine = new LaneBrandes(graph, lengths, new()
        {
            Precision = options.Precision,
            Endpoints = options.Endpoints,
            Cutoff = options.PathsIn(graph).WholeCutoff,
        });
        return engine.IsFasterThanScalar()
            ? engine.ToScores(SourceBlocks.Sum(
                engine.Lanes.NodeCount, engine.Lanes.NodeCount, options.Threads, () => engine.NewWorker(),
                progress, cancellation))
            : null;
    }

    private static double Scale(BetweennessOptions options, double nodeCount)
    {
        var divisor = options.Normalisation switch
        {
            Normalisation.Raw => 1,
            Normalisation.NetworkX when options.Endpoints => nodeCount * (nodeCount - 1),
            Normalisation.NetworkX or Normalisation.Igraph => (nodeCount - 1) * (nodeCount - 2),
            Normalisation.Pairs => nodeCount * (nodeCount - 1),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Normalisation, "Not a normalisation."),
        };
        return divisor > 0 ? 1 / divisor : 0;
    }

    private static string Define(InteractionGraph graph, BetweennessOptions options, TieLengths? lengths, string how) =>
        $"Betweenness, {how}, {(graph.IsDirected ? "directed" : "undirected")}, "
        + Define(lengths)
        + Define(options)
        + (options.Endpoints ? ", endpoints counted" : "")
        + (options.Normalisation == Normalisation.Raw
            ? ", raw sum over ordered pairs"
            : $", normalised as {options.Normalisation}");

    /// <summary>Which paths count; nothing where all do.</summary>
    internal static string Define(BetweennessOptions options) =>
        (options.Cutoff is { } cutoff ? $", paths up to {cutoff:R} long" : "")
        + (options.Sources is { } sources ? $", from {sources.Distinct().Count()} sources" : "")
        + (options.Targets is { } targets ? $", to {targets.Distinct().Count()} targets" : "");

    internal static string Define(TieLengths? lengths) => lengths switch
    {
        null => "every tie one step",
        { IsWhole: true } => $"tie lengths 1 to {TieLengths.LengthMax}",
        { EqualWithin: > 0 } => $"real tie lengths, equal within {lengths.EqualWithin:R} of them",
        _ => "real tie lengths",
    };
}

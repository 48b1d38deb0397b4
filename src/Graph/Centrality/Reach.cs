using System.Numerics.Tensors;
using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph;

/// <summary>Reach: how many people someone gets to, and in how few steps.</summary>
public static class Reach
{
    // Smaller graphs lie in the cache in any order, and ordering them takes longer than it saves.
    private const int OrderedNodeCountMin = 20_000;

    /// <summary>
    /// Reach by steps, harmonic closeness, closeness and eccentricity of every node in one sweep. Exact.
    /// </summary>
    /// <param name="graph">Read from a node to others along the ties, each one step; strengths are not read.</param>
    /// <param name="stepsMax">
    /// The most steps that <see cref="ReachResult.Within"/> will be asked for; at least 1.
    /// </param>
    /// <param name="threads">Workers at most; 0 for one per core. The bits are the same for any number.</param>
    /// <param name="progress">Gets a report every 512 people, in order, from a worker's thread.</param>
    /// <param name="cancellation">Checked once per 512 people.</param>
    /// <exception cref="ArgumentOutOfRangeException">No step at all, or a negative number of threads.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>O(nodes / 512 · arcs · greatest distance) time, about 230 bytes per node and worker.</remarks>
    public static ReachResult Compute(
        InteractionGraph graph,
        int stepsMax = 3,
        int threads = 0,
        IProgress<MeasureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Validate(graph, stepsMax, threads);
        cancellation.ThrowIfCancellationRequested();
        return InOrder(graph, OrderOf(graph), stepsMax, threads, progress, cancellation);
    }

    /// <summary>
    /// People whom each node reaches in at most so many steps, without the node itself: 0 … n − 1. Exact.
    /// </summary>
    /// <param name="graph">Read from a node to others along the ties, each one step; strengths are not read.</param>
    /// <param name="steps">At least 1; the memory needed does not depend on it.</param>
    /// <param name="threads">Workers at most; 0 for one per core. The bits are the same for any number.</param>
    /// <param name="progress">Gets a report every 512 people, in order, from a worker's thread.</param>
    /// <param name="cancellation">Checked once per 512 people.</param>
    /// <exception cref="ArgumentOutOfRangeException">No step at all, or a negative number of threads.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    public static int[] CountWithin(
        InteractionGraph graph,
        int steps,
        int threads = 0,
        IProgress<MeasureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Validate(graph, steps, threads);
        cancellation.ThrowIfCancellationRequested();
        // No shortest path has as many steps as there are nodes.
        return steps >= graph.NodeCount
            ? InOrder(graph, OrderOf(graph), 1, threads, progress, cancellation).Reached
            : InOrder(graph, OrderOf(graph), steps, threads, progress, cancellation, keepsSteps: false).Within(1);
    }

    private static void Validate(InteractionGraph graph, int steps, int threads)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (threads < 0)
            Throw.ThreadsNegative(threads);
    }

    private static int[] OrderOf(InteractionGraph graph) => graph.NodeCount < OrderedNodeCountMin
        ? [.. Enumerable.Range(0, graph.NodeCount)]
        : CommunityTree.Walk(graph);

    /// <summary>
    /// The same for any order of the nodes, which decides speed alone. Without the single steps kept, the result has
    /// one "step" that stands for all up to the most.
    /// </summary>
    internal static ReachResult InOrder(
        InteractionGraph graph, int[] nodes, int stepsMax, int threads,
        IProgress<MeasureProgress>? progress, CancellationToken cancellation, bool keepsSteps = true)
    {
        using var lanes = new LaneGraph(graph, null, nodes, []);
        using var total = new ReachSweep(lanes, stepsMax, keepsSteps);
        var sweeps = new List<ReachSweep>();
        var harmonic = SourceBlocks.Sum(
            graph.NodeCount, graph.NodeCount, threads, NewWorker, progress, cancellation, ReachSweep.BlockSize);
        foreach (var sweep in sweeps)
        {
            Add(sweep, total);
            sweep.Dispose();
        }
        for (var step = 1; step < total.AtStep.Length; step++)
            TensorPrimitives.Add<int>(total.AtStep[step - 1], total.AtStep[step], total.AtStep[step]);
        return new(
            [.. total.AtStep.Select(ByNode)], ByNode(total.Reached), ByNode(harmonic), ByNode(Closeness(total)),
            ByNode(total.Eccentricity));

        BlockKernel NewWorker()
        {
            var sweep = new ReachSweep(lanes, stepsMax, keepsSteps);
            lock (sweeps)
                sweeps.Add(sweep);
            return sweep.AddBlock;
        }

        T[] ByNode<T>(T[] byPlace)
        {
            var byNode = new T[byPlace.Length];
            for (var place = 0; place < nodes.Length; place++)
                byNode[nodes[place]] = byPlace[place];
            return byNode;
        }
    }

    private static void Add(ReachSweep sweep, ReachSweep total)
    {
        for (var step = 0; step < total.AtStep.Length; step++)
            TensorPrimitives.Add<int>(sweep.AtStep[step], total.AtStep[step], total.AtStep[step]);
        TensorPrimitives.Add<int>(sweep.Reached, total.Reached, total.Reached);
        TensorPrimitives.Add<long>(sweep.DistanceSum, total.DistanceSum, total.DistanceSum);
        TensorPrimitives.Max<int>(sweep.Eccentricity, total.Eccentricity, total.Eccentricity);
    }

    private static double[] Closeness(ReachSweep total)
    {
        var closeness = new double[total.Reached.Length];
        var others = closeness.Length - 1.0;
        for (var node = 0; node < closeness.Length; node++)
            if (total.Reached[node] is > 0 and var reached)
                closeness[node] = reached / others * (reached / (double)total.DistanceSum[node]);
        return closeness;
    }
}

/// <summary>What <see cref="Reach"/> found, in node order. Distances are in steps, from the node to others.</summary>
public sealed class ReachResult
{
    private readonly int[][] _within;

    internal ReachResult(int[][] within, int[] reached, double[] harmonic, double[] closeness, int[] eccentricity) =>
        (_within, Reached, Harmonic, Closeness, Eccentricity) = (within, reached, harmonic, closeness, eccentricity);

    /// <summary>People reached in any number of steps, without the node itself: 0 … n − 1.</summary>
    public int[] Reached { get; }

    /// <summary>Sum of 1 / distance to everyone reached: 0 … n − 1. Who is not reached adds nothing.</summary>
    public double[] Harmonic { get; }

    /// <summary>
    /// Share of the others who are reached, times 1 / mean distance to them (Wasserman and Faust 1994): 0 … 1;
    /// 0 for who reaches nobody.
    /// </summary>
    public double[] Closeness { get; }

    /// <summary>Steps to the farthest person reached; 0 for who reaches nobody.</summary>
    public int[] Eccentricity { get; }

    /// <summary>People reached in at most <paramref name="steps"/> steps, without the node itself: 0 … n − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer steps than 1, or more than were computed.</exception>
    public int[] Within(int steps)
    {
        if (steps < 1 || steps > _within.Length)
            throw new ArgumentOutOfRangeException(
                nameof(steps), $"Reach in {steps} steps was not computed; 1 to {_within.Length} were.");
        return _within[steps - 1];
    }
}

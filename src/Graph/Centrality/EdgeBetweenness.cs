using System.Numerics.Tensors;
using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph;

/// <summary>Edge betweenness: how many of the shortest paths between people run over a tie.</summary>
public static class EdgeBetweenness
{
    /// <summary>
    /// The sum over ordered pairs of people of the share of their shortest paths that run over each tie. Exact.
    /// </summary>
    /// <param name="graph">Directed paths follow the ties; an undirected tie has the paths in both directions.</param>
    /// <param name="options">
    /// Threads, normalisation and which paths count; the defaults where null. Precision is always double, and every
    /// normalisation but <see cref="Normalisation.Raw"/> divides by n (n − 1), the ordered pairs, as networkx does.
    /// </param>
    /// <param name="lengths">Lengths of the ties of this graph; null where every tie is one step.</param>
    /// <param name="progress">Gets a report every 64 sources, in order, from a worker's thread.</param>
    /// <param name="cancellation">Checked once per 64 sources.</param>
    /// <returns>
    /// Parallel to <see cref="InteractionGraph.OutTargets"/>; both arcs of an undirected tie have its score, raw twice
    /// what networkx and igraph print. Without lengths the scores of all ties sum to that of all distances.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The lengths belong to another graph, a source or target to none, or endpoints are asked for.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// Girvan and Newman 2002, by the algorithm of Brandes 2008, one source at a time: O(nodes · arcs) time, 16 bytes
    /// per arc and worker. The same bits for any number of threads.
    /// </remarks>
    public static TieCentrality Exact(
        InteractionGraph graph,
        BetweennessOptions? options = null,
        TieLengths? lengths = null,
        IProgress<MeasureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new();
        Betweenness.RequireLengthsOf(graph, lengths);
        if (options.Endpoints)
            throw new ArgumentException("The endpoints of a path are no ties; leave them out.", nameof(options));
        var choice = options.PathsIn(graph, perArc: true);
        var scores = SourceBlocks.Sum(
            choice.SourceCountIn(graph), graph.ArcCount, options.Threads,
            () => ScalarBrandes.For(graph, lengths, choice), progress, cancellation);
        if (!graph.IsDirected)
            AddBothDirections(graph, scores);
        var isRaw = options.Normalisation == Normalisation.Raw;
        if (!isRaw)
            TensorPrimitives.Divide(scores, Math.Max(graph.NodeCount * (graph.NodeCount - 1.0), 1), scores);
        return new(
            scores,
            $"Edge betweenness, exact, {(graph.IsDirected ? "directed" : "undirected")}, "
            + Betweenness.Define(lengths) + Betweenness.Define(options)
            + (isRaw ? ", raw sum over ordered pairs" : ", share of all ordered pairs"));
    }

    /// <summary>Rows ascend: in the order of the sources, each target's arcs back come one after the other.</summary>
    private static void AddBothDirections(InteractionGraph graph, double[] scores)
    {
        var back = graph.OutOffsets.ToArray();
        for (var node = 0; node < graph.NodeCount; node++)
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
            {
                var other = back[graph.OutTargets[arc]]++;
                if (node < graph.OutTargets[arc])
                    scores[arc] = scores[other] = scores[arc] + scores[other];
            }
    }
}

/// <summary>What a measure found: one number per arc, and how to read it.</summary>
/// <param name="Scores">Parallel to <see cref="InteractionGraph.OutTargets"/>; length <c>ArcCount</c>.</param>
/// <param name="Definition">What was computed, in one line.</param>
public sealed record TieCentrality(double[] Scores, string Definition);

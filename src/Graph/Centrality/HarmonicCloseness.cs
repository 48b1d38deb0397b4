namespace InfluencerMap.Graph;

/// <summary>Harmonic closeness: how near everybody is to a person, where the unreachable count nothing.</summary>
public static class HarmonicCloseness
{
    /// <summary>The sum over all others of 1 / distance, in steps from each node along the ties. Exact.</summary>
    /// <param name="graph">
    /// Strengths are not read. networkx reads <em>incoming</em> distances: transpose before comparing.
    /// </param>
    /// <param name="threads">Workers at most; 0 for one per core. The scores have the same bits for any number.</param>
    /// <param name="progress">Gets a report every 64 people, in order, from a worker's thread.</param>
    /// <param name="cancellation">Checked once per 64 people.</param>
    /// <returns>Scores of 0 … n − 1, not normalised; 0 for who reaches nobody.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of threads.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// Marchiori and Latora 2000. <see cref="Reach.Compute"/> gives the same together with reach, at the same cost.
    /// </remarks>
    public static Centrality Exact(
        InteractionGraph graph,
        int threads = 0,
        IProgress<MeasureProgress>? progress = null,
        CancellationToken cancellation = default) => new()
        {
            Scores = Reach.Compute(graph, 1, threads, progress, cancellation).Harmonic,
            Definition = $"Harmonic closeness, exact, {(graph.IsDirected ? "along the ties" : "undirected")}, "
                + "every tie one step, raw sum of 1 / distance",
        };
}

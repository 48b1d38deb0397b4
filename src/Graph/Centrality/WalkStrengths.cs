namespace InfluencerMap.Graph;

/// <summary>Strengths as a random walk reads them: of those that leave one node, only the ratios count.</summary>
internal readonly ref struct WalkStrengths(ReadOnlySpan<double> inStrengths, double[] outSums)
{
    // Between these, sums of strengths and quotients of scores by them stay in the normal range of a double.
    private const double OrdinaryMin = 1e-280, OrdinaryMax = 1e280;

    /// <summary>Parallel to <see cref="InteractionGraph.InSources"/>.</summary>
    public ReadOnlySpan<double> InStrengths { get; } = inStrengths;

    /// <summary>Of each node, the sum of the strengths that leave it; 0 where none does.</summary>
    public double[] OutSums { get; } = outSums;

    public static WalkStrengths Of(InteractionGraph graph)
    {
        var sums = new double[graph.NodeCount];
        var isOrdinary = true;
        for (var node = 0; node < sums.Length; node++)
        {
            sums[node] = Degree.RowSum(graph.OutOffsets, graph.OutStrengths, node);
            isOrdinary &= sums[node] is 0 or (>= OrdinaryMin and <= OrdinaryMax);
        }
        return isOrdinary ? new(graph.InStrengths, sums) : Scaled(graph);
    }

    /// <summary>
    /// Multiplies what leaves a node by the power of two that brings its strongest tie near 1: no ratio changes.
    /// </summary>
    private static WalkStrengths Scaled(InteractionGraph graph)
    {
        var exponents = new int[graph.NodeCount];
        var sums = new double[graph.NodeCount];
        for (var node = 0; node < sums.Length; node++)
        {
            var row = graph.OutStrengths[graph.OutOffsets[node]..graph.OutOffsets[node + 1]];
            var strongest = 0.0;
            foreach (var strength in row)
                strongest = Math.Max(strongest, strength);
            exponents[node] = strongest > 0 ? -Math.ILogB(strongest) : 0;
            foreach (var strength in row)
                sums[node] += Math.ScaleB(strength, exponents[node]);
        }
        var inStrengths = new double[graph.ArcCount];
        for (var arc = 0; arc < inStrengths.Length; arc++)
            inStrengths[arc] = Math.ScaleB(graph.InStrengths[arc], exponents[graph.InSources[arc]]);
        return new(inStrengths, sums);
    }
}

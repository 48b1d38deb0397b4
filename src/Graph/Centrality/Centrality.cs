namespace InfluencerMap.Graph;

/// <summary>What a measure found: one number per node, and how to read it.</summary>
public sealed record Centrality
{
    /// <summary>One score per node, in node order; length <c>NodeCount</c>.</summary>
    public required double[] Scores { get; init; }

    /// <summary>What was computed: definition, direction, use of weights and normalisation in one line.</summary>
    public required string Definition { get; init; }

    /// <summary>Null when the scores are exact; else the guaranteed error.</summary>
    public SamplingError? Sampled { get; init; }
}

/// <summary>
/// With probability at least 1 − <paramref name="Delta"/> every score is within <paramref name="Epsilon"/> of the
/// exact one.
/// </summary>
/// <param name="Epsilon">Largest error, on the scale of ordered pairs: betweenness / (n (n − 1)).</param>
/// <param name="Delta">Probability that any node exceeds it.</param>
/// <param name="SourceCount">Sources drawn.</param>
public sealed record SamplingError(double Epsilon, double Delta, int SourceCount)
{
    /// <summary>What the sample was drawn by: <see cref="SampledOptions.Seed"/>.</summary>
    /// <value>1 by default; with the graph and the options it gives the same sample again.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// The nodes that are certain, at the same probability, to be among the k highest asked for: all k of them, or
    /// fewer where the rest cannot be distinguished. Empty where no k was asked for.
    /// </summary>
    public IReadOnlyList<int> CertainTop { get; init; } = [];
}

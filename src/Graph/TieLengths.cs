namespace InfluencerMap.Graph;

/// <summary>
/// Integer lengths 1 … 8 beside the arcs of one graph: how far two people are apart on a path.
/// A stronger tie is never longer.
/// </summary>
/// <remarks>
/// A type of its own, so that a strength can never be passed for a length. Integers make equally long paths equal
/// exactly, which path counting needs.
/// </remarks>
public sealed class TieLengths
{
    /// <summary>The longest length.</summary>
    public const int LengthMax = 8;

    private readonly byte[] _outLengths;
    private readonly byte[] _inLengths;

    private TieLengths(InteractionGraph graph, byte[] outLengths, byte[] inLengths)
    {
        Graph = graph;
        _outLengths = outLengths;
        _inLengths = inLengths;
    }

    /// <summary>The graph whose arcs these lengths stand beside.</summary>
    public InteractionGraph Graph { get; }

    /// <summary>Lengths beside <see cref="InteractionGraph.OutTargets"/>.</summary>
    public ReadOnlySpan<byte> OutLengths => _outLengths;

    /// <summary>Lengths beside <see cref="InteractionGraph.InSources"/>.</summary>
    public ReadOnlySpan<byte> InLengths => _inLengths;

    /// <summary>
    /// <c>1 + round(2 · log2(s90 / strength))</c>, clipped to 1 … 8, where s90 is the 90 % quantile of the strengths.
    /// Multiplying all strengths by one constant changes nothing.
    /// </summary>
    public static TieLengths FromStrengths(InteractionGraph graph)
    {
        var reference = UpperDecile(graph.OutStrengths);
        return new(graph, Quantise(graph.OutStrengths, reference), Quantise(graph.InStrengths, reference));
    }

    /// <summary>
    /// Takes the strengths themselves, rounded and clipped to 1 … 8, as lengths; for lists that hold lengths.
    /// </summary>
    public static TieLengths FromValues(InteractionGraph graph) =>
        new(graph, Round(graph.OutStrengths), Round(graph.InStrengths));

    private static double UpperDecile(ReadOnlySpan<double> strengths)
    {
        if (strengths.IsEmpty)
            return 1;
        var sorted = strengths.ToArray();
        Array.Sort(sorted);
        return sorted[(int)(0.9 * (sorted.Length - 1))];
    }

    private static byte[] Quantise(ReadOnlySpan<double> strengths, double reference)
    {
        var lengths = new byte[strengths.Length];
        for (var arc = 0; arc < lengths.Length; arc++)
            lengths[arc] = Clip(1 + Math.Round(2 * Math.Log2(reference / strengths[arc])));
        return lengths;
    }

    private static byte[] Round(ReadOnlySpan<double> values)
    {
        var lengths = new byte[values.Length];
        for (var arc = 0; arc < lengths.Length; arc++)
            lengths[arc] = Clip(Math.Round(values[arc]));
        return lengths;
    }

    private static byte Clip(double length) => (byte)Math.Clamp(length, 1, LengthMax);
}

using System.Numerics.Tensors;

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

    /// <summary>Takes the strengths themselves as lengths, for graphs built from lists that hold lengths.</summary>
    /// <exception cref="ArgumentException">
    /// A value is not a whole number from 1 to 8; nothing is rounded or clipped.
    /// </exception>
    public static TieLengths FromValues(InteractionGraph graph)
    {
        for (var node = 0; node < graph.NodeCount; node++)
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
                if (graph.OutStrengths[arc] is var value && (value > LengthMax || value != Math.Truncate(value)))
                    Throw.LengthNotWhole(value, node, graph.OutTargets[arc]);
        return new(graph, ToBytes(graph.OutStrengths), ToBytes(graph.InStrengths));
    }

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
            lengths[arc] = (byte)Math.Clamp(1 + Math.Round(2 * Math.Log2(reference / strengths[arc])), 1, LengthMax);
        return lengths;
    }

    private static byte[] ToBytes(ReadOnlySpan<double> values)
    {
        var lengths = new byte[values.Length];
        TensorPrimitives.ConvertTruncating<double, byte>(values, lengths);
        return lengths;
    }
}

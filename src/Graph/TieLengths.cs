using System.Numerics.Tensors;

namespace InfluencerMap.Graph;

/// <summary>
/// Lengths of the arcs of one graph, in parallel arrays: how far two people are apart on a path. Whole numbers 1 … 8,
/// or any positive ones. A stronger tie is never longer.
/// </summary>
/// <remarks>
/// A type of its own, so that a strength can never be passed for a length. Whole lengths make equally long paths equal
/// exactly, which path counting needs, and are fast; of real ones the caller says when two paths are equally long.
/// </remarks>
public sealed class TieLengths
{
    /// <summary>The longest length.</summary>
    public const int LengthMax = 8;

    /// <summary>The greatest <see cref="EqualWithin"/>.</summary>
    public const double EqualWithinMax = 0.001;

    // Real lengths beyond this are scaled down: the sums along a path must stay finite.
    private const double OrdinaryMax = 1e280;
    private const int ScaleExponent = -128;

    private readonly byte[] _outLengths = [];
    private readonly byte[] _inLengths = [];
    private readonly double[] _realOutLengths = [];
    private readonly double[] _realInLengths = [];
    private readonly int _exponent;

    private TieLengths(InteractionGraph graph, byte[] outLengths, byte[] inLengths) =>
        (Graph, IsWhole, _outLengths, _inLengths) = (graph, true, outLengths, inLengths);

    /// <summary>
    /// Where a sum of real lengths might leave the range of a double, all are multiplied by one power of two, which
    /// changes no path.
    /// </summary>
    private TieLengths(InteractionGraph graph, double[] outLengths, double[] inLengths, double equalWithin)
    {
        (Graph, EqualWithin, _realOutLengths, _realInLengths) = (graph, equalWithin, outLengths, inLengths);
        if (!outLengths.AsSpan().ContainsAnyExceptInRange(0, OrdinaryMax))
            return;
        _exponent = ScaleExponent;
        foreach (ref var length in outLengths.AsSpan())
            length = Scaled(length);
        foreach (ref var length in inLengths.AsSpan())
            length = Scaled(length);
    }

    /// <summary>The graph whose arcs have these lengths.</summary>
    public InteractionGraph Graph { get; }

    /// <summary>Whether all are whole numbers 1 … 8; else they are real ones.</summary>
    public bool IsWhole { get; }

    /// <summary>
    /// Two paths count as equally long where their lengths differ by at most this share, checked wherever they
    /// meet. Of whole lengths 0.
    /// </summary>
    public double EqualWithin { get; }

    /// <summary>
    /// Whole lengths, parallel to <see cref="InteractionGraph.OutTargets"/>; empty where they are real.
    /// </summary>
    public ReadOnlySpan<byte> OutLengths => _outLengths;

    /// <summary>
    /// Whole lengths, parallel to <see cref="InteractionGraph.InSources"/>; empty where they are real.
    /// </summary>
    public ReadOnlySpan<byte> InLengths => _inLengths;

    /// <summary>
    /// Real lengths, parallel to <see cref="InteractionGraph.OutTargets"/>; empty where they are whole.
    /// </summary>
    public ReadOnlySpan<double> RealOutLengths => _realOutLengths;

    /// <summary>
    /// Real lengths, parallel to <see cref="InteractionGraph.InSources"/>; empty where they are whole.
    /// </summary>
    public ReadOnlySpan<double> RealInLengths => _realInLengths;

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
                if (graph.OutStrengths[arc] is var value && !IsWholeLength(value))
                    throw new ArgumentException(
                        $"Tie {node} → {graph.OutTargets[arc]} has length {value}; "
                        + $"lengths are whole numbers 1 … {LengthMax}.", nameof(graph));
        return new(graph, ToBytes(graph.OutStrengths), ToBytes(graph.InStrengths));
    }

    /// <summary>
    /// Takes the strengths themselves as lengths, whatever positive numbers they are; whole where all are 1 … 8.
    /// </summary>
    /// <param name="graph">Built from a list that holds lengths.</param>
    /// <param name="equalWithin">
    /// See <see cref="EqualWithin"/>. At 0, sums of doubles are compared as they are, as networkx does: 0.1 + 0.2 is
    /// longer than 0.3. At 1e-9 the two are equally long.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A share outside 0 … 0.001.</exception>
    public static TieLengths FromRealValues(InteractionGraph graph, double equalWithin = 0)
    {
        if (!(equalWithin is >= 0 and <= EqualWithinMax))
            Throw.ToleranceOutside(equalWithin);
        return AreAllWhole(graph.OutStrengths)
            ? new(graph, ToBytes(graph.OutStrengths), ToBytes(graph.InStrengths))
            : new(graph, graph.OutStrengths.ToArray(), graph.InStrengths.ToArray(), equalWithin);
    }

    /// <summary><c>1 / strength</c>: real lengths, for comparison with other programs.</summary>
    /// <param name="graph">Whose strengths are turned round.</param>
    /// <param name="equalWithin">As in <see cref="FromRealValues"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share outside 0 … 0.001.</exception>
    public static TieLengths FromInverseStrengths(InteractionGraph graph, double equalWithin = 0)
    {
        if (!(equalWithin is >= 0 and <= EqualWithinMax))
            Throw.ToleranceOutside(equalWithin);
        return new(graph, Inverse(graph.OutStrengths), Inverse(graph.InStrengths), equalWithin);
    }

    /// <summary>A length in the unit in which the real lengths are kept.</summary>
    internal double Scaled(double length) =>
        _exponent == 0 ? length : Math.Max(Math.ScaleB(length, _exponent), double.Epsilon);

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

    private static bool IsWholeLength(double value) => value is >= 1 and <= LengthMax && value == Math.Truncate(value);

    private static bool AreAllWhole(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (!IsWholeLength(value))
                return false;
        return true;
    }

    /// <summary>The inverse of what is next to nothing is infinite, and becomes the greatest number.</summary>
    private static double[] Inverse(ReadOnlySpan<double> strengths)
    {
        var lengths = new double[strengths.Length];
        for (var arc = 0; arc < lengths.Length; arc++)
            lengths[arc] = Math.Min(1 / strengths[arc], double.MaxValue);
        return lengths;
    }

    private static byte[] ToBytes(ReadOnlySpan<double> values)
    {
        var lengths = new byte[values.Length];
        TensorPrimitives.ConvertTruncating<double, byte>(values, lengths);
        return lengths;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using InfluencerMap.Graph;

namespace InfluencerMap.Collectors.Files;

/// <summary>One row of an edge list, with the ids of the file.</summary>
internal readonly record struct ListedEdge(long Source, long Target, double Weight);

/// <summary>Turns whole lines of bytes into edges. The loop touches every byte once and makes no strings.</summary>
internal sealed class EdgeListParser(string fileName, EdgeWeights weights)
{
    private const int DigitsMax = 18;
    private const int ExactDigitsMax = 15;

    private static readonly double[] PowersOfTen =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    public List<ListedEdge> Edges { get; } = [];

    /// <summary>1-based; 0 before the first line.</summary>
    public long LineNumber { get; private set; }

    public long FirstEdgeLine { get; private set; }

    /// <summary>Whether the first line says so; the first row then states the size.</summary>
    public bool IsMatrixMarket { get; private set; }

    /// <param name="lines">Whole lines: the last byte is a line feed.</param>
    public void Parse(ReadOnlySpan<byte> lines)
    {
        if (LineNumber == 0 && lines.StartsWith("\uFEFF"u8))
            lines = lines["\uFEFF"u8.Length..];
        var at = 0;
        while (at < lines.Length)
        {
            LineNumber++;
            SkipBlanks(lines, ref at);
            if (lines[at] is (byte)'#' or (byte)'%')
                IsMatrixMarket |= LineNumber == 1 && lines[at..].StartsWith("%%MatrixMarket"u8);
            else if (lines[at] != '\n')
                AddEdge(lines, ref at);
            at += lines[at..].IndexOf((byte)'\n') + 1;
        }
    }

    [DoesNotReturn]
    public void RefuseLongLine(int bytesMax) =>
        throw new InputException(
            $"{fileName}, line {LineNumber + 1}: longer than {bytesMax} bytes; this is no edge list.");

    private void AddEdge(ReadOnlySpan<byte> lines, ref int at)
    {
        var source = ReadNode(lines, ref at, 1);
        SkipSeparator(lines, ref at);
        var target = ReadNode(lines, ref at, 2);
        var weight = 1.0;
        if (weights != EdgeWeights.None)
        {
            SkipSeparator(lines, ref at);
            weight = ReadWeight(lines, ref at);
        }
        if (Edges.Count == 0)
            FirstEdgeLine = LineNumber;
        Edges.Add(new(source, target, weight));
    }

    private long ReadNode(ReadOnlySpan<byte> lines, ref int at, int column)
    {
        var start = at;
        var id = ReadDigits(lines, ref at);
        if (at == start || at - start > DigitsMax || !EndsCell(lines[at]))
            RefuseNode(lines[start], column);
        return id;
    }

    private double ReadWeight(ReadOnlySpan<byte> lines, ref int at)
    {
        var start = at;
        double weight = ReadDigits(lines, ref at);
        var digits = at - start;
        if (lines[at] == '.')
        {
            var point = at++;
            var fraction = ReadDigits(lines, ref at);
            var places = at - point - 1;
            digits += places;
            // Both numbers are exact as doubles, so one division rounds correctly.
            if (digits <= ExactDigitsMax)
                weight = (weight * PowersOfTen[places] + fraction) / PowersOfTen[places];
        }
        if (digits is 0 or > ExactDigitsMax || !EndsCell(lines[at]))
            weight = ReadUncommonWeight(lines, start, ref at);
        if (!(weight > 0 && double.IsFinite(weight)))
            throw Refusal(3, $"is {weight}; a weight is positive and finite");
        if (weights == EdgeWeights.Lengths && (weight > TieLengths.LengthMax || weight != Math.Truncate(weight)))
            throw Refusal(3, $"is {weight}; a length is a whole number from 1 to {TieLengths.LengthMax}");
        return weight;
    }

    /// <summary>Signs, exponents and more digits than are exact: the base library's reading.</summary>
    private double ReadUncommonWeight(ReadOnlySpan<byte> lines, int start, ref int at)
    {
        at = start;
        while (!EndsCell(lines[at]))
            at++;
        if (at == start)
            throw Refusal(3, "is missing; a weighted list has rows of source, target and weight");
        return double.TryParse(lines[start..at], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            ? weight
            : throw Refusal(3, "is not a number; a weight is positive and finite");
    }

    private static long ReadDigits(ReadOnlySpan<byte> lines, ref int at)
    {
        var value = 0L;
        for (uint digit; (digit = (uint)lines[at] - '0') <= 9; at++)
            value = unchecked(value * 10 + digit);
        return value;
    }

    private static bool EndsCell(byte symbol) => symbol is (byte)',' or (byte)';' or (byte)'\n' || IsBlank(symbol);

    /// <summary>A carriage return is a blank: it stands before a line feed.</summary>
    private static bool IsBlank(byte symbol) => symbol is (byte)' ' or (byte)'\t' or (byte)'\r';

    private static void SkipBlanks(ReadOnlySpan<byte> lines, ref int at)
    {
        while (IsBlank(lines[at]))
            at++;
    }

    /// <summary>Blanks around at most one comma or semicolon; a second one would close an empty cell.</summary>
    private static void SkipSeparator(ReadOnlySpan<byte> lines, ref int at)
    {
        SkipBlanks(lines, ref at);
        if (lines[at] is not ((byte)',' or (byte)';'))
            return;
        at++;
        SkipBlanks(lines, ref at);
    }

    [DoesNotReturn]
    private void RefuseNode(byte first, int column) =>
        throw Refusal(column, first switch
        {
            (byte)'-' => "is negative; a node is a whole number of at least 0",
            (byte)'\n' or (byte)',' or (byte)';' => "is missing; a row is source, target and what may follow",
            _ => $"is not a node; a node is a whole number of at most {DigitsMax} digits",
        });

    private InputException Refusal(int column, string what) =>
        new($"{fileName}, line {LineNumber}: column {column} {what}.");
}

using System.Globalization;

namespace InfluencerMap.Collectors;

/// <summary>One row of an edge list, with the ids of the file.</summary>
internal readonly record struct ListedEdge(long Source, long Target, double Weight);

/// <summary>
/// Turns whole lines of bytes into edges where every row is a pair of whole numbers and perhaps a weight. The loop
/// touches every byte once and makes no strings. Anything else stops it, and <see cref="TextEdgeList"/> reads the file.
/// </summary>
internal sealed class EdgeListParser(char delimiter, bool weighted, bool skipsFirst)
{
    // A number of 19 digits may be too large for a long, and then shows as negative.
    private const int DigitsMax = 19;
    private const int ExactDigitsMax = 15;

    private static readonly double[] PowersOfTen =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    private readonly byte _delimiter = (byte)delimiter;
    private bool _skipsNext = skipsFirst;

    public List<ListedEdge> Edges { get; } = [];

    /// <summary>False once a row was met that this parser cannot read.</summary>
    public bool IsPlain { get; private set; } = true;

    /// <summary>1-based; 0 before the first line.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Of the first row, be it an edge or not; 0 before it.</summary>
    public long FirstRowLine { get; private set; }

    /// <summary>The first row where it was skipped.</summary>
    public byte[] FirstRow { get; private set; } = [];

    /// <param name="lines">Whole lines: the last byte is a line feed.</param>
    public void Parse(ReadOnlySpan<byte> lines)
    {
        if (LineNumber == 0 && lines.StartsWith("\uFEFF"u8))
            lines = lines["\uFEFF"u8.Length..];
        var at = 0;
        while (at < lines.Length && IsPlain)
        {
            LineNumber++;
            SkipBlanks(lines, ref at);
            if (lines[at] is not ((byte)'#' or (byte)'%' or (byte)'\n' or (byte)'\r'))
            {
                if (FirstRowLine == 0)
                    FirstRowLine = LineNumber;
                if (_skipsNext)
                    FirstRow = lines[at..(at + lines[at..].IndexOf((byte)'\n'))].ToArray();
                else
                    IsPlain = TryAddEdge(lines, ref at);
                _skipsNext = false;
            }
            // A carriage return within a line ends a row elsewhere, and what follows would be lost.
            at += lines[at..].IndexOfAny((byte)'\n', (byte)'\r');
            if (lines[at] == '\r')
                IsPlain &= lines[++at] == '\n';
            at++;
        }
    }

    private bool TryAddEdge(ReadOnlySpan<byte> lines, ref int at)
    {
        var weight = 1.0;
        if (!TryReadNode(lines, ref at, out var source)
            || !TrySkipDelimiter(lines, ref at)
            || !TryReadNode(lines, ref at, out var target)
            || (weighted && !(TrySkipDelimiter(lines, ref at) && TryReadWeight(lines, ref at, out weight))))
            return false;
        // After a weight, a comma may belong to the number.
        if (weighted && _delimiter == ',')
        {
            SkipBlanks(lines, ref at);
            if (lines[at] == ',')
                return false;
        }
        Edges.Add(new(source, target, weight));
        return true;
    }

    /// <summary>Zeros in front make another id than none: such ids are texts.</summary>
    private bool TryReadNode(ReadOnlySpan<byte> lines, ref int at, out long id)
    {
        var start = at;
        id = ReadDigits(lines, ref at);
        var digits = at - start;
        return digits is > 0 and <= DigitsMax && id >= 0 && (lines[start] != '0' || digits == 1) && EndsCell(lines[at]);
    }

    private bool TryReadWeight(ReadOnlySpan<byte> lines, ref int at, out double weight)
    {
        var start = at;
        weight = ReadDigits(lines, ref at);
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
        {
            // Signs, exponents and more digits than are exact: the base library's reading.
            at = start;
            while (!EndsCell(lines[at]))
                at++;
            if (!double.TryParse(lines[start..at], NumberStyles.Float, CultureInfo.InvariantCulture, out weight))
                return false;
        }
        return weight > 0 && double.IsFinite(weight);
    }

    private static long ReadDigits(ReadOnlySpan<byte> lines, ref int at)
    {
        var value = 0L;
        for (uint digit; (digit = (uint)lines[at] - '0') <= 9; at++)
            value = unchecked(value * 10 + digit);
        return value;
    }

    private bool EndsCell(byte symbol) =>
        symbol is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t' || symbol == _delimiter;

    private void SkipBlanks(ReadOnlySpan<byte> lines, ref int at)
    {
        while (lines[at] == ' ' || (lines[at] == '\t' && _delimiter != '\t'))
            at++;
    }

    /// <summary>Blanks around one delimiter, or blanks alone where these are the delimiter.</summary>
    private bool TrySkipDelimiter(ReadOnlySpan<byte> lines, ref int at)
    {
        SkipBlanks(lines, ref at);
        if (_delimiter == EdgeCells.Blanks)
            return true;
        if (lines[at] != _delimiter)
            return false;
        at++;
        SkipBlanks(lines, ref at);
        return true;
    }
}

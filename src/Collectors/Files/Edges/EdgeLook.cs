using System.Globalization;

namespace InfluencerMap.Collectors.Files;

/// <summary>What the beginning of a list of edges shows of its layout.</summary>
/// <param name="Delimiter">What separates cells.</param>
/// <param name="Comment">What a comment begins with.</param>
/// <param name="ColumnCount">Of the first row.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="IsSymmetric">Whether the file says that each row holds both ways.</param>
/// <param name="LinesToSize">Lines up to the row that states the size, with it; 0 where none does.</param>
/// <param name="IsOther">Whether it is a network in a form of another kind, whatever is mapped.</param>
/// <param name="Refusal">Why it is no list of edges; null where it may be one.</param>
internal readonly record struct EdgeLook(
    string Delimiter, char Comment, int ColumnCount, bool HasHeader, bool IsSymmetric, int LinesToSize,
    bool IsOther, string? Refusal)
{
    private const int MatrixSizeMin = 3;

    private static readonly string[] Headings =
    [
        "from", "to", "source", "target", "sender", "recipient", "mittente", "destinatario", "origine", "destinazione",
    ];

    /// <param name="file">The file.</param>
    /// <param name="hasSize">Whether somebody said that the first row states the size.</param>
    public static EdgeLook Of(SourceFile file, bool hasSize)
    {
        var lines = file.HeadText.Split('\n');
        var isMatrixMarket = lines[0].StartsWith("%%MatrixMarket", StringComparison.OrdinalIgnoreCase);
        var comment = '#';
        var sizeLines = 0;
        var rows = new List<string>();
        foreach (var (index, text) in lines.Index())
        {
            var line = text.Trim(' ', '\r');
            if (line.Trim().Length == 0)
                continue;
            if (line[0] is '#' or '%')
                comment = rows.Count == 0 ? line[0] : comment;
            else if ((isMatrixMarket || hasSize) && sizeLines == 0)
                sizeLines = index + 1;
            else
                rows.Add(line);
        }
        var look = new EdgeLook(CsvFormat.Whitespace, comment, 0, false, false, sizeLines, IsOther: false, null);
        if (rows.Count == 0)
            return look;
        if (isMatrixMarket && !lines[0].Contains("coordinate", StringComparison.OrdinalIgnoreCase))
            return look with
            {
                IsOther = true, Refusal = "this is a matrix with a cell for each pair, no list of edges.",
            };
        if (OtherForm(rows[0]) is { } other)
            return look with { IsOther = true, Refusal = other };
        var delimiter = DelimiterOf(rows[0]);
        var first = Cells(rows[0], delimiter);
        var hasHeader = first.Count(cell => Headings.Contains(cell, StringComparer.OrdinalIgnoreCase)) >= 2;
        var isMatrix = !hasHeader && sizeLines == 0 && IsMatrix(file, rows, first, delimiter);
        return look with
        {
            Delimiter = delimiter,
            ColumnCount = first.Length,
            HasHeader = hasHeader,
            IsSymmetric = isMatrixMarket && lines[0].Contains("symmetric", StringComparison.OrdinalIgnoreCase),
            Refusal = isMatrix
                ? $"this is a matrix of {first.Count(cell => cell.Length > 0):N0} columns and as many rows, no list of "
                    + "edges; write a row of two ids for each tie (--map from=1,to=2 reads it as a list all the same)."
                : null,
        };
    }

    private static string? OtherForm(string row) =>
        row is ['*', ..]
            ? "this is a network of Pajek (*Vertices, *Arcs, *Edges); save its arcs or edges as rows of two ids."
        : row is ['<', ..] || row.StartsWith("graph", StringComparison.OrdinalIgnoreCase)
            || row.StartsWith("digraph", StringComparison.OrdinalIgnoreCase)
            ? "this is a graph in another form (GraphML, GEXF, GML or DOT); save its edges as rows of two ids."
        : null;

    private static string DelimiterOf(string row)
    {
        var isQuoted = false;
        foreach (var c in row)
        {
            isQuoted ^= c == '"';
            if (!isQuoted && c is ',' or ';' or '|')
                return $"{c}";
        }
        return row.Contains('\t') && row.Contains('"') ? "\t"
            : row.Contains('"') && row.Contains(' ') ? " " : CsvFormat.Whitespace;
    }

    private static string[] Cells(string row, string delimiter) => delimiter == CsvFormat.Whitespace
        ? row.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
        : [.. TablePreamble.AllCells(row, delimiter[0]).Where(cell => cell.Length > 0 || delimiter != " ")];

    /// <summary>
    /// As many rows as columns, of numbers, with names around them or not: five columns and more are no edges; where
    /// there are fewer, only zeros and ones or a diagonal of zeros tell.
    /// </summary>
    private static bool IsMatrix(SourceFile file, List<string> rows, string[] first, string delimiter)
    {
        var isNamed = first[0].Length == 0 && first.Length > MatrixSizeMin;
        if (first.Length - (isNamed ? 1 : 0) < MatrixSizeMin || CountRows(file) != first.Length)
            return false;
        var body = rows.Skip(isNamed ? 1 : 0).Take(first.Length)
            .Select(row => Cells(row, delimiter).Skip(isNamed ? 1 : 0).ToArray()).ToArray();
        // The last row of the head may be cut off.
        if (body.Length < first.Length - (isNamed ? 1 : 0))
            body = body[..^1];
        var width = first.Length - (isNamed ? 1 : 0);
        if (body.Any(row => row.Length != width || row.Any(cell =>
                !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))))
            return false;
        return isNamed || width > 4
            || body.All(row => row.All(cell => cell is "0" or "1"))
            || body.Index().All(row => row.Item[row.Index] is "0" or "0.0")
                && body.Index().All(row => row.Item.Index().All(cell =>
                    cell.Index >= body.Length || body[cell.Index][row.Index] == cell.Item));
    }

    /// <summary>Rows that are neither empty nor comments.</summary>
    private static long CountRows(SourceFile file)
    {
        using var stream = file.Open();
        var block = new byte[1 << 16];
        var count = 0L;
        var isBegin = true;
        while (stream.Read(block) is > 0 and var length)
            foreach (var c in block.AsSpan(0, length))
            {
                if (isBegin && c is not ((byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t'))
                {
                    isBegin = false;
                    count += c is (byte)'#' or (byte)'%' ? 0 : 1;
                }
                isBegin |= c == (byte)'\n';
            }
        return count;
    }
}

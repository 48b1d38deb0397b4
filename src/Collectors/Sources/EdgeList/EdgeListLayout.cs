using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>What kind of file the first rows show.</summary>
internal enum NetworkKind
{
    Edges,
    Matrix,
    MatrixMarket,
    Pajek,
}

/// <summary>How a list is laid out, as its first rows show; what contradicts them later is refused there.</summary>
/// <param name="Kind">Its format.</param>
/// <param name="Delimiter">What separates cells; <see cref="EdgeCells.Blanks"/> for blanks and tabs.</param>
/// <param name="SkipsFirst">Whether the first row is not an edge, if all others are pairs of whole numbers.</param>
/// <param name="MayBePlain">Whether all others may be pairs of whole numbers in the first two columns.</param>
internal sealed record EdgeListLayout(NetworkKind Kind, char Delimiter, bool SkipsFirst, bool MayBePlain)
{
    /// <summary>Cells of the first row, of what its format states apart; 0 where there is no row.</summary>
    public int ColumnCount { get; private init; }

    /// <summary>Where a heading says that source and target stand; null without one.</summary>
    public EdgeColumns? Heading { get; private init; }

    /// <summary>What its comments between rows begin with.</summary>
    public char Comment { get; private init; }

    /// <summary>Lines before the heading or, without one, before the first edge.</summary>
    public int LinesBefore { get; private init; }

    /// <summary>The line that states a size, as the format has it or the caller knows; 0 for none.</summary>
    public int SizeLine { get; private init; }

    /// <summary>Whether cells stand between quotes.</summary>
    public bool HasQuotes { get; private init; }

    /// <summary>How spreadsheets begin a file to say its delimiter: <c>sep=;</c>.</summary>
    public const string DelimiterSaid = "sep=";

    /// <summary>
    /// Whether every row but the first begins with its number, which the heading leaves out, as R writes it.
    /// </summary>
    public bool HasRowNumbers { get; private init; }

    private const int SampleBytes = 1 << 16, SampleRows = 500;
    private const int MatrixSizeMin = 3, NeighboursMin = 4;

    private static readonly char[] Delimiters = [';', '\t', '|', ','];

    /// <summary>Formats that are not edge lists, by how they begin.</summary>
    private static readonly (string Begin, string Name)[] Others =
    [
        ("<", "XML, such as GraphML or GEXF"),
        ("{", "JSON"),
        ("[", "JSON"),
        ("graph [", "GML"),
        ("graph\n", "GML"),
        ("creator ", "GML"),
        ("graph {", "DOT"),
        ("digraph", "DOT"),
        ("strict ", "DOT"),
        ("dl ", "UCINET DL"),
        ("dl\n", "UCINET DL"),
        ("nodedef>", "GDF"),
    ];

    /// <param name="name">For messages.</param>
    /// <param name="beginning">Whole lines, or the first part of a long one.</param>
    /// <param name="options">What the caller knows.</param>
    /// <exception cref="InputException">The file is a network of another format; the message names it.</exception>
    public static EdgeListLayout Of(string name, ReadOnlySpan<byte> beginning, EdgeListOptions options)
    {
        var sample = beginning[..Math.Min(beginning.Length, SampleBytes)];
        // A row that the sample cuts off would show less than it holds.
        if (beginning.Length >= SampleBytes && sample.LastIndexOf((byte)'\n') is > 0 and var end)
            sample = sample[..end];
        var text = Encoding.UTF8.GetString(sample).TrimStart('\uFEFF');
        if (text.Contains('\0'))
            throw new InputException($"{name}: this is not text in UTF-8, and no mark says that it is UTF-16.");
        var rows = Rows(text, out var lines);
        if (text.StartsWith(MatrixMarketSize.Banner, StringComparison.OrdinalIgnoreCase))
            return new EdgeListLayout(NetworkKind.MatrixMarket, EdgeCells.Blanks, SkipsFirst: true, MayBePlain: true)
                .Beside(rows.ConvertAll(row => Cells(row, EdgeCells.Blanks)), lines, isSize: true) with
            {
                Comment = '%',
            };
        var said = rows is [{ Length: 5 } begin, ..]
            && begin.StartsWith(DelimiterSaid, StringComparison.OrdinalIgnoreCase) ? begin[^1] : (char?)null;
        if (said is not null)
        {
            rows.RemoveAt(0);
            lines.RemoveAt(0);
        }
        if (rows is not [var first, ..])
            return new(NetworkKind.Edges, EdgeCells.Blanks, SkipsFirst: false, MayBePlain: true);
        if (first.StartsWith('*'))
            return new(NetworkKind.Pajek, EdgeCells.Blanks, SkipsFirst: false, MayBePlain: false);
        RefuseOthers(name, rows);

        var delimiter = said ?? DelimiterOf(rows);
        var table = rows.ConvertAll(row => Cells(row, delimiter));
        var hasOddEnds = text.TrimEnd('\r').Replace("\r\n", "\n").Contains('\r');
        var edges = OfEdges(table, delimiter, options, isOdd: hasOddEnds || said is not null)
            .Beside(table, lines, options.First == FirstRow.Size) with
        {
            Comment = text.TrimStart().StartsWith('%') ? '%' : '#',
            HasQuotes = text.Contains('"'),
        };
        if (options.Layout == NetworkLayout.Matrix || (options.Layout == NetworkLayout.Auto && MayBeMatrix(table)))
            return edges with { Kind = NetworkKind.Matrix, SkipsFirst = false, MayBePlain = false };
        if (options.Layout == NetworkLayout.Auto && delimiter == EdgeCells.Blanks && AreNeighbours(table))
            throw new InputException(
                $"{name}: rows of {table.Min(row => row.Count)} to {table.Max(row => row.Count)} numbers look like an "
                + "adjacency list, a node and its neighbours in each; write a row for each edge, or say "
                + "--layout edges.");
        return edges;
    }

    /// <summary>The same, with what stands before the edges.</summary>
    private EdgeListLayout Beside(List<List<string>> table, List<int> lines, bool isSize)
    {
        var first = isSize || HasRowNumbers || IsHeadingOfNumbers(table) ? 1 : 0;
        return this with
        {
            ColumnCount = first < table.Count ? table[first].Count : 0,
            LinesBefore = first < lines.Count ? lines[first] - 1 : lines is [.., var last] ? last : 0,
            SizeLine = isSize && lines is [var size, ..] ? size : 0,
        };
    }

    /// <summary>Words that are not a usual heading, over numbers alone.</summary>
    private bool IsHeadingOfNumbers(List<List<string>> table) =>
        Heading is null && SkipsFirst && table.Count > 1
        && table.Skip(1).All(row => row.Count > 1 && row.Take(2).All(IsNumber));

    private static EdgeListLayout OfEdges(
        List<List<string>> table, char delimiter, EdgeListOptions options, bool isOdd)
    {
        var first = table[0];
        var isHeading = EdgeHeading.TryFind(first, out var columns);
        var isUsual = !isHeading || (columns.Source, columns.Target) == (0, 1);
        if (options.Weighted)
            isUsual &= !isHeading || columns.Weight == 2;
        var skips = options.First switch
        {
            FirstRow.Edge => false,
            FirstRow.Auto => EdgeCells.AreWords(first),
            _ => true,
        };
        // Between commas, one cell more may be a number with a decimal comma.
        var hasRowNumbers = delimiter is EdgeCells.Blanks or '\t' && options.First != FirstRow.Edge
            && options.First != FirstRow.Size && AreNumbered(table);
        return new(NetworkKind.Edges, delimiter, skips, MayBePlain: isUsual && !isOdd && !hasRowNumbers)
        {
            HasRowNumbers = hasRowNumbers,
            Heading = isHeading && options.First is FirstRow.Auto or FirstRow.Heading ? columns : null,
        };
    }

    private static List<string> Rows(string text, out List<int> lines)
    {
        var rows = new List<string>();
        lines = [];
        foreach (var (index, line) in text.Split('\n').Index())
            foreach (var part in line.Split('\r'))
                if (part.Trim() is { Length: > 0 } row && row[0] is not ('#' or '%') && rows.Count < SampleRows)
                {
                    rows.Add(row);
                    lines.Add(index + 1);
                }
        return rows;
    }

    private static void RefuseOthers(string name, List<string> rows)
    {
        var begin = rows.Count > 1 ? $"{rows[0]}\n{rows[1]}" : rows[0] + "\n";
        foreach (var (other, format) in Others)
            if (begin.StartsWith(other, StringComparison.OrdinalIgnoreCase))
                throw new InputException(
                    $"{name}: this is {format}, which is not read; save it as an edge list, a row of source, target "
                    + "and weight for each edge.");
    }

    private static char DelimiterOf(List<string> rows)
    {
        foreach (var delimiter in Delimiters)
            if (EdgeHeading.TryFind(Cells(rows[0], delimiter), out _))
                return delimiter;
        foreach (var delimiter in Delimiters)
        {
            if (rows.Count(row => Cells(row, delimiter).Count > 1) * 2 <= rows.Count)
                continue;
            var isBlanks = delimiter switch
            {
                ',' => rows.All(HasDecimalCommasOnly),
                '\t' => !rows.All(row => Cells(row, '\t') is [{ Length: > 0 }, { Length: > 0 }, ..]),
                _ => false,
            };
            return isBlanks ? EdgeCells.Blanks : delimiter;
        }
        return EdgeCells.Blanks;
    }

    /// <summary>Whether blanks separate the ids, and commas stand inside of what follows: <c>1 2 2,5</c>.</summary>
    private static bool HasDecimalCommasOnly(string row)
    {
        var cells = Cells(row, EdgeCells.Blanks);
        return cells.Count > 2 && !cells[0].Contains(',') && !cells[1].Contains(',')
            && cells.TrueForAll(cell => !cell.StartsWith(',') && !cell.EndsWith(','));
    }

    /// <summary>
    /// No more rows than columns so far, all of one length: of numbers, or named by their first cells.
    /// </summary>
    private static bool MayBeMatrix(List<List<string>> table)
    {
        var columns = table[0].Count;
        if (columns < MatrixSizeMin || table.Count is 1 || table.Count > columns + 1)
            return false;
        return AdjacencyMatrix.IsNamed(table)
            || (table.Count <= columns && table.TrueForAll(row => row.Count == columns && row.TrueForAll(IsNumber)));
    }

    private static bool AreNumbered(List<List<string>> table) =>
        table.Count > 1 && table[0].Count > 1 && !table[0].Exists(IsNumber)
        && table.Skip(1).Select((row, index) => (row, index)).All(numbered =>
            numbered.row.Count == table[0].Count + 1 && numbered.row[0] == (numbered.index + 1).ToString());

    private static bool AreNeighbours(List<List<string>> table) =>
        table.Exists(row => row.Count >= NeighboursMin)
        && table.Select(row => row.Count).Distinct().Count() > 2
        && table.TrueForAll(row => row.TrueForAll(EdgeCells.IsDigits));

    private static bool IsNumber(string cell) => NumberColumn.IsNumber(cell);

    private static List<string> Cells(string row, char delimiter)
    {
        var cells = new List<string>();
        EdgeCells.Split(row, delimiter, cells);
        return cells;
    }
}

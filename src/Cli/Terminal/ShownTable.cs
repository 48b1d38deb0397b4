using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>
/// A table on a terminal. Where the terminal is too narrow it leaves out columns, the least needed first, and says
/// which; a column in which nothing is known is left out without a word, and so is a table without rows.
/// </summary>
internal sealed class ShownTable(string? title = null)
{
    private const string Unknown = "–";

    /// <summary>Of a column: a line at its left, and a blank on either side.</summary>
    private const int FrameWidth = 3;

    /// <summary>Under this, sentences are hard to read.</summary>
    private const int ProseWidth = 24;

    private readonly List<Column> _columns = [];
    private readonly List<string?[]> _rows = [];

    private sealed record Column(string Header, bool IsNumber, int LeftOut, bool Wraps = false);

    /// <summary>Adds a column of text.</summary>
    /// <param name="header">What is written above it.</param>
    /// <param name="leftOut">When it is left out: 1 before all others, 2 next and so on; 0 never.</param>
    public ShownTable Text(string header, int leftOut = 0)
    {
        _columns.Add(new(header, false, leftOut));
        return this;
    }

    /// <summary>
    /// Adds a column of people's ids, which may be left out only where the names beside it are all known and tell
    /// everybody apart.
    /// </summary>
    /// <param name="names">Of all rows.</param>
    /// <param name="leftOut">When it is left out then.</param>
    public ShownTable Person(IReadOnlyCollection<string?> names, int leftOut) => Text(
        "person", names.All(name => name is not null) && names.Distinct().Count() == names.Count ? leftOut : 0);

    /// <summary>Adds a column of sentences, which are broken into lines where they do not fit.</summary>
    /// <inheritdoc cref="Text"/>
    public ShownTable Prose(string header, int leftOut = 0)
    {
        _columns.Add(new(header, false, leftOut, Wraps: true));
        return this;
    }

    /// <summary>Adds a column of numbers.</summary>
    /// <inheritdoc cref="Text"/>
    public ShownTable Number(string header, int leftOut = 0)
    {
        _columns.Add(new(header, true, leftOut));
        return this;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">As plain text, a cell a column; null where nothing is known.</param>
    public void Row(params string?[] cells) => _rows.Add(cells);

    /// <summary>Writes the table.</summary>
    /// <param name="console">Where to; its width counts.</param>
    /// <param name="whole">Where the columns left out are to be had.</param>
    /// <returns>The headers of the columns that are shown.</returns>
    public IReadOnlySet<string> Write(IAnsiConsole console, string whole = "--format csv has all")
    {
        if (_rows.Count == 0)
            return new HashSet<string>();
        int[] known =
        [
            .. Enumerable.Range(0, _columns.Count).Where(column => _rows.Exists(row => row[column] is not null)),
        ];
        var shown = Fitting(known, TableOutput.WidthOf(console));
        var table = new Table().Border(TableBorder.Rounded);
        if (title is not null)
            table.Title(Markup.Escape(title));
        var hasProse = shown.Any(column => _columns[column].Wraps);
        foreach (var column in shown)
        {
            var (header, isNumber, _, wraps) = _columns[column];
            var added = new TableColumn(Markup.Escape(header)) { NoWrap = hasProse && !wraps };
            table.AddColumn(isNumber ? added.RightAligned() : added);
        }
        foreach (var row in _rows)
            table.AddRow(Array.ConvertAll(shown, column => Markup.Escape(row[column] ?? Unknown)));
        TableOutput.Write(console, table, WidthOf(shown));
        if (shown.Length < known.Length)
            console.WriteLine(
                $"Columns left out at this width: {string.Join(", ", known.Except(shown).Select(HeaderOf))}; {whole}.");
        return shown.Select(HeaderOf).ToHashSet();
    }

    private string HeaderOf(int column) => _columns[column].Header;

    private int[] Fitting(int[] columns, int? width)
    {
        // The most needed first: each stays where it still fits beside those before it.
        var shown = columns.Where(column => _columns[column].LeftOut == 0).ToList();
        foreach (var column in columns.Where(column => _columns[column].LeftOut > 0)
            .OrderByDescending(column => _columns[column].LeftOut))
            if (width is null || WidthOf([.. shown, column]) <= width)
                shown.Add(column);
        return [.. shown.Order()];
    }

    private int WidthOf(int[] columns) => 1 + columns.Sum(column => FrameWidth + WidthOf(column));

    private int WidthOf(int column)
    {
        var width = _rows.Select(row => row[column] ?? Unknown).Append(HeaderOf(column))
            .Max(cell => cell.GetCellWidth());
        return _columns[column].Wraps ? Math.Min(width, ProseWidth) : width;
    }
}

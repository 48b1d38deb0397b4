using System.Reflection;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>
/// A table on a terminal. Where the terminal is too narrow it leaves out columns, the least needed first, and says
/// which; a column in which nothing is known is left out without a word, and so is a table without rows.
/// </summary>
internal sealed class ShownTable(string? title, ShownTable.Column[] columns, string?[][] rows)
{
    private const string Unknown = "–";

    /// <summary>Of a column: a line at its left, and a blank on either side.</summary>
    private const int FrameWidth = 3;

    /// <summary>Under this, sentences are hard to read.</summary>
    private const int ProseWidth = 24;

    internal sealed record Column(string Header, bool IsNumber, int LeftOut, bool Wraps);

    /// <summary>Writes the columns that the record of the rows shows.</summary>
    /// <param name="console">Where to; its width counts.</param>
    /// <param name="rows">In their order.</param>
    /// <param name="whole">Where the columns left out are to be had.</param>
    /// <param name="title">Above it; null = none.</param>
    /// <param name="word">What {0} in a header stands for.</param>
    /// <param name="legend">Lines below it, each for the column whose header it begins with, if that is shown.</param>
    public static void Write<TRow>(
        IAnsiConsole console, IEnumerable<TRow> rows, string whole = "--format csv has all", string? title = null,
        string word = "", params ReadOnlySpan<string> legend)
    {
        TRow[] all = [.. rows];
        Column[] columns =
        [
            .. from column in RowColumns<TRow>.Shown
               let shown = column.Shown
               let names = shown.UnlessNamedBy is { } name ? typeof(TRow).GetProperty(name) : null
               select new Column(
                   string.Format(null, shown.Header, word), shown.Side == Side.Right
                       || shown.Side == Side.OfType && IsNumber(column.Property),
                   names is null || TellApart([.. all.Select(row => names.GetValue(row))]) ? shown.LeftOut : 0,
                   shown.Wraps),
        ];
        var headers = new ShownTable(title, columns, Array.ConvertAll(all, row =>
            RowColumns<TRow>.Shown.Select(column => Cell(column.Property.GetValue(row), column.Shown)).ToArray()))
            .Write(console, whole);
        foreach (var line in legend)
            if (headers.Contains(line.Split(':')[0]))
                console.WriteLine(line);
    }

    private static bool IsNumber(PropertyInfo property) =>
        (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type
            && (type == typeof(int) || type == typeof(long) || type == typeof(double));

    private static bool TellApart(object?[] names) =>
        names.All(name => name is not null) && names.Distinct().Count() == names.Length;

    private static string? Cell(object? value, ShownAttribute shown) => value switch
    {
        null => shown.Missing,
        double share when shown.Format?.EndsWith(" %", StringComparison.Ordinal) == true =>
            (100 * share).ToString(shown.Format[..^2]) + " %",
        bool yes => yes ? "yes" : "no",
        int or long or double or DateTime or DateOnly =>
            ((IFormattable)value).ToString(shown.Format ?? (value is int or long ? "N0" : null), null),
        _ => value.ToString(),
    };

    private HashSet<string> Write(IAnsiConsole console, string whole)
    {
        if (rows.Length == 0)
            return [];
        int[] known =
        [
            .. Enumerable.Range(0, columns.Length)
                .Where(column => Array.Exists(rows, row => row[column] is not null)),
        ];
        var shown = Fitting(known, TableOutput.WidthOf(console));
        var table = new Table().Border(TableBorder.Rounded);
        if (title is not null)
            table.Title(Markup.Escape(title));
        var hasProse = shown.Any(column => columns[column].Wraps);
        foreach (var column in shown)
        {
            var (header, isNumber, _, wraps) = columns[column];
            var added = new TableColumn(Markup.Escape(header)) { NoWrap = hasProse && !wraps };
            table.AddColumn(isNumber ? added.RightAligned() : added);
        }
        foreach (var row in rows)
            table.AddRow(Array.ConvertAll(shown, column => Markup.Escape(row[column] ?? Unknown)));
        TableOutput.Write(console, table, WidthOf(shown));
        if (shown.Length < known.Length)
            console.WriteLine(
                $"Columns left out at this width: {string.Join(", ", known.Except(shown).Select(HeaderOf))}; {whole}.");
        return shown.Select(HeaderOf).ToHashSet();
    }

    private string HeaderOf(int column) => columns[column].Header;

    private int[] Fitting(int[] known, int? width)
    {
        // The most needed first: each stays if it still fits with those before it.
        var shown = known.Where(column => columns[column].LeftOut == 0).ToList();
        foreach (var column in known.Where(column => columns[column].LeftOut > 0)
            .OrderByDescending(column => columns[column].LeftOut))
            if (width is null || WidthOf([.. shown, column]) <= width)
                shown.Add(column);
        return [.. shown.Order()];
    }

    private int WidthOf(int[] shown) => 1 + shown.Sum(column => FrameWidth + WidthOf(column));

    private int WidthOf(int column)
    {
        var width = rows.Select(row => row[column] ?? Unknown).Append(HeaderOf(column))
            .Max(cell => cell.GetCellWidth());
        return columns[column].Wraps ? Math.Min(width, ProseWidth) : width;
    }
}

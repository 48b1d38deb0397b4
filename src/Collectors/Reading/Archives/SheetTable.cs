using System.Globalization;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>A sheet of a workbook that has a row of headings, and its rows as text.</summary>
internal sealed class SheetTable
{
    /// <summary>Rows above which a heading is looked for: titles, dates and blank rows come first.</summary>
    private const int LookedAtMax = 100;

    private const int ColumnsMax = 16_384;
    private const long CellsMax = 100_000_000;
    private const int TableBytesMax = 1 << 30;

    private readonly Func<IEnumerable<IDictionary<string, object?>>> _rows;

    private SheetTable(int index, Func<IEnumerable<IDictionary<string, object?>>> rows) => (Index, _rows) = (index,
        rows);

    /// <summary>0-based place in the workbook.</summary>
    public int Index { get; }

    /// <summary>1-based row of the headings.</summary>
    public int HeadingRow { get; private init; }

    /// <summary>Whether a heading is one that is looked for.</summary>
    public bool IsKnown { get; private init; }

    /// <summary>
    /// The first row that is all text, no text twice, and at least half as wide as the widest near it: titles and the
    /// names of groups of columns are narrower. Null where there is none.
    /// </summary>
    /// <param name="index">The place of the sheet.</param>
    /// <param name="rows">Reads its rows from the first, also blank ones.</param>
    /// <param name="format">Whether there are headings, and which are mapped.</param>
    public static SheetTable? Find(int index, Func<IEnumerable<IDictionary<string, object?>>> rows, CsvFormat format)
    {
        object[][] filled =
            [.. rows().Take(LookedAtMax).Select(row => row.Values.Where(IsFilled).Select(value => value!).ToArray())];
        var widest = filled.Select(row => row.Length).DefaultIfEmpty().Max();
        if (!format.HasHeader)
            return widest > 0 ? new(index, rows) { HeadingRow = 1, IsKnown = true } : null;
        var heading = Array.FindIndex(filled, row => row.Length >= 2 && 2 * row.Length >= widest
            && row.All(value => value is string)
            && row.Cast<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count() == row.Length);
        if (heading < 0)
            return null;
        var mapped = format.Map.ColumnByKey.Values.SelectMany(name => name.Split('+'))
            .Concat(EnumNames<InteractionColumn>.All).Select(Headings.Normal).ToHashSet(StringComparer.Ordinal);
        return new(index, rows)
        {
            HeadingRow = heading + 1,
            IsKnown = filled[heading].Cast<string>().Any(
                name => Headings.People.KeyOf(name) is not null || mapped.Contains(Headings.Normal(name))),
        };
    }

    /// <summary>
    /// Rows as lines of UTF-8, a comma between cells, from the headings on; rows above them, and blank ones, as empty
    /// lines, so that a line has the number of its row. Columns that no row fills at the end are left out.
    /// </summary>
    /// <param name="offset">What dates are to be moved by.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public byte[] ToCsv(TimeSpan offset, string name, CancellationToken cancellation)
    {
        for (var width = 0; ;)
        {
            var (table, widest) = ToCsv(width, offset, name, cancellation);
            if (widest <= width)
                return table;
            width = widest;
        }
    }

    private (byte[] Table, int Widest) ToCsv(int width, TimeSpan offset, string name, CancellationToken cancellation)
    {
        var table = new MemoryStream();
        using var text = new StreamWriter(table, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var cells = new string[ColumnsMax];
        var (number, widest, count) = (0, width, 0L);
        foreach (var row in _rows())
        {
            cancellation.ThrowIfCancellationRequested();
            if ((count += row.Count) > CellsMax || table.Length > TableBytesMax)
                throw new InputException($"{name}: the sheet holds more than can be read; save it as CSV.");
            if (++number >= HeadingRow)
                widest = Math.Max(widest, Fill(cells, row, offset));
            var filled = number < HeadingRow ? 0 : Array.FindLastIndex(cells, cell => cell is { Length: > 0 }) + 1;
            if (filled > 0)
                text.Write(string.Join(',', cells.Take(Math.Max(width, filled)).Select(Quoted)));
            text.WriteLine();
            Array.Clear(cells);
        }
        text.Flush();
        return (table.ToArray(), widest);
    }

    /// <returns>How many columns there are up to the last that is filled.</returns>
    private static int Fill(string[] cells, IDictionary<string, object?> row, TimeSpan offset)
    {
        var last = 0;
        foreach (var (letters, value) in row)
        {
            if (!IsFilled(value))
                continue;
            var column = ColumnOf(letters);
            cells[column] = TextOf(value!, offset);
            last = Math.Max(last, column + 1);
        }
        return last;
    }

    private static bool IsFilled(object? value) => value is not (null or "") && !(value is string text
        && text.Trim() == "");

    private static int ColumnOf(string letters)
    {
        var number = 0;
        foreach (var letter in letters)
            number = (26 * number) + (letter - 'A') + 1;
        return number is >= 1 and <= ColumnsMax ? number - 1 : throw new FormatException("A column beyond XFD.");
    }

    private static string TextOf(object value, TimeSpan offset) => value switch
    {
        DateTime at => TextOf(at + offset),
        // Formats of a time alone: from a day on it is an instant all the same.
        TimeSpan { TotalDays: >= 1 } time => TextOf(DateTime.FromOADate(time.TotalDays) + offset),
        TimeSpan time => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 && Math.Floor(number) == number =>
            number.ToString("F0", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        string text => OneLine(text),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A day where the time is midnight. Excel keeps parts of a day, which are off by parts of a
    /// second.</summary>
    private static string TextOf(DateTime at)
    {
        var rounded = at.AddTicks(TimeSpan.TicksPerSecond / 2);
        at = rounded.AddTicks(-(rounded.Ticks % TimeSpan.TicksPerSecond));
        return at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss",
            CultureInfo.InvariantCulture);
    }

    /// <summary>A line break in a cell would move all rows below away from their numbers.</summary>
    private static string OneLine(string text) =>
        text.AsSpan().ContainsAny('\r', '\n') ? text.ReplaceLineEndings(" ") : text;

    private static string Quoted(string? cell) =>
        cell is null ? "" : cell.AsSpan().IndexOfAny(',', '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
}

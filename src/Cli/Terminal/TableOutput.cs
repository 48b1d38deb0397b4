using System.Globalization;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>
/// Tables on a terminal; where output goes elsewhere, at the width that <c>COLUMNS</c> says, or as wide as they are.
/// </summary>
internal static class TableOutput
{
    private const int WidthWhenRedirected = 160;
    private const int WidthMin = 20;

    /// <summary>Null where neither a terminal nor a variable limits the width.</summary>
    private static int? ColumnsVariable =>
        int.TryParse(
            Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var columns) && columns >= WidthMin
            ? columns
            : null;

    public static IAnsiConsole On(TextWriter output)
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var plain = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        plain.Profile.Width = ColumnsVariable ?? WidthWhenRedirected;
        return plain;
    }

    /// <summary>How wide a table may be; null where it may be as wide as it is.</summary>
    public static int? WidthOf(IAnsiConsole console) =>
        Console.IsOutputRedirected && ColumnsVariable is null ? null : console.Profile.Width;

    /// <summary>Writes a table of this width without breaking its cells, where nothing limits it.</summary>
    public static void Write(IAnsiConsole console, Table table, int width)
    {
        var usual = console.Profile.Width;
        if (WidthOf(console) is null)
            console.Profile.Width = Math.Max(usual, width);
        console.Write(table);
        console.Profile.Width = usual;
    }

    /// <summary>Writes a table of which every column is shown, whatever the width.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="title">Above it; null = none.</param>
    /// <param name="texts">Headers of the first columns.</param>
    /// <param name="numbers">Headers of those after them.</param>
    /// <param name="rows">As plain text, a cell per column.</param>
    public static void Write(
        IAnsiConsole console, string? title, IEnumerable<string> texts, IEnumerable<string> numbers,
        IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        if (title is not null)
            table.Title(Markup.Escape(title));
        foreach (var header in texts)
            table.AddColumn(Markup.Escape(header));
        foreach (var header in numbers)
            table.AddColumn(new TableColumn(Markup.Escape(header)).RightAligned());
        foreach (var row in rows)
            table.AddRow(Array.ConvertAll(row, Markup.Escape));
        console.Write(table);
    }
}

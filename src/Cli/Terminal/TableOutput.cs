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

    public static void AddColumns(Table table, params ReadOnlySpan<string> headers)
    {
        foreach (var header in headers)
            table.AddColumn(header);
    }

    public static void AddNumberColumns(Table table, params ReadOnlySpan<string> headers)
    {
        foreach (var header in headers)
            table.AddColumn(new TableColumn(header).RightAligned());
    }
}

using Spectre.Console;

namespace InfluencerMap.Cli.Reports;

/// <summary>Tables on a terminal, or at a readable fixed width where output goes elsewhere.</summary>
internal static class TableOutput
{
    private const int WidthWhenRedirected = 160;

    public static IAnsiConsole On(TextWriter output)
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var plain = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        plain.Profile.Width = WidthWhenRedirected;
        return plain;
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

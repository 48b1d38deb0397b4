using System.Text.Json;
using InfluencerMap.Cli.Verbs;
using InfluencerMap.Storage.Identities;
using Spectre.Console;

namespace InfluencerMap.Cli.Reports;

/// <summary>An entry of the log.</summary>
internal sealed record IdentityLine(
    long Entry, string At, string Who, string Action, string? Handle, string? Person, string? OtherPerson,
    DateOnly? From, DateOnly? To, int Items, long? Undoes, long? UndoneBy);

/// <summary>What operators see of identities: likely pairs, and the log.</summary>
internal static class IdentityReports
{
    public static void Write(LikelyPair[] pairs, OutputFormat format, TextWriter output)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                CsvOutput.Write(output, pairs);
                break;
            case OutputFormat.Json:
                output.WriteLine(JsonSerializer.Serialize(pairs, ReportJson.Default.LikelyPairArray));
                break;
            default:
                WriteTable(pairs, TableOutput.On(output));
                break;
        }
    }

    public static void Write(IdentityLogEntry[] log, OutputFormat format, TextWriter output)
    {
        var lines = Array.ConvertAll(log, LineOf);
        switch (format)
        {
            case OutputFormat.Csv:
                CsvOutput.Write(output, lines);
                break;
            case OutputFormat.Json:
                output.WriteLine(JsonSerializer.Serialize(lines, ReportJson.Default.IdentityLineArray));
                break;
            default:
                WriteTable(lines, TableOutput.On(output));
                break;
        }
    }

    private static IdentityLine LineOf(IdentityLogEntry entry) => new(
        entry.Entry, $"{entry.At:yyyy-MM-ddTHH:mm:ssZ}", entry.Who, entry.Action.ToString().ToLowerInvariant(),
        entry.Handle, entry.Person, entry.OtherPerson, entry.From, entry.To, entry.Items, entry.Undoes, entry.UndoneBy);

    private static void WriteTable(LikelyPair[] pairs, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddColumns(table, "handle or person", "perhaps", "why");
        TableOutput.AddNumberColumns(table, "interactions");
        TableOutput.AddColumns(table, "to do");
        foreach (var pair in pairs)
            table.AddRow(
                Markup.Escape(pair.Handle), Markup.Escape(pair.Person), pair.Reason, $"{pair.Interactions:N0}",
                pair.Joined
                    ? "joined by a rule; identities split if wrong, dismiss if right"
                    : "identities merge if so, dismiss if not");
        console.Write(table);
    }

    private static void WriteTable(IdentityLine[] lines, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddNumberColumns(table, "entry");
        TableOutput.AddColumns(table, "at (UTC)", "who", "what", "handle or person", "person", "days");
        TableOutput.AddNumberColumns(table, "items", "undone by");
        foreach (var line in lines)
            table.AddRow(
                $"{line.Entry}", line.At, Markup.Escape(line.Who),
                line.Undoes is { } undone ? $"undo {undone}" : line.Action,
                Markup.Escape(line.Handle ?? line.OtherPerson ?? ""), Markup.Escape(line.Person ?? ""), DaysOf(line),
                $"{line.Items:N0}", $"{line.UndoneBy}");
        console.Write(table);
    }

    private static string DaysOf(IdentityLine line) =>
        line is { From: null, To: null } ? "" : $"{line.From:yyyy-MM-dd} … {line.To:yyyy-MM-dd}";
}

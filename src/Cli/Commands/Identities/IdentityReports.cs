using System.Text.Json;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>An entry of the log.</summary>
internal sealed record IdentityLine(
    long Entry, string At, string Who, string Action, string? Handle, string? Person, string? OtherPerson,
    DateOnly? From, DateOnly? To, int Items, long? Undoes, long? UndoneBy);

/// <summary>What operators see of identities: likely pairs, and the log.</summary>
internal static class IdentityReports
{
    public static void Write(LikelyPair[] pairs, Output choice, TextWriter output)
    {
        switch (choice.Format)
        {
            case OutputFormat.Csv:
                CsvOutput.Write(output, pairs, choice.Excel);
                break;
            case OutputFormat.Json:
                output.WriteLine(JsonSerializer.Serialize(pairs, ReportJson.Default.LikelyPairArray));
                break;
            default:
                WriteTable(pairs, TableOutput.On(output));
                break;
        }
    }

    public static void Write(IdentityLogEntry[] log, Output choice, TextWriter output)
    {
        var lines = Array.ConvertAll(log, LineOf);
        switch (choice.Format)
        {
            case OutputFormat.Csv:
                CsvOutput.Write(output, lines, choice.Excel);
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
        var table = new ShownTable()
            .Text("handle or person").Text("perhaps").Text("why", 2).Number("interactions", 3).Text("to do", 1);
        foreach (var pair in pairs)
            table.Row(
                pair.Handle, pair.Person, pair.Reason, $"{pair.Interactions:N0}",
                pair.Joined
                    ? "joined by a rule; identities split if wrong, dismiss if right"
                    : "identities merge if so, dismiss if not");
        table.Write(console);
    }

    private static void WriteTable(IdentityLine[] lines, IAnsiConsole console)
    {
        var table = new ShownTable()
            .Number("entry").Text("at (UTC)", 4).Text("who", 5).Text("what").Text("handle or person").Text("person")
            .Text("days", 2).Number("items", 1).Number("undone by", 3);
        foreach (var line in lines)
            table.Row(
                $"{line.Entry}", line.At, line.Who,
                line.Undoes is { } undone ? $"undo {undone}" : line.Action,
                line.Handle ?? line.OtherPerson ?? "", line.Person ?? "", DaysOf(line),
                $"{line.Items:N0}", $"{line.UndoneBy}");
        table.Write(console);
    }

    private static string DaysOf(IdentityLine line) =>
        line is { From: null, To: null } ? "" : $"{line.From:yyyy-MM-dd} … {line.To:yyyy-MM-dd}";
}

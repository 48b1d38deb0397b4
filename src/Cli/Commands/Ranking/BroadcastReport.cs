using System.Text.Json;
using InfluencerMap.Engine;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>A person of the broadcast layer.</summary>
/// <param name="Place">1-based by people reached, then messages, then key.</param>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Department">Unit, where known.</param>
/// <param name="Messages">Messages to more people than count as talking.</param>
/// <param name="Reached">Different people to whom those went.</param>
/// <param name="ReachedShare">The same as a share of the others, 0 … 1.</param>
/// <param name="Rank">Place in the ranking, into which none of this enters; null = not measurable.</param>
internal sealed record BroadcastLine(
    int Place, string Person, string? Name, string Key, string? Department, int Messages, int Reached,
    double ReachedShare, int? Rank);

/// <summary>The broadcast layer of a run: who writes to all.</summary>
internal sealed class BroadcastReport
{
    private readonly RankedRun _run;
    private readonly BroadcastLine[] _lines;
    private readonly int _senders;

    private BroadcastReport(RankedRun run, BroadcastLine[] lines, int senders) =>
        (_run, _lines, _senders) = (run, lines, senders);

    public static async Task<BroadcastReport> ReadAsync(
        Store store, Run run, int top, CancellationToken cancellation)
    {
        var names = await PeopleNames.ReadAsync(store, cancellation);
        var ranked = await RankedRun.ReadAsync(store, run, cancellation);
        var senders = ranked.Ranking.Where(person => person.BroadcastCount > 0)
            .Select(person => (Ranked: person, Person: ranked.People.People[ranked.People.NodeOf(person.PersonId)]))
            .OrderByDescending(sender => sender.Ranked.BroadcastReach)
            .ThenByDescending(sender => sender.Ranked.BroadcastCount)
            .ThenBy(sender => sender.Person.Key, StringComparer.Ordinal)
            .ToArray();
        return new(
            ranked,
            [
                .. senders.Take(top).Select((sender, i) => new BroadcastLine(
                    i + 1, names.IdOf(sender.Person.Id), names.NameOf(sender.Person.Id), sender.Person.Key,
                    sender.Person.Department, sender.Ranked.BroadcastCount, sender.Ranked.BroadcastReach,
                    sender.Ranked.BroadcastReach / Math.Max(1.0, ranked.Run.PersonCount - 1), sender.Ranked.Rank)),
            ],
            senders.Length);
    }

    private string Origin =>
        $"Run {_run.Run.Id}: {_senders:N0} people wrote to more than {_run.Run.Options.AudienceMax:N0} at once. None "
        + "of that makes a tie or a place: it says who may write to all, not who is listened to.";

    public void Write(Output choice, TextWriter output)
    {
        if (choice.Format == OutputFormat.Table)
        {
            WriteTable(TableOutput.On(output));
            return;
        }
        Progress.Say(Origin);
        if (choice.Format == OutputFormat.Csv)
            CsvOutput.Write(output, _lines, choice.Excel);
        else
            output.WriteLine(JsonSerializer.Serialize(_lines, ReportJson.Default.BroadcastLineArray));
    }

    private void WriteTable(IAnsiConsole console)
    {
        console.WriteLine(Origin);
        var table = new ShownTable()
            .Number("place").Text("person").Text("name").Text("key", 1).Text("department", 4).Number("messages", 5)
            .Number("people reached").Number("share", 2).Number("rank", 3);
        foreach (var line in _lines)
            table.Row(
                $"{line.Place}", line.Person, line.Name, line.Key, line.Department,
                $"{line.Messages:N0}", $"{line.Reached:N0}", $"{100 * line.ReachedShare:0.0} %",
                line.Rank is { } rank ? $"{rank:N0}" : null);
        table.Write(console);
    }
}

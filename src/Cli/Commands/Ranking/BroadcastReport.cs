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
    [Shown("place", Format = "0")] int Place, [Shown("person")] string Person, [Shown("name")] string? Name,
    [Shown("key", 1)] string Key, [Shown("department", 4)] string? Department, [Shown("messages", 5)] int Messages,
    [Shown("people reached")] int Reached, [Shown("share", 2, Format = "0.0 %")] double ReachedShare,
    [Shown("rank", 3)] int? Rank);

/// <summary>The broadcast layer of a run: who writes to all.</summary>
internal static class BroadcastReport
{
    public static async Task WriteAsync(
        Store store, Run run, int top, Output output, CancellationToken cancellation)
    {
        var names = await PeopleNames.ReadAsync(store, cancellation);
        var ranked = await RankedRun.ReadAsync(store, run, cancellation);
        var senders = ranked.Ranking.Where(person => person.BroadcastCount > 0)
            .Select(person => (Ranked: person, Person: ranked.People[person.PersonId]))
            .OrderByDescending(sender => sender.Ranked.BroadcastReach)
            .ThenByDescending(sender => sender.Ranked.BroadcastCount)
            .ThenBy(sender => sender.Person.Key, StringComparer.Ordinal)
            .ToArray();
        BroadcastLine[] lines =
        [
            .. senders.Take(top).Select((sender, i) => new BroadcastLine(
                i + 1, names.IdOf(sender.Person.Id), names.NameOf(sender.Person.Id), sender.Person.Key,
                sender.Person.Department, sender.Ranked.BroadcastCount, sender.Ranked.BroadcastReach,
                sender.Ranked.BroadcastReach / Math.Max(1.0, run.PersonCount - 1), sender.Ranked.Rank)),
        ];
        var audienceMax = run.Options.Cleaning.AudienceMax;
        var origin = $"Run {run.Id}: {senders.Length:N0} people wrote to more than {audienceMax:N0} at once. None of "
            + "that makes a tie or a place: it says who may write to all, not who is listened to.";
        output.Write(lines, lines, [origin], console =>
        {
            console.WriteLine(origin);
            ShownTable.Write(console, lines);
        });
    }
}

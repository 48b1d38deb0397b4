using System.CommandLine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap runs diff</c>: which of data, options and code changed, and who moved.</summary>
internal static class RunsDiffCommand
{
    private const int MovesMax = 20;

    public static CliCommand Create()
    {
        var before = new Argument<string>("A") { Description = "Id of the earlier run." };
        var after = new Argument<string>("B") { Description = "Id of the later run." };
        var all = new Option<bool>("--all")
        {
            Description = "Also shows moves that are no more than noise: rank intervals that overlap.",
        };
        var store = SharedOptions.Store();
        var command = new CliCommand("diff", "Says why the ranking of one run is not that of another.")
        {
            Examples =
            [
                "runs diff 1f0c2ab4d5e6f708 90a1b2c3d4e5f607",
                "runs diff 1f0c2ab4d5e6f708 90a1b2c3d4e5f607 --all",
            ],
        };
        command.Add(before);
        command.Add(after);
        command.Add(all);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var difference = await RunDifference.ReadAsync(
                opened, await opened.RequireRunAsync(parsed.GetValue(before), cancellation),
                await opened.RequireRunAsync(parsed.GetValue(after), cancellation), cancellation);
            foreach (var cause in difference.Causes)
                Console.Out.WriteLine($"Changed {cause}.");
            WriteMoves(difference, parsed.GetValue(all));
            return CommandLine.Done;
        });
        return command;
    }

    private static void WriteMoves(RunDifference difference, bool all)
    {
        var moves = difference.Moves;
        var shown = moves.Where(move => all || move.IsNoise != true).Take(MovesMax).ToArray();
        if (moves.Count == 0)
            Console.Out.WriteLine("Nobody has another place.");
        else if (shown.Length == 0)
            Console.Out.WriteLine("Nobody has another place by more than noise.");
        else
            TableOf(shown).Write(TableOutput.On(Console.Out), "a wider window shows all");
        foreach (var run in difference.WithoutIntervals)
            Console.Out.WriteLine(
                $"Run {run.Id} has no rank intervals: whether a change is more than noise is not known. "
                + "nightly --rank-intervals on tells them.");
        if (!all && moves.Count(move => move.IsNoise == true) is > 0 and var noise)
            Console.Out.WriteLine(
                $"{noise:N0} more changed places by no more than noise: their 90 % rank intervals overlap (--all).");
    }

    private static ShownTable TableOf(IReadOnlyList<RunMove> moves)
    {
        var table = new ShownTable()
            .Text("person").Text("name").Number("place A").Number("place B").Number("betweenness", 3)
            .Number("reach", 2).Number("PageRank", 1);
        foreach (var move in moves)
            table.Row(
                move.Person, move.Name, Place(move.RankBefore), Place(move.RankAfter),
                $"{move.Betweenness:+0.000;-0.000;0}", $"{move.Reach:+0.000;-0.000;0}",
                $"{move.PageRank:+0.000;-0.000;0}");
        return table;
    }

    private static string Place(int? rank) => rank is { } place ? $"{place:N0}" : "none";
}

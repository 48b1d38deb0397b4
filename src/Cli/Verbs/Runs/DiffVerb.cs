using System.CommandLine;
using InfluencerMap.Cli.Reports;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli.Verbs.Runs;

/// <summary><c>influencermap runs diff</c>: which of data, options and code changed, and who moved.</summary>
internal static class DiffVerb
{
    private const int MovesMax = 20;

    public static Verb Create()
    {
        var before = new Argument<string>("A") { Description = "Id of the earlier run." };
        var after = new Argument<string>("B") { Description = "Id of the later run." };
        var store = SharedOptions.Store();
        var verb = new Verb("diff", "Says why the ranking of one run is not that of another.")
        {
            Examples = ["runs diff 1f0c2ab4d5e6f708 90a1b2c3d4e5f607"],
        };
        verb.Add(before);
        verb.Add(after);
        verb.Add(store);
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var difference = await RunDifference.ReadAsync(
                opened, await opened.RequireRunAsync(parsed.GetValue(before), cancellation),
                await opened.RequireRunAsync(parsed.GetValue(after), cancellation), cancellation);
            foreach (var cause in difference.Causes)
                Console.Out.WriteLine($"Changed {cause}.");
            var moves = difference.Moves(MovesMax);
            if (moves.Count == 0)
                Console.Out.WriteLine("Nobody has another place.");
            else
                TableOutput.On(Console.Out).Write(TableOf(moves));
            return CommandLine.Done;
        });
        return verb;
    }

    private static Table TableOf(IReadOnlyList<RunMove> moves)
    {
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddColumns(table, "person");
        TableOutput.AddNumberColumns(table, "place A", "place B", "betweenness", "reach", "PageRank");
        foreach (var move in moves)
            table.AddRow(
                Markup.Escape(move.Person), Place(move.RankBefore), Place(move.RankAfter),
                $"{move.Betweenness:+0.000;-0.000;0}", $"{move.Reach:+0.000;-0.000;0}",
                $"{move.PageRank:+0.000;-0.000;0}");
        return table;
    }

    private static string Place(int? rank) => rank is { } place ? $"{place:N0}" : "none";
}

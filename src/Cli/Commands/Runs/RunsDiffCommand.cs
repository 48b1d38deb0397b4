using System.CommandLine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap runs diff</c>: which of data, options and code changed, and who moved.</summary>
internal static class RunsDiffCommand
{
    private const int MovesMax = 20;

    public static CliCommand Create()
    {
        var before = new Argument<string>("A") { Description = "Id of the earlier run." };
        var after = new Argument<string>("B") { Description = "Id of the later run." };
        var all = Options.Flag(
            "--all", "Also shows moves within the noise: rank intervals that overlap.");
        return new CliCommand("diff", "Says why the ranking of one run is not that of another.", [before, after, all])
        {
            Examples =
            [
                "runs diff 1f0c2ab4d5e6f708 90a1b2c3d4e5f607",
                "runs diff 1f0c2ab4d5e6f708 90a1b2c3d4e5f607 --all",
            ],
        }.Reports(async (store, parsed, output, cancellation) =>
        {
            var difference = await RunDifference.ReadAsync(
                store, await store.RequireRunAsync(parsed.GetValue(before), cancellation),
                await store.RequireRunAsync(parsed.GetValue(after), cancellation), cancellation);
            var moves = difference.Moves;
            RunMove[] shown = [.. moves.Where(move => parsed.GetValue(all) || move.IsNoise != true)];
            string[] causes = [.. difference.Causes.Select(cause => $"Changed {cause}.")];
            string[] notes = [.. Notes(difference, parsed.GetValue(all))];
            output.Write(
                shown, new RunDifferenceLines(causes, notes, shown), [.. causes, .. notes], console =>
                {
                    WriteLines(causes);
                    if (moves.Count == 0)
                        Console.Out.WriteLine("Nobody has another place.");
                    else if (shown.Length == 0)
                        Console.Out.WriteLine("Nobody has another place by more than noise.");
                    ShownTable.Write(console, shown.Take(MovesMax), "a wider window shows all");
                    WriteLines(notes);
                });
        });
    }

    private static IEnumerable<string> Notes(RunDifference difference, bool all)
    {
        foreach (var run in difference.WithoutIntervals)
            yield return $"Run {run.Id} has no rank intervals: whether a change is more than noise is not known. "
                + "nightly --rank-intervals on computes them, where the data holds four blocks of days or more.";
        if (!all && difference.Moves.Count(move => move.IsNoise == true) is > 0 and var noise)
            yield return
                $"{noise:N0} more changed places within the noise: their 90 % rank intervals overlap (--all).";
    }

    private static void WriteLines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Console.Out.WriteLine(line);
    }
}

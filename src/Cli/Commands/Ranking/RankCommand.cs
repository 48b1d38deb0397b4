using System.CommandLine;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap rank</c>: who carries the word, beside what the chart says.</summary>
internal static class RankCommand
{
    /// <summary>Up to so many ranked people all are shown: the last of a small firm would be missing alone.</summary>
    private const int AllShownMax = 30;

    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var output = new OutputOptions();
        var run = SharedOptions.Run();
        var top = SharedOptions.Top();
        top.Description = $"How many people to show; of at most {AllShownMax} all when left out.";
        var by = SharedOptions.OneOf("--by", "What to order by.", RankBy.Influence);
        var department = new Option<string?>("--department") { Description = "Only people of this department." };
        var noManagers = new Option<bool>("--no-managers") { Description = "Only people whom nobody reports to." };

        var beside = new Option<string?>("--beside")
        {
            Description = "nominations: shows beside each place of what was seen the place by whom colleagues name, "
                + "and how far the two agree. Needs a night of each: nightly, nightly --preset nominations.",
        };
        beside.AcceptOnlyFromAmong("nominations");
        var command = new CliCommand("rank", "Prints the ranking of the latest run.")
        {
            Examples =
            [
                "rank",
                "rank --top 50 --by betweenness --format csv > ranking.csv",
                "rank --department Sales --no-managers",
                "rank --beside nominations",
            ],
        };
        foreach (var option in new Option[] { top, by, department, noManagers, beside, run, store })
            command.Add(option);
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            var shown = SharedOptions.RequireTop(parsed.GetValue(top));
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var query = new RankingQuery
            {
                By = parsed.GetValue(by),
                Department = parsed.GetValue(department),
                ExcludeManagers = parsed.GetValue(noManagers),
                Take = shown,
            };
            if (parsed.GetValue(beside) is null)
            {
                var found = await opened.RequireRunAsync(parsed.GetValue(run), cancellation);
                if (parsed.GetResult(top) is null or { Implicit: true } && found.RankedCount <= AllShownMax)
                    query = query with { Take = Math.Max(shown, found.RankedCount) };
                (await RankingReport.ReadAsync(opened, found, query, cancellation)).Write(choice, Console.Out);
                if (SmallCompany.AdviceOn(found) is { } advice)
                    Progress.Say(advice);
            }
            else
                (await BesideReport.ReadAsync(
                    opened, await opened.RequireSeenRunAsync(parsed.GetValue(run), cancellation),
                    await opened.RequireLatestAsync(nominations: true, cancellation), query, cancellation))
                    .Write(choice, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}

using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap rank</c>: who spreads the word, in comparison with the chart.</summary>
internal static class RankCommand
{
    /// <summary>Up to so many ranked people all are shown: the last of a small firm would be missing alone.</summary>
    private const int AllShownMax = 30;

    public static CliCommand Create()
    {
        var run = SharedOptions.Run();
        var top = SharedOptions.Top();
        top.Description = $"How many people to show; of at most {AllShownMax} all when left out.";
        var by = SharedOptions.OneOf(
            "--by", "What to order by. connector: who is near everybody; broker: who stands between people apart; "
                + "named: whom colleagues name, from the latest night of nominations.", RankColumn.Influence);
        var department = Options.Of<string?>("--department", null, "Only people of this department.");
        var noManagers = Options.Flag("--no-managers", "Only people whom nobody reports to.");
        var beside = Options.Word<string?>(
            "--beside", "nominations: compares each place of what was seen with the place by whom colleagues name, and "
                + "says how far the two agree. Needs a night of each: nightly, nightly --preset nominations.",
            "nominations");
        return new CliCommand(
            "rank", "Prints the ranking of the latest run.",
            [top, by, department, noManagers, beside, run, SharedOptions.Store()])
        {
            Examples =
            [
                "rank",
                "rank --top 50 --by betweenness --format csv > ranking.csv",
                "rank --by broker",
                "rank --department Sales --no-managers",
                "rank --beside nominations",
            ],
        }.Reports(
            async (store, parsed, output, cancellation) =>
            {
                var query = new RankingQuery
                {
                    By = parsed.GetValue(by).Stored ?? RankBy.Influence,
                    Department = parsed.GetValue(department),
                    ExcludeManagers = parsed.GetValue(noManagers),
                    Take = parsed.GetValue(top),
                };
                var id = parsed.GetValue(run);
                if (parsed.GetValue(beside) is not null)
                {
                    (await BesideReport.ReadAsync(
                        store, await store.RequireSeenRunAsync(id, cancellation),
                        await store.RequireLatestAsync(nominations: true, cancellation), query, cancellation))
                        .Write(output);
                    return;
                }
                var found = await store.RequireRunAsync(id, cancellation);
                if (parsed.GetResult(top) is null or { Implicit: true } && found.RankedCount <= AllShownMax)
                    query = query with { Take = Math.Max(query.Take, found.RankedCount) };
                if (parsed.GetValue(by) is { Stored: null } column)
                    await ColumnReport.WriteAsync(store, found, column, query, output, cancellation);
                else
                    (await RankingReport.ReadAsync(store, found, query, cancellation)).Write(output);
                if (SmallCompany.AdviceOn(found) is { } advice)
                    Progress.Say(advice);
            },
            check: parsed =>
            {
                SharedOptions.RequireTop(parsed.GetValue(top));
                if (parsed.GetValue(beside) is not null && parsed.GetValue(by) is { Stored: null } column)
                    throw new UsageException(
                        "--beside compares places by influence, betweenness, reach or surprise: leave out --by "
                        + $"{column.ToString().ToLowerInvariant()}, or --beside.");
            });
    }
}

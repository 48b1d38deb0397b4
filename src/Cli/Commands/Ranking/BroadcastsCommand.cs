namespace InfluencerMap.Cli;

/// <summary><c>influencermap broadcasts</c>: the layer of mass mail, apart from the ranking and never in it.</summary>
internal static class BroadcastsCommand
{
    public static CliCommand Create()
    {
        var run = SharedOptions.Run();
        var top = SharedOptions.Top();
        return new CliCommand(
            "broadcasts", "Shows who writes to all, a layer of its own: how many messages to how many people. It makes "
                + "no tie and no place.",
            [top, run])
        {
            Examples = ["broadcasts", "broadcasts --top 100 --format csv > broadcasts.csv"],
        }.Reports(
            async (store, parsed, output, cancellation) => await BroadcastReport.WriteAsync(
                store, await store.RequireRunAsync(parsed.GetValue(run), cancellation), parsed.GetValue(top), output,
                cancellation),
            check: parsed => SharedOptions.RequireTop(parsed.GetValue(top)));
    }
}

using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap broadcasts</c>: the layer of mass mail, beside the ranking and never in it.</summary>
internal static class BroadcastsCommand
{
    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var output = new OutputOptions();
        var run = SharedOptions.Run();
        var top = SharedOptions.Top();
        var command = new CliCommand(
            "broadcasts", "Shows who writes to all, a layer of its own: how many messages to how many people. It makes "
                + "no tie and no place.")
        {
            Examples =
            [
                "broadcasts",
                "broadcasts --top 100 --format csv > broadcasts.csv",
            ],
        };
        command.Add(top);
        command.Add(run);
        output.AddTo(command);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            var shown = SharedOptions.RequireTop(parsed.GetValue(top));
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var found = await opened.RequireRunAsync(parsed.GetValue(run), cancellation);
            var report = await BroadcastReport.ReadAsync(opened, found, shown, cancellation);
            report.Write(choice, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}

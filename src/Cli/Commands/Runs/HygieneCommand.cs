using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap hygiene</c>: what was set aside, and why.</summary>
internal static class HygieneCommand
{
    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var output = new OutputOptions();
        var run = SharedOptions.Run();
        var command = new CliCommand(
            "hygiene", "Lists what was dropped or set aside, and the accounts that belong to nobody.")
        {
            Examples = ["hygiene", "hygiene --format csv > hygiene.csv"],
        };
        command.Add(run);
        output.AddTo(command);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var found = await opened.RequireRunAsync(parsed.GetValue(run), cancellation);
            var report = await HygieneReport.ReadAsync(opened, found, cancellation);
            report.Write(choice, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}

using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities log</c>: who decided what, and what was undone.</summary>
internal static class LogCommand
{
    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var output = new OutputOptions();
        var command = new CliCommand("log", "Lists every decision and undo, the latest first.")
        {
            Examples = ["identities log", "identities log --format json"],
        };
        output.AddTo(command);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            IdentityReports.Write(
                await opened.Identities.LogAsync(cancellation), choice, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}

using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities review</c>: pairs for somebody to decide.</summary>
internal static class ReviewCommand
{
    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var output = new OutputOptions();
        var command = new CliCommand(
            "review", "Lists accounts and people that may be one, and those that a rule joined. Decides nothing.")
        {
            Examples = ["identities review", "identities review --format csv > review.csv"],
        };
        output.AddTo(command);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            IdentityReports.Write(
                await opened.Identities.ReviewAsync(cancellation), choice, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}

using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap consent list</c>: how many people are in which state; nobody in particular.</summary>
internal static class ConsentListCommand
{
    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var command = new CliCommand("list", "Counts the people in each state.") { Examples = ["consent list"] };
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var consents = await opened.Consents.ReadAsync(cancellation);
            var others = (await opened.People.ReadAsync(cancellation)).Length - consents.Nameable.Count;
            ConsentReport.Write(consents, others, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}

using System.CommandLine;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap mapping remove</c>: forgets a layout.</summary>
internal static class MappingRemoveCommand
{
    public static CliCommand Create()
    {
        var name = new Argument<string>("NAME") { Description = "Its name, as mapping list shows it." };
        var store = SharedOptions.Store();
        var command = new CliCommand("remove", "Forgets a layout. What was imported with it stays.")
        {
            Examples = ["mapping remove payroll"],
        };
        command.Add(name);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation);
            if (!await opened.Mappings.RemoveAsync(parsed.GetRequiredValue(name), cancellation))
                throw new FailedException("There is no mapping of this name. See: influencermap mapping list");
            Progress.Say("Removed.");
            return CommandLine.Done;
        });
        return command;
    }
}

using System.CommandLine;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap mapping remove</c>: forgets a layout.</summary>
internal static class MappingRemoveCommand
{
    public static CliCommand Create()
    {
        var name = new Argument<string>("NAME") { Description = "Its name, as mapping list shows it." };
        return new CliCommand("remove", "Forgets a layout. What was imported with it stays.", [name])
        {
            Examples = ["mapping remove payroll"],
        }.Writes(async (store, parsed, cancellation) =>
        {
            if (!await store.Mappings.RemoveAsync(parsed.GetRequiredValue(name), cancellation))
                throw new FailedException("There is no mapping of this name. See: influencermap mapping list");
            Progress.Say("Removed.");
        });
    }
}

using System.CommandLine;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap explain</c>: why this rank, in words and numbers.</summary>
internal static class ExplainCommand
{
    public static CliCommand Create()
    {
        var person = new Argument<string>("PERSON") { Description = "Id, address, name or pseudonymous key." };
        var store = SharedOptions.Store();
        var run = SharedOptions.Run();
        var format = new Option<OutputFormat>("--format")
        {
            Description = "table for people; json for programs.",
            HelpName = "table|json",
        };
        format.AcceptOnlyFromAmong("table", "json");
        format.DefaultValueFactory = _ => OutputFormat.Table;
        var command = new CliCommand(
            "explain", "Says why a person has their rank: whom they bridge, and what would be lost without them.")
        {
            Examples = ["explain 45", "explain \"Ada Example\"", "explain 45 --format json"],
        };
        command.Add(person);
        command.Add(run);
        command.Add(format);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var found = await opened.RequireRunAsync(parsed.GetValue(run), cancellation);
            var id = await PersonLookup.FindAsync(opened, parsed.GetRequiredValue(person), cancellation)
                ?? throw new FailedException(
                    "Nobody in the directory has this id, address, name or key. Look people up with rank.");
            var report = await ExplanationReport.ReadAsync(opened, found, id, cancellation);
            report.Write(parsed.GetValue(format), Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}

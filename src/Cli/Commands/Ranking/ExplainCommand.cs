using System.CommandLine;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap explain</c>: why this rank, in words and numbers.</summary>
internal static class ExplainCommand
{
    public static CliCommand Create()
    {
        var person = new Argument<string>("PERSON") { Description = "Id, address, name or pseudonymous key." };
        var run = SharedOptions.Run();
        var format = Options.Word<OutputFormat>("--format", "table for people; json for programs.", "table", "json");
        format.DefaultValueFactory = _ => OutputFormat.Table;
        return new CliCommand(
            "explain", "Says why a person has their rank: whom they bridge, and what would be lost without them.",
            [person, run, format])
        {
            Examples = ["explain 45", "explain \"Ada Example\"", "explain 45 --format json"],
        }.Reads(async (store, parsed, cancellation) =>
        {
            var found = await store.RequireRunAsync(parsed.GetValue(run), cancellation);
            var id = await PersonLookup.FindAsync(store, parsed.GetRequiredValue(person), cancellation)
                ?? throw new FailedException(
                    "Nobody in the directory has this id, address, name or key. Look people up with rank.");
            (await ExplanationReport.ReadAsync(store, found, id, cancellation)).Write(parsed.GetValue(format));
        });
    }
}

using System.CommandLine;
using System.Text.Json;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap runs show</c>: the manifest of one run.</summary>
internal static class RunsShowCommand
{
    public static CliCommand Create()
    {
        var run = new Argument<string?>("RUN")
        {
            Description = "Id of the run; the latest when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = SharedOptions.OneOf(
            "--format", "table for people; json for programs, with every option of the run.", ManifestFormat.Table);
        var store = SharedOptions.Store();
        var command = new CliCommand(
            "show", "Shows a run's manifest: hashes of data, options and code, counts by source and rule, durations.")
        {
            Examples = ["runs show", "runs show 1f0c2ab4d5e6f708 --format json"],
        };
        command.Add(run);
        command.Add(format);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var found = await opened.RequireRunAsync(parsed.GetValue(run), cancellation);
            var manifest = new RunManifestLines(found, await opened.Rankings.HygieneAsync(found.Id, cancellation));
            if (parsed.GetValue(format) == ManifestFormat.Json)
                Console.Out.WriteLine(JsonSerializer.Serialize(manifest, ReportJson.Default.RunManifestLines));
            else
                manifest.Write(TableOutput.On(Console.Out));
            return CommandLine.Done;
        });
        return command;
    }

    private enum ManifestFormat
    {
        Table,
        Json,
    }
}

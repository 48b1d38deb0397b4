using System.CommandLine;

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
            "--format", "table for people; json for programs, with every option of the run.", TableOrJson.Table);
        return new CliCommand(
            "show", "Shows a run's manifest: hashes of data, options and code, counts by source and rule, durations.",
            [run, format])
        {
            Examples = ["runs show", "runs show 1f0c2ab4d5e6f708 --format json"],
        }.Reads(async (store, parsed, cancellation) =>
        {
            var found = await store.RequireRunAsync(parsed.GetValue(run), cancellation);
            var manifest = new RunManifestLines(found, await store.Rankings.HygieneAsync(found.Id, cancellation));
            if (parsed.GetValue(format) == TableOrJson.Json)
                JsonOutput.Write(Console.Out, manifest);
            else
                manifest.Write(TableOutput.On(Console.Out));
        });
    }
}

namespace InfluencerMap.Cli;

/// <summary><c>influencermap fragility</c>: where the network hangs on few people.</summary>
internal static class FragilityCommand
{
    public static CliCommand Create()
    {
        var curves = Options.Of<string?>(
            "--curves", "file", "Writes the removal curves: CSV, or a picture where the name ends in .svg.");
        var seed = Options.Of<ulong>("--seed", "n", "Seed of the random order.", 1);
        var run = SharedOptions.Run();
        return new CliCommand(
            "fragility",
            "Shows where the network hangs on few people. Scenarios, never a likelihood that anybody leaves.",
            [curves, seed, run, SharedOptions.Store()])
        {
            Examples = ["fragility", "fragility --curves removal.svg", "fragility --format csv > unit-pairs.csv"],
        }.Reports(async (store, parsed, output, cancellation) =>
        {
            var found = await store.RequireRunAsync(parsed.GetValue(run), cancellation);
            var report = await FragilityReport.ReadAsync(store, found, parsed.GetValue(seed), cancellation);
            if (parsed.GetValue(curves) is { } file)
                await File.WriteAllTextAsync(file, report.Curves(file, output.Excel), cancellation);
            report.Write(output);
        });
    }
}

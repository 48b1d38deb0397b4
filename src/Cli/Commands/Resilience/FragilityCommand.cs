using System.CommandLine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap fragility</c>: where the network hangs on few people.</summary>
internal static class FragilityCommand
{
    public static CliCommand Create()
    {
        var curves = new Option<string?>("--curves")
        {
            Description = "Writes the removal curves: CSV, or a picture where the name ends in .svg.",
            HelpName = "file",
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of the random order.",
            HelpName = "n",
            DefaultValueFactory = _ => 1,
        };
        var run = SharedOptions.Run();
        var output = new OutputOptions();
        var store = SharedOptions.Store();
        var command = new CliCommand(
            "fragility",
            "Shows where the network hangs on few people. Scenarios, never a likelihood that anybody leaves.")
        {
            Examples = ["fragility", "fragility --curves removal.svg", "fragility --format csv > unit-pairs.csv"],
        };
        foreach (var option in new Option[] { curves, seed, run, store })
            command.Add(option);
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var found = await opened.RequireRunAsync(parsed.GetValue(run), cancellation);
            var report = await FragilityReport.ReadAsync(opened, found, parsed.GetValue(seed), cancellation);
            if (parsed.GetValue(curves) is { } file)
                await File.WriteAllTextAsync(file, report.Curves(file, choice.Excel), cancellation);
            report.Write(choice, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}

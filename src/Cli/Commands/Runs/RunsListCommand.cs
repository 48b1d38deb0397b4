using System.CommandLine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap runs list</c>: what was published when, from what, and how long it took.</summary>
internal static class RunsListCommand
{
    private const int TopMax = 10_000;

    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var top = new Option<int>("--top")
        {
            Description = $"How many runs to show, 1 to {TopMax}.",
            HelpName = "n",
            DefaultValueFactory = _ => 20,
        };
        var command = new CliCommand("list", "Lists the runs, the last published first.") { Examples = ["runs list"] };
        command.Add(top);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            var take = parsed.GetValue(top) is >= 1 and <= TopMax and var number
                ? number
                : throw new UsageException($"--top {parsed.GetValue(top)} is outside 1 … {TopMax}.");
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var table = new ShownTable()
                .Text("run").Text("published").Text("window", 4).Text("preset", 6).Text("code", 1)
                .Number("people", 5).Number("ranked", 7).Number("interactions", 8).Number("ties", 3)
                .Number("seconds", 2);
            foreach (var run in await opened.Rankings.ListAsync(take, null, cancellation))
                table.Row(
                    run.Id, $"{run.PublishedAt:yyyy-MM-dd HH:mm}",
                    $"{run.Period.From:yyyy-MM-dd}…{run.Period.To:yyyy-MM-dd}", run.Options.Preset,
                    run.CodeVersion, $"{run.PersonCount:N0}", $"{run.RankedCount:N0}",
                    $"{run.InteractionCount:N0}", $"{run.TieCount:N0}",
                    $"{run.Steps.Sum(step => step.ElapsedMs) / 1000.0:0.0}");
            table.Write(TableOutput.On(Console.Out), "influencermap runs show has all of one");
            return CommandLine.Done;
        });
        return command;
    }
}

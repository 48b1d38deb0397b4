using System.CommandLine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap what-if</c>: what becomes of the others if some people were not there.</summary>
internal static class WhatIfCommand
{
    private const int TopMax = 1_000;

    public static CliCommand Create()
    {
        var leave = new Option<string[]>("--leave")
        {
            Description = "Who would not be there: ids or keys, separated by commas or blanks.",
            HelpName = "person",
            AllowMultipleArgumentsPerToken = true,
        };
        var top = new Option<int>("--top")
        {
            Description = "Together with them, so many from the top of the ranking.",
            HelpName = "k",
        };
        var run = SharedOptions.Run();
        var output = new OutputOptions();
        var store = SharedOptions.Store();
        var command = new CliCommand(
            "what-if", "Plays through that people are not there. A scenario, never a likelihood that anybody leaves.")
        {
            Examples = ["what-if --leave 45", "what-if --leave 45,89 --format json", "what-if --top 5"],
        };
        foreach (var option in new Option[] { leave, top, run, store })
            command.Add(option);
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            var named = string.Join(',', parsed.GetValue(leave) ?? []);
            if (parsed.GetValue(top) is < 0 or > TopMax)
                throw new UsageException($"--top {parsed.GetValue(top)} is outside 0 … {TopMax}.");
            if (named.Length == 0 && parsed.GetValue(top) == 0)
                throw new UsageException("Say who would not be there: --leave with ids or keys, or --top.");
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var found = await opened.RequireRunAsync(parsed.GetValue(run), cancellation);
            var people = await PeopleList.ReadAsync(opened, named, cancellation);
            var report = await WhatIfReport.ReadAsync(opened, found, people, parsed.GetValue(top), cancellation);
            report.Write(choice, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}

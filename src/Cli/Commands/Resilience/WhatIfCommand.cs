using System.CommandLine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap what-if</c>: what becomes of the others if some people were not there.</summary>
internal static class WhatIfCommand
{
    private const int TopMax = 1_000;

    public static CliCommand Create()
    {
        var leave = new Option<string[]>("--leave")
        {
            Description = "Who would not be there: ids, keys, addresses or names, separated by commas. A name with "
                + "blanks stands in quotes.",
            HelpName = "person",
            AllowMultipleArgumentsPerToken = true,
        };
        var top = Options.Of<int>("--top", "k", "Together with them, so many from the top of the ranking.");
        var run = SharedOptions.Run();
        return new CliCommand(
            "what-if", "Plays through that people are not there. A scenario, never a likelihood that anybody leaves.",
            [leave, top, run, SharedOptions.Store()])
        {
            Examples = ["what-if --leave 45", "what-if --leave 45,89 --format json", "what-if --top 5"],
        }.Reports(
            async (store, parsed, output, cancellation) =>
            {
                var found = await store.RequireRunAsync(parsed.GetValue(run), cancellation);
                var people = await PeopleList.ReadAsync(store, Named(parsed), cancellation);
                (await WhatIfReport.ReadAsync(store, found, people, parsed.GetValue(top), cancellation)).Write(output);
            },
            check: parsed =>
            {
                if (Options.Require(parsed, top, 0, TopMax) == 0 && Named(parsed).Length == 0)
                    throw new UsageException(
                        "Say who would not be there: --leave with ids, keys, addresses or names, or --top.");
            });

        string Named(ParseResult parsed) => string.Join(',', parsed.GetValue(leave) ?? []);
    }
}

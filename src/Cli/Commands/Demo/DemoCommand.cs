using System.CommandLine;
using InfluencerMap.Demo;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap demo</c>: the whole line on a made company, from raw files to a picture.</summary>
internal static class DemoCommand
{
    private const int PeopleMin = 100;
    private const int PeopleMax = 100_000;

    public static CliCommand Create()
    {
        var people = new Option<int>("--people")
        {
            Description = $"How many people the made company has, {PeopleMin} to {PeopleMax}.",
            HelpName = "n",
            DefaultValueFactory = _ => new DemoOptions().People,
        };
        var seed = new Option<long>("--seed")
        {
            Description = "Another seed makes another company.",
            HelpName = "s",
            DefaultValueFactory = _ => new DemoOptions().Seed,
        };
        var folder = new Option<string>("--out")
        {
            Description = "Folder for files, store and picture; those of an earlier demo in it are replaced.",
            HelpName = "folder",
            DefaultValueFactory = _ => "demo",
        };
        var command = new CliCommand(
            "demo", "Makes a company, writes its files, imports, scores and ranks it, and draws it.")
        {
            Examples = ["demo", "demo --people 300 --seed 7 --out small"],
        };
        command.Add(people);
        command.Add(seed);
        command.Add(folder);
        command.SetAction(async (parsed, cancellation) =>
        {
            var count = parsed.GetValue(people);
            if (count is < PeopleMin or > PeopleMax)
                throw new UsageException($"--people {count} is outside {PeopleMin} … {PeopleMax}.");
            var company = DemoCompany.Make(new DemoOptions { People = count, Seed = parsed.GetValue(seed) });
            await DemoLine.RunAsync(company, parsed.GetRequiredValue(folder), cancellation);
            return CommandLine.Done;
        });
        return command;
    }
}

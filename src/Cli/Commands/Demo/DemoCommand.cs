using InfluencerMap.Demo;

namespace InfluencerMap.Cli;

/// <summary>
/// <c>influencermap demo</c>: the whole pipeline on a synthetic company, from raw files to a picture.
/// </summary>
internal static class DemoCommand
{
    private const int PeopleMin = 100;
    private const int PeopleMax = 100_000;

    public static CliCommand Create()
    {
        var people = Options.Of<int>(
            "--people", "n", $"How many people the made company has, {PeopleMin} to {PeopleMax}.",
            new DemoOptions().People);
        var seed = Options.Of<long>("--seed", "s", "Another seed makes another company.", new DemoOptions().Seed);
        var folder = Options.Of<string>(
            "--out", "folder", "Folder for files, store and picture; those of an earlier demo in it are replaced.",
            "demo");
        var crossTies = Options.Word<string?>(
            "--cross-ties",
            "How many people of other departments each hidden influencer knows: the fewer, the harder to find. "
            + "10 to 15 when left out.",
            "8", "12", "16", "24");
        return new CliCommand(
            "demo", "Makes a company, writes its files, imports, scores and ranks it, and draws it.",
            [people, seed, folder, crossTies])
        {
            Examples = ["demo", "demo --people 300 --seed 7 --out small", "demo --cross-ties 8 --out hard"],
        }.Does(async (parsed, cancellation) =>
        {
            var count = Options.Require(parsed, people, PeopleMin, PeopleMax);
            var company = new MadeCompany(new DemoOptions
            {
                People = count,
                Seed = parsed.GetValue(seed),
                CrossTies = parsed.GetValue(crossTies) is { } ties ? int.Parse(ties) : null,
            });
            await DemoLine.RunAsync(company, parsed.GetRequiredValue(folder), cancellation);
        });
    }
}

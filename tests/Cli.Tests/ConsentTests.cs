using System.Text.Json;

namespace InfluencerMap.Cli.Tests;

/// <summary>What people said of their own data, through the command line.</summary>
public sealed class ConsentTests(ManufacturingCompany company) : IClassFixture<ManufacturingCompany>
{
    [Fact]
    public async Task Somebody_excluded_is_in_the_next_run_no_node_no_tie_and_no_count()
    {
        await company.RankAsync("default");
        var before = await RankingAsync();
        var first = before[0].GetProperty("person").GetString()!;

        await RunAsync("consent", first, "--state", "excluded");
        await company.Cli.RunAsync(
            "nightly", "--as-of", "2010-10-01", "--window-days", "300", "--store", company.Cli.StorePath);

        var after = await RankingAsync();
        // Whoever had few contacts but those with them may be measurable no more.
        Assert.InRange(after.Length, before.Length - 3, before.Length - 1);
        Assert.Subset(People(before[1..]), People(after));
        Assert.Contains("rule,excluded,,,They asked", (await RunAsync("hygiene", "--format", "csv")).Output);

        await RunAsync("consent", first, "--state", "unnamed");
        Assert.Contains("excluded", (await RunAsync("consent", first)).Output);
        Assert.Matches(@"excluded\s*│\s*0 ", (await RunAsync("consent", "list")).Output);
    }

    private static HashSet<string?> People(JsonElement[] ranking) =>
        [.. ranking.Select(line => line.GetProperty("person").GetString())];

    [Fact]
    public async Task A_file_of_acts_read_again_does_not_undo_what_came_later()
    {
        await company.RankAsync("default");
        var file = company.Cli.Write(
            "consents.csv",
            """
            person,state,externalContacts,textVersion,at,channel
            17,nameable,on,2026-1,2026-01-05T08:00:00Z,signed form
            18,,on,2026-1,2026-01-05T08:00:00Z,signed form
            """);

        Assert.Contains("2 written down", (await RunAsync("consent", "import", file)).Error);
        await RunAsync("consent", "17", "--state", "excluded", "--external-contacts", "off");
        Assert.Contains("0 written down, 2 on record", (await RunAsync("consent", "import", file)).Error);

        var counts = (await RunAsync("consent", "list")).Output;
        Assert.Matches(@"nameable\s*│\s*0 ", counts);
        Assert.Contains("Consents to archives of outside contacts: 1.", counts);
        await RunAsync("consent", "17", "--state", "unnamed");
    }

    [Theory]
    [InlineData(2, "needs --text-version", "17", "--state", "nameable", "--channel", "form")]
    [InlineData(2, "needs --channel", "17", "--external-contacts", "on", "--text-version", "1")]
    [InlineData(1, "Nobody in the directory", "nobody-at-all", "--state", "excluded")]
    [InlineData(1, "There is no file", "import", "missing.csv")]
    public async Task What_cannot_be_written_down_is_refused_in_one_line(
        int exitCode, string message, params string[] args)
    {
        await company.RankAsync("default");

        var result = await company.Cli.TryAsync(["consent", .. args, "--store", company.Cli.StorePath]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.ErrorLines));
    }

    [Theory]
    [InlineData("17,maybe,,2026-1,2026-01-05,form", "column 2 (state): expected excluded, unnamed, nameable")]
    [InlineData("17,,,2026-1,2026-01-05,form", "expected a state, or externalContacts")]
    [InlineData("17,excluded,,,2026-01-05,form", "(textVersion)")]
    [InlineData("17,excluded,,2026-1,yesterday,form", "(at)")]
    [InlineData("nobody-at-all,excluded,,2026-1,2026-01-05,form", "Act 1 of bad.csv is of nobody")]
    [InlineData("17,excluded,,2026-1,2099-01-05,form", "dated after now")]
    public async Task A_bad_row_is_named_by_its_place(string row, string message)
    {
        await company.RankAsync("default");
        var file = company.Cli.Write("bad.csv", $"person,state,externalContacts,textVersion,at,channel\n{row}\n");

        var result = await company.Cli.TryAsync("consent", "import", file, "--store", company.Cli.StorePath);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error);
        Assert.DoesNotContain("nobody-at-all", result.Error);
    }

    private Task<CliResult> RunAsync(params string[] args) =>
        company.Cli.RunAsync([.. args, "--store", company.Cli.StorePath]);

    private async Task<JsonElement[]> RankingAsync()
    {
        using var ranking = JsonDocument.Parse((await RunAsync("rank", "--top", "1000", "--format", "json")).Output);
        return [.. ranking.RootElement.EnumerateArray().Select(line => line.Clone())];
    }
}

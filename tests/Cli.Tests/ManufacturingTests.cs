using System.Globalization;
using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests;

/// <summary>The main job on nine months of a real company's mail.</summary>
public sealed class ManufacturingTests(ManufacturingCompany company) : IClassFixture<ManufacturingCompany>
{
    private static readonly string[] Nobodies =
        ["4", "10", "21", "23", "24", "26", "46", "51", "75", "87", "93", "111", "139"];

    private static readonly string[] CeoAndReports =
        ["86", "7", "27", "36", "69", "70", "85", "104", "121", "148", "156", "163"];

    [Fact]
    public async Task Plain_betweenness_equals_the_reference_for_all_154_people()
    {
        var reference = File.ReadLines(SharedData.Require(
                "data/reference-betweenness/manufacturing-email-154active_directed_unweighted.csv"))
            .Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));

        var lines = await company.RankAsync("plain", "--by", "betweenness", "--top", "1000");

        Assert.Equal(154, lines.Count);
        Assert.All(lines, line =>
        {
            var expected = reference[line["person"]];
            Assert.Equal(expected, double.Parse(line["betweenness"], CultureInfo.InvariantCulture), 1e-9 * expected);
        });
    }

    [Fact]
    public async Task Plain_top_five_are_none_of_the_board()
    {
        var top = await company.RankAsync("plain", "--by", "betweenness", "--top", "5");

        Assert.Equal(["45", "89", "17", "73", "130"], top.Select(line => line["person"]));
        Assert.Empty(top.Select(line => line["person"]).Intersect(CeoAndReports));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("default")]
    public async Task Accounts_that_belong_to_nobody_are_never_ranked(string preset)
    {
        var everyone = await company.RankAsync(preset, "--top", "1000");

        Assert.Empty(everyone.Select(line => line["person"]).Intersect(Nobodies));
        Assert.All(everyone, line => Assert.Equal(preset, line["preset"]));
    }

    [Fact]
    public async Task Hygiene_lists_the_thirteen_accounts_and_the_mails_to_oneself()
    {
        await company.RankAsync("default");

        var report = await company.Cli.RunAsync("hygiene", "--format", "csv", "--store", company.Cli.StorePath);
        var lines = Csv.Read(report.Output);

        var accounts = lines.Where(line => line["kind"] == "account").ToArray();
        Assert.Equal(Nobodies.Order(), accounts.Select(line => line["name"]).Order());
        Assert.All(accounts, line => Assert.True(int.Parse(line["count"], CultureInfo.InvariantCulture) > 0));
        Assert.Contains(lines, line => line["kind"] == "import" && line["count"] == "51");
    }

    [Fact]
    public async Task Csv_begins_with_rank_and_person_and_messages_stay_on_standard_error()
    {
        await company.RankAsync("default");

        var result = await company.Cli.RunAsync("rank", "--format", "csv", "--store", company.Cli.StorePath);

        Assert.StartsWith("rank,person,", result.Output, StringComparison.Ordinal);
        Assert.Equal(21, result.OutputLines.Length);
        Assert.Contains("preset", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_says_how_many_manage_anybody_and_how_many_the_chart_would_name()
    {
        await company.RankAsync("default");

        var result = await company.Cli.RunAsync("rank", "--store", company.Cli.StorePath);

        Assert.Matches(@"Of these 20, \d+ manage anybody and \d+ are among the 20 highest on the org", result.Output);
    }

    [Fact]
    public async Task Importing_and_scoring_again_changes_nothing()
    {
        var before = await company.RankAsync("default", "--top", "1000");

        await company.ImportAsync();
        var after = await company.RankAsync("default", "--top", "1000");

        Assert.Equal(before, after, Csv.SameLine);
    }

    [Fact]
    public async Task Explain_tells_in_three_sentences_whom_a_person_bridges()
    {
        await company.RankAsync("default");

        var result = await company.Cli.RunAsync("explain", "45", "--store", company.Cli.StorePath);

        Assert.Contains("45", result.Output, StringComparison.Ordinal);
        Assert.True(result.Output.Count(letter => letter == '.') >= 3);
    }
}

/// <summary>The manufacturing company, imported once by the commands that the documentation names.</summary>
public sealed class ManufacturingCompany : IAsyncLifetime
{
    internal CliProcess Cli { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Path.Combine(SharedData.RepositoryRoot, "..", "shared")))
            await ImportAsync();
    }

    public ValueTask DisposeAsync()
    {
        Cli.Dispose();
        return ValueTask.CompletedTask;
    }

    internal async Task ImportAsync()
    {
        await Cli.RunAsync("import", "people", SharedData.Require("data/manufacturing-email/reportsto.csv"),
            "--map", "id=ID,manager=ReportsToID", "--store", Cli.StorePath);
        await Cli.RunAsync("import", "interactions", SharedData.Require("data/manufacturing-email/communication.csv"),
            "--format", "csv", "--delimiter", ";", "--map", "from=Sender,to=Recipient,at=EventDate",
            "--store", Cli.StorePath);
    }

    /// <summary>Runs the nightly with a preset, then reads the ranking as a program would.</summary>
    internal async Task<List<Dictionary<string, string>>> RankAsync(string preset, params string[] options)
    {
        SharedData.Require("data/manufacturing-email/communication.csv");
        await Cli.RunAsync(
            "nightly", "--as-of", "2010-10-01", "--window-days", "300", "--preset", preset, "--store", Cli.StorePath);
        var result = await Cli.RunAsync(["rank", "--format", "csv", "--store", Cli.StorePath, .. options]);
        return Csv.Read(result.Output);
    }
}

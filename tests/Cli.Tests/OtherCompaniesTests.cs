using System.Globalization;
using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests;

/// <summary>Krackhardt's high-tech firm and a research institution run through the same verbs.</summary>
public sealed class OtherCompaniesTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("Advice", "krackhardt-advice_directed_unweighted.csv", "18", "21", "7")]
    [InlineData("Friendship", "krackhardt-friendship_directed_unweighted.csv", "17", "11", "21")]
    public async Task Krackhardts_managers_rank_as_published(string relation, string reference, params string[] leaders)
    {
        await ImportKrackhardtPeopleAsync();
        await _cli.RunAsync("import", "interactions", Krackhardt($"Krack-High-Tec-edgelist-{relation}.txt"),
            "--no-header", "--delimiter", "whitespace", "--map", "from=1,to=2", "--where", "3=1", "--at", "2010-01-01",
            "--store", _cli.StorePath);

        var lines = await RankPlainAsync("2010-02-01");

        Assert.Equal(leaders, lines.Take(leaders.Length).Select(line => line["person"]));
        AssertEqualsReference(lines, reference);
    }

    [Fact]
    public async Task Krackhardts_chart_and_attributes_come_from_two_files()
    {
        await ImportKrackhardtPeopleAsync();
        await _cli.RunAsync("import", "interactions", Krackhardt("Krack-High-Tec-edgelist-Friendship.txt"),
            "--no-header", "--delimiter", "whitespace", "--map", "from=1,to=2", "--where", "3=1", "--at", "2010-01-01",
            "--store", _cli.StorePath);

        var people = (await RankPlainAsync("2010-02-01")).ToDictionary(line => line["person"]);

        Assert.Equal(21, people.Count);
        var ceo = people["7"];
        Assert.Equal(("1", "4", "1"), (ceo["level"], ceo["direct_reports"], ceo["chart_place"]));
        string[] vicePresidents = ["2", "14", "18", "21"];
        Assert.All(vicePresidents, person => Assert.Equal("2", people[person]["level"]));
    }

    [Fact]
    public async Task A_research_institution_of_42_departments_ranks_as_the_reference()
    {
        await _cli.RunAsync("import", "people",
            SharedData.Require("data/email-eu-core/email-Eu-core-department-labels.txt"),
            "--no-header", "--delimiter", "whitespace", "--map", "id=1,department=2", "--store", _cli.StorePath);
        var import = await _cli.RunAsync("import", "interactions",
            SharedData.Require("data/email-eu-core/email-Eu-core.txt"), "--no-header", "--delimiter", "whitespace",
            "--map", "from=1,to=2", "--at", "2010-01-01", "--store", _cli.StorePath);
        Assert.Contains("642", import.Error, StringComparison.Ordinal);

        var lines = await RankPlainAsync("2010-02-01");

        Assert.Equal(1005, lines.Count);
        Assert.Equal(["160", "86", "5", "121", "62"], lines.Take(5).Select(line => line["person"]));
        AssertEqualsReference(lines, "email-eu-core_directed_unweighted.csv");
        Assert.Equal(42, lines.Select(line => line["department"]).Distinct().Count());
    }

    private static string Krackhardt(string file) => SharedData.Require("data/krackhardt-hightech/" + file);

    private async Task ImportKrackhardtPeopleAsync()
    {
        await _cli.RunAsync("import", "people", Krackhardt("Krack-High-Tec-Attributes.csv"),
            "--map", "id=ID,level=LEVEL,department=DEPT", "--ignore", "AGE,TENURE", "--store", _cli.StorePath);
        await _cli.RunAsync("import", "people", Krackhardt("Krack-High-Tec-edgelist-ReportsTo.txt"),
            "--no-header", "--delimiter", "whitespace", "--map", "id=1,manager=2", "--where", "3=1", "--ignore", "3",
            "--store", _cli.StorePath);
    }

    private async Task<List<Dictionary<string, string>>> RankPlainAsync(string asOf)
    {
        await _cli.RunAsync("nightly", "--as-of", asOf, "--preset", "plain", "--store", _cli.StorePath);
        var result = await _cli.RunAsync(
            "rank", "--by", "betweenness", "--top", "2000", "--format", "csv", "--store", _cli.StorePath);
        return Csv.Read(result.Output);
    }

    private static void AssertEqualsReference(List<Dictionary<string, string>> lines, string reference)
    {
        var expected = File.ReadLines(SharedData.Require("data/reference-betweenness/" + reference))
            .Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));
        Assert.Equal(expected.Count, lines.Count);
        Assert.All(lines, line => Assert.Equal(
            expected[line["person"]], double.Parse(line["betweenness"], CultureInfo.InvariantCulture),
            1e-9 * expected[line["person"]]));
    }
}

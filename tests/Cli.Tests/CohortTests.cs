using System.Globalization;
using System.Text.Json;
using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests;

/// <summary>Ambassadors of two real companies, chosen by the commands that the documentation names.</summary>
public sealed class CohortTests(ManufacturingCompany company) : IClassFixture<ManufacturingCompany>
{
    [Theory]
    [InlineData("steps:1")]
    [InlineData("steps:2")]
    [InlineData("influence")]
    public async Task A_cohort_of_the_manufacturing_company_is_certified_and_keeps_its_wishes(string reach)
    {
        await company.RankAsync("default");

        var cohort = await ChooseAsync(
            "--size", "10", "--reach", reach, "--quota", "managers:max=4", "--max-per-team", "2",
            "--include", "45", "--exclude", "62", "--wait-list", "5");

        Assert.True(cohort.GetProperty("certificate").GetDouble() >= 0.90);
        var people = cohort.GetProperty("members").EnumerateArray().ToLookup(
            line => line.GetProperty("role").GetString(), line => line.GetProperty("person").GetString());
        Assert.Equal((10, 5), (people["member"].Count(), people["waiting"].Count()));
        Assert.Contains("45", people["member"]);
        Assert.DoesNotContain("62", people["member"].Concat(people["waiting"]));
        var compared = cohort.GetProperty("compared").EnumerateArray().ToArray();
        Assert.True(compared[0].GetProperty("keepsWishes").GetBoolean());
        Assert.All(compared[1..], other =>
            Assert.True(other.GetProperty("share").GetDouble() <= cohort.GetProperty("atMost").GetDouble()
                || !other.GetProperty("keepsWishes").GetBoolean()));
    }

    [Fact]
    public async Task Asking_again_for_the_next_night_keeps_those_for_whom_a_change_adds_little()
    {
        await company.RankAsync("default");
        string[] wishes = ["--size", "9", "--reach", "steps:1", "--seed", "5"];
        Assert.Equal((await ChooseAsync(wishes)).GetRawText(), (await ChooseAsync(wishes)).GetRawText());
        string?[] saved = Members(await ChooseAsync([.. wishes, "--continuity", "1", "--save"]));

        await company.Cli.RunAsync(
            "nightly", "--as-of", "2010-09-30", "--window-days", "300", "--store", company.Cli.StorePath);
        var kept = await ChooseAsync([.. wishes, "--continuity", "1"]);
        var anew = await ChooseAsync([.. wishes, "--anew"]);

        Assert.Equal(saved.Order(), Members(kept).Order());
        Assert.Empty(anew.GetProperty("changes").EnumerateArray());
        Assert.True(
            kept.GetProperty("covered").GetDouble() <= anew.GetProperty("covered").GetDouble() + 1e-9);
    }

    [Fact]
    public async Task Only_people_who_agreed_are_chosen_where_consent_is_asked()
    {
        await company.RankAsync("default");
        string[] agreed = ["45", "89", "17", "73"];
        foreach (var person in agreed)
            await company.Cli.RunAsync(
                "consent", person, "--state", "nameable", "--text-version", "2026-1", "--channel", "form",
                "--store", company.Cli.StorePath);

        var cohort = await ChooseAsync("--size", "3", "--consent", "nameable", "--wait-list", "5");

        string?[] chosen =
            [.. cohort.GetProperty("members").EnumerateArray().Select(line => line.GetProperty("person").GetString())];
        Assert.Equal(agreed.Order(), chosen.Order());
    }

    [Fact]
    public async Task The_curve_is_written_as_numbers_or_as_a_picture_without_anybody_in_it()
    {
        await company.RankAsync("default");
        var (csv, svg) = (Path.Combine(company.Cli.Folder, "c.csv"), Path.Combine(company.Cli.Folder, "c.svg"));

        await ChooseAsync("--size", "6", "--curve", csv);
        await ChooseAsync("--size", "6", "--curve", svg);

        var lines = await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken);
        Assert.Equal("members,covered", lines[0]);
        var shares = Array.ConvertAll(
            lines[1..], line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture));
        Assert.Equal(7, shares.Length);
        Assert.Equal(shares.Order(), shares);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(svg, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(2, "min is above max", "--quota", "managers:min=3,max=1")]
    [InlineData(2, "is not read", "--quota", "shoe=43")]
    [InlineData(2, "steps:1", "--reach", "miles:3")]
    [InlineData(1, "these wishes together: size 30 of 154 people; 0 people to choose from", "--consent", "nameable")]
    [InlineData(1, "nobody's id or key", "--include", "nobody-at-all")]
    [InlineData(1, "these wishes together: size 3 of", "--size", "3", "--quota", "managers:min=4")]
    public async Task What_cannot_be_done_is_refused_in_one_line(int exitCode, string message, params string[] wishes)
    {
        await company.RankAsync("default");

        var result = await company.Cli.TryAsync(["cohort", .. wishes, "--store", company.Cli.StorePath]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Single(result.ErrorLines);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("steps:1")]
    [InlineData("influence")]
    public async Task Every_department_of_a_research_institution_has_its_ambassador(string reach)
    {
        using var cli = new CliProcess();
        await cli.RunAsync("import", "people",
            SharedData.Require("data/email-eu-core/email-Eu-core-department-labels.txt"),
            "--no-header", "--delimiter", "whitespace", "--map", "id=1,department=2", "--store", cli.StorePath);
        await cli.RunAsync("import", "interactions",
            SharedData.Require("data/email-eu-core/email-Eu-core.txt"), "--no-header", "--delimiter", "whitespace",
            "--map", "from=1,to=2", "--at", "2010-01-01", "--store", cli.StorePath);
        await cli.RunAsync("nightly", "--as-of", "2010-02-01", "--preset", "plain", "--store", cli.StorePath);

        var result = await cli.RunAsync(
            "cohort", "--size", "50", "--reach", reach, "--quota", "department:min=1,max=4",
            "--format", "json", "--store", cli.StorePath);

        using var cohort = JsonDocument.Parse(result.Output);
        var departments = cohort.RootElement.GetProperty("members").EnumerateArray()
            .CountBy(line => line.GetProperty("department").GetString()!).ToDictionary();
        Assert.Equal((42, 50), (departments.Count, departments.Values.Sum()));
        Assert.All(departments.Values, count => Assert.InRange(count, 1, 4));
        Assert.True(cohort.RootElement.GetProperty("certificate").GetDouble() >= 0.90);
    }

    private static string?[] Members(JsonElement cohort) =>
        [.. cohort.GetProperty("members").EnumerateArray().Select(line => line.GetProperty("person").GetString())];

    private async Task<JsonElement> ChooseAsync(params string[] wishes)
    {
        var result = await company.Cli.RunAsync(
            ["cohort", .. wishes, "--format", "json", "--store", company.Cli.StorePath]);
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.Clone();
    }
}

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
    [InlineData(1, "people to choose from", "--consent", "nameable")]
    [InlineData(1, "nobody's id, address, name or key", "--include", "nobody-at-all")]
    [InlineData(1, "these constraints together: size 3 of", "--size", "3", "--quota", "managers:min=4")]
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

    [Fact]
    public async Task One_of_each_unit_and_not_two_of_one_team_is_answered_and_no_seat_goes_to_who_has_no_tie()
    {
        using var cli = new CliProcess();
        await cli.RunAsync("demo", "--out", "made");
        async Task<JsonElement> CohortAsync(params string[] wishes)
        {
            var result = await cli.RunAsync(
                ["cohort", .. wishes, "--format", "json", "--store", "made/influencermap.db"]);
            using var document = JsonDocument.Parse(result.Output);
            return document.RootElement.Clone();
        }

        var spread = await CohortAsync("--size", "20", "--quota", "department:min=1", "--max-per-team", "2");
        var large = await CohortAsync("--size", "60");
        var ranked = Csv.Read((await cli.RunAsync(
            "rank", "--top", "5000", "--format", "csv", "--store", "made/influencermap.db")).Output);

        var compared = spread.GetProperty("compared").EnumerateArray().Last();
        Assert.Equal("100 random cohorts", compared.GetProperty("name").GetString());
        Assert.True(compared.GetProperty("keepsWishes").GetBoolean());
        Assert.Equal(20, spread.GetProperty("members").GetArrayLength());
        var noTie = large.GetProperty("noTie").GetInt32();
        Assert.InRange(noTie, 1, large.GetProperty("personCount").GetInt32() / 2);
        var withRank = ranked.Where(line => line["rank"].Length > 0).Select(line => line["person"]).ToHashSet();
        Assert.All(large.GetProperty("members").EnumerateArray(), member =>
        {
            Assert.Contains(member.GetProperty("person").GetString()!, withRank);
            Assert.True(member.GetProperty("alone").GetDouble() > 1);
        });
        var notes = string.Join(' ', large.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
        Assert.Contains($" {noTie} have no tie: nobody can reach them.", notes, StringComparison.Ordinal);
        Assert.Contains("on nobody adds anyone else: these seats are filled by", notes, StringComparison.Ordinal);
        Assert.Contains("Any 60 people reach 9", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Influence_goes_from_the_named_to_whoever_names()
    {
        using var cli = new CliProcess();
        await cli.RunAsync("import", "people", cli.Write("people.csv",
            "id\n" + string.Concat(Enumerable.Range(1, 8).Select(n => $"E{n}\n"))), "--store", cli.StorePath);
        await cli.RunAsync("import", "interactions", cli.Write("answers.csv",
            "respondent,question,named\n"
            + string.Concat(Enumerable.Range(2, 7).Select(n => $"E{n},advice,E1\n"))
            + "E1,advice,E3\n"), "--at", "2026-01-05", "--store", cli.StorePath);
        await cli.RunAsync(
            "nightly", "--as-of", "2026-02-01", "--window-days", "90", "--preset", "nominations",
            "--store", cli.StorePath);

        var cohort = await cli.RunAsync("cohort", "--size", "1", "--format", "json", "--store", cli.StorePath);
        var why = await cli.RunAsync("explain", "E1", "--format", "json", "--store", cli.StorePath);
        var whatIf = await cli.RunAsync("what-if", "--leave", "E1", "--format", "json", "--store", cli.StorePath);

        using var chosen = JsonDocument.Parse(cohort.Output);
        var member = Assert.Single(chosen.RootElement.GetProperty("members").EnumerateArray());
        Assert.Equal("E1", member.GetProperty("person").GetString());
        Assert.Equal(1.0, chosen.RootElement.GetProperty("certificate").GetDouble());
        Assert.Contains("steps:1", (await cli.RunAsync("cohort", "--help")).Output, StringComparison.Ordinal);
        using var explained = JsonDocument.Parse(why.Output);
        Assert.Equal(7, explained.RootElement.GetProperty("reachTwoSteps").GetInt32());
        using var without = JsonDocument.Parse(whatIf.Output);
        Assert.True(without.RootElement.GetProperty("pairsCutOff").GetDouble() > 0);
    }

    private async Task<JsonElement> ChooseAsync(params string[] wishes)
    {
        var result = await company.Cli.RunAsync(
            ["cohort", .. wishes, "--format", "json", "--store", company.Cli.StorePath]);
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.Clone();
    }
}

using System.Net;
using InfluencerMap.Api;

namespace InfluencerMap.Tests;

[Collection(OneCompany.Name)]
public sealed class RunTests(Company company)
{
    [Fact]
    public async Task Runs_are_listed_from_the_last()
    {
        var runs = (await company.Api.ReadAsync("/v1/runs"))["runs"]!.AsArray();
        Assert.Equal([Company.LatestRun, Company.FirstRun], runs.Select(run => (string?)run!["id"]));
    }

    [Fact]
    public async Task Runs_come_in_pages()
    {
        var first = await company.Api.ReadAsync("/v1/runs?take=1");
        Assert.Equal(Company.LatestRun, (string?)first["runs"]!.AsArray().Single()!["id"]);
        var second = await company.Api.ReadAsync((string?)first["next"] ?? "");
        Assert.Equal(Company.FirstRun, (string?)second["runs"]!.AsArray().Single()!["id"]);
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task Latest_run_says_what_went_in_and_what_came_out()
    {
        var run = await company.Api.ReadAsync("/v1/runs/latest");
        Assert.Equal(Company.LatestRun, (string?)run["id"]);
        Assert.Equal("2026-03-02T00:00:00Z", (string?)run["to"]);
        Assert.Equal("2026-03-02T00:00:00Z", (string?)run["publishedAt"]);
        Assert.Equal("plain", (string?)run["preset"]);
        Assert.Equal(30, (int?)run["personCount"]);
        Assert.Equal(30, (int?)run["rankedCount"]);
        Assert.Equal(900, (int?)run["interactionCount"]);
        Assert.Equal(12, (int?)run["steps"]!.AsArray().Single()!["elapsedMs"]);
    }

    [Fact]
    public async Task Run_is_found_by_its_id_and_names_the_sources_that_were_complete()
    {
        var run = await company.Api.ReadAsync($"/v1/runs/{Company.LatestRun}");
        Assert.Equal((await company.Api.ReadAsync("/v1/runs/latest")).ToJsonString(), run.ToJsonString());
        var source = Assert.Single(run["sources"]!.AsArray())!;
        Assert.Equal(("sent-items", false), ((string?)source["source"], (bool)source["isComplete"]!));
        Assert.Equal("2026-03-01T22:00:00Z", (string?)source["collectedAt"]);
        Assert.Equal((120, 7, 0), ((int)source["items"]!, (int)source["stored"]!, (int)source["alreadyThere"]!));
        await company.Api.RefusedAsync(HttpStatusCode.NotFound, "/v1/runs/x");
    }

    [Fact]
    public async Task Manifest_says_hashes_counts_and_sampling_apart()
    {
        var run = await company.Api.ReadAsync($"/v1/runs/{Company.LatestRun}");
        Assert.Equal(
            ("input", "options", "code"),
            ((string?)run["inputHash"], (string?)run["optionsHash"], (string?)run["codeHash"]));
        Assert.Equal("plain", (string?)run["preset"]);
        Assert.Equal("false", (string?)run["options"]!["directed"]);
        Assert.Equal(
            """[{"channel":"mail","count":800},{"channel":"channelPost","count":100}]""",
            run["channels"]!.ToJsonString());
        Assert.Equal(
            """[{"format":"mbox","files":2,"rowsRead":950,"rowsStored":900}]""", run["imports"]!.ToJsonString());
        Assert.Equal(
            """{"sourceCount":256,"epsilon":0.001,"delta":0.05,"seed":1}""", run["sampling"]!.ToJsonString());
        Assert.Equal(123_456_789, (long)run["peakMemoryBytes"]!);
        Assert.Equal(
            """[{"rule":"mass-mail","unit":"interactions","count":41}]""", run["rules"]!.ToJsonString());
        Assert.Null((await company.Api.ReadAsync("/v1/runs"))["runs"]![0]!["rules"]);
    }

    [Theory]
    [InlineData("interactions", 41, 12, 41)]
    [InlineData("interactions", 41, 9, null)]
    [InlineData("interactions", 0, 0, 0)]
    [InlineData("people", 9, 9, null)]
    [InlineData("pairs", 10, 0, 10)]
    public void Count_that_few_people_had_part_in_is_withheld(string unit, int count, int people, int? shown) =>
        Assert.Equal(shown, RuleCount.Of(new("made", unit, count, "", people), new()).Count);

    [Fact]
    public async Task Bad_page_of_runs_is_refused()
    {
        var problem = await company.Api.RefusedAsync(HttpStatusCode.BadRequest, "/v1/runs?take=101");
        Assert.Contains("take is a whole number from 1 to 100.", problem.ToJsonString());
        problem = await company.Api.RefusedAsync(HttpStatusCode.BadRequest, "/v1/runs?take=all");
        Assert.Contains("take is a whole number from 1 to 100.", problem.ToJsonString());
        await company.Api.RefusedAsync(HttpStatusCode.NotFound, "/v1/runs?before=ffffffffffffffff");
    }
}

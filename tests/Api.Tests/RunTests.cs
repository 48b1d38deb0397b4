using System.Net;

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
        Assert.Equal(29, (int?)run["rankedCount"]);
        Assert.Equal(900, (int?)run["interactionCount"]);
        Assert.Equal(12, (int?)run["steps"]!.AsArray().Single()!["elapsedMs"]);
    }

    [Fact]
    public async Task Run_is_found_by_its_id_and_names_the_sources_that_were_complete()
    {
        var run = await company.Api.ReadAsync($"/v1/runs/{Company.LatestRun}");
        Assert.Equal((await company.Api.ReadAsync("/v1/runs/latest")).ToJsonString(), run.ToJsonString());
        Assert.Equal(
            """[{"source":"sent-items","isComplete":false,"collectedAt":"2026-03-01T22:00:00Z"}]""",
            run["sources"]!.ToJsonString());
        await company.Api.RefusedAsync(HttpStatusCode.NotFound, "/v1/runs/x");
    }

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

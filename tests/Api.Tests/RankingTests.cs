using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Tests;

[Collection(OneCompany.Name)]
public sealed class RankingTests(Company company)
{
    [Fact]
    public async Task Latest_ranking_is_what_the_last_run_saved()
    {
        var ranking = await company.Api.ReadAsync("/v1/rankings/latest?top=500");

        Assert.Equal(Company.LatestRun, (string?)ranking["run"]);
        Assert.Equal("plain", (string?)ranking["preset"]);
        Assert.Equal(29, (int?)ranking["total"]);
        Assert.Null(ranking["next"]);
        var keys = company.People.ToDictionary(person => person.Id, person => person.Key);
        var expected = company.Ranking.Where(ranked => ranked.Rank is not null).ToArray();
        var people = ranking["people"]!.AsArray();
        Assert.Equal(expected.Length, people.Count);
        foreach (var (saved, served) in expected.Zip(people))
        {
            Assert.Equal(keys[saved.PersonId], (string?)served!["key"]);
            Assert.Equal(saved.Rank, (int?)served["rank"]);
            Assert.Equal(saved.Rank, (int?)served["place"]);
            Assert.Equal(saved.Score, (double?)served["score"]);
            var isTold = saved.Degree >= 5;
            Assert.Equal(
                isTold ? Coarse.Digits(saved.Betweenness, 3) : null, (double?)served["betweenness"]);
            Assert.Equal(isTold ? saved.ReachTwoSteps : null, (int?)served["reachTwoSteps"]);
            Assert.Equal(isTold ? Coarse.Digits(saved.PageRank, 2) : null, (double?)served["pageRank"]);
        }
    }

    [Theory]
    [InlineData("betweenness", "betweenness")]
    [InlineData("reach", "reachTwoSteps")]
    public async Task Measure_asked_for_gives_the_places(string by, string field)
    {
        var people = (await company.Api.ReadAsync($"/v1/rankings/latest?by={by}"))["people"]!.AsArray();
        var values = people.Select(person => (double?)person![field]).OfType<double>().ToArray();
        Assert.Equal(values.OrderDescending(), values);
        Assert.Equal(Enumerable.Range(1, 20), people.Select(person => (int)person!["place"]!));
    }

    [Fact]
    public async Task Department_and_managers_filter_without_moving_places()
    {
        var all = (await company.Api.ReadAsync("/v1/rankings/latest?top=100"))["people"]!.AsArray();
        var expected = all.Where(p => (string?)p!["department"] == "Sales & Service" && (bool?)p["isManager"] != true);

        var filtered = await company.Api.ReadAsync(
            "/v1/rankings/latest?top=100&department=Sales%20%26%20Service&managers=exclude");

        Assert.Equal(expected.Select(Line), filtered["people"]!.AsArray().Select(Line));
        Assert.NotEqual((int?)filtered["total"], all.Count);
    }

    [Fact]
    public async Task Pages_joined_are_the_whole_ranking_of_one_run()
    {
        var whole = (await company.Api.ReadAsync("/v1/rankings/latest?top=100&by=reach&department=Works"))["people"]!;
        var joined = new List<string>();
        for (var path = "/v1/rankings/latest?top=4&by=reach&department=Works"; path is not null;)
        {
            var page = await company.Api.ReadAsync(path);
            joined.AddRange(page["people"]!.AsArray().Select(Line));
            path = (string?)page["next"];
            if (path is not null)
                Assert.StartsWith($"/v1/rankings/{Company.LatestRun}?", path);
        }
        Assert.Equal(whole.AsArray().Select(Line), joined);
    }

    [Fact]
    public async Task Earlier_run_can_still_be_read()
    {
        var ranking = await company.Api.ReadAsync($"/v1/rankings/{Company.FirstRun}");
        Assert.Equal(Company.FirstRun, (string?)ranking["run"]);
        Assert.Equal(20, ranking["people"]!.AsArray().Count);
    }

    [Fact]
    public async Task Answer_held_already_is_not_sent_again()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var first = await company.Api.GetAsync("/v1/rankings/latest", cancellation);
        Assert.True(first.Headers.CacheControl!.NoCache);

        Assert.Equal(HttpStatusCode.NotModified, await StatusHolding(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, await StatusHolding(EntityTagHeaderValue.Any));
        Assert.Equal(HttpStatusCode.OK, await StatusHolding(new($"\"{Company.FirstRun}\"")));
    }

    [Theory]
    [InlineData("top=0", "top is a whole number from 1 to 500.")]
    [InlineData("top=501", "top is a whole number from 1 to 500.")]
    [InlineData("top=many", "top is a whole number from 1 to 500.")]
    [InlineData("after=-1", "after is a whole number from 0 to 1000000000.")]
    [InlineData("after=x", "after is a whole number from 0 to 1000000000.")]
    [InlineData("by=beauty", "by is one of influence, betweenness, reach, surprise.")]
    [InlineData("by=2", "by is one of influence, betweenness, reach, surprise.")]
    [InlineData("managers=no", "managers is one of include, exclude.")]
    public async Task Bad_value_is_refused_with_what_is_allowed(string query, string allowed)
    {
        foreach (var run in new[] { "latest", Company.FirstRun })
        {
            var problem = await company.Api.RefusedAsync(HttpStatusCode.BadRequest, $"/v1/rankings/{run}?{query}");
            Assert.Contains(allowed, problem.ToJsonString());
        }
    }

    [Fact]
    public async Task Unknown_run_is_refused_with_where_the_runs_are()
    {
        var problem = await company.Api.RefusedAsync(HttpStatusCode.NotFound, "/v1/rankings/ffffffffffffffff");
        Assert.Contains("/v1/runs", (string?)problem["detail"]);
    }

    private static string Line(JsonNode? person) => $"{person!["place"]} {person["key"]}";

    private async Task<HttpStatusCode> StatusHolding(EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/rankings/latest");
        request.Headers.IfNoneMatch.Add(tag);
        using var response = await company.Api.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}

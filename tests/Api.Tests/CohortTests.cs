using System.Net;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests;

[Collection(OneCompany.Name)]
public sealed class CohortTests(Company company)
{
    [Fact]
    public async Task Cohort_keeps_its_wishes_and_carries_a_certificate()
    {
        using var api = company.Serve(company.Place);
        var (must, mustNot) = (company.People[3].Key, company.People[4].Key);

        var cohort = await api.AskAsync("/v1/cohorts", new
        {
            size = 6,
            reach = "steps:1",
            quotas = new[] { new { attribute = "department", min = 2 } },
            include = new[] { must },
            exclude = new[] { mustNot },
            waitList = 2,
        });

        var (members, waiting) = (cohort.Keys("members"), cohort.Keys("waitList"));
        Assert.Equal((6, 2), (members.Length, waiting.Length));
        Assert.Contains(must, members);
        Assert.DoesNotContain(mustNot, members.Concat(waiting));
        var departments = members.CountBy(key => company.People.Single(p => p.Key == key).Department!).ToDictionary();
        Assert.All(departments.Values, count => Assert.True(count >= 2));
        Assert.InRange((int)cohort["certificate"]!["ofBestPossible"]!, 80, 100);
        Assert.True((bool)cohort["certificate"]!["isExact"]!);
        Assert.Equal(Company.LatestRun, (string?)cohort["run"]);
        Assert.DoesNotContain(company.ReadableIdentities, identity => cohort.ToJsonString().Contains(identity));
    }

    [Fact]
    public async Task Influence_is_chosen_for_in_the_same_way()
    {
        using var api = company.Serve(company.Place);

        var cohort = await api.AskAsync("/v1/cohorts", new { size = 5, reach = "influence" });

        Assert.Equal(5, cohort.Keys("members").Length);
        Assert.False((bool)cohort["certificate"]!["isExact"]!);
        Assert.Equal(
            ["low", "middle", "high"],
            cohort["assumptions"]!.AsArray().Select(assumed => (string?)assumed!["transmission"]));
    }

    [Fact]
    public async Task Own_list_is_set_beside_and_an_earlier_cohort_is_kept_where_a_change_adds_little()
    {
        using var api = company.Serve(company.Place);
        Person[] earlier = [.. company.People.Where(person => person.ManagerId is not null)
            .DistinctBy(person => person.ManagerId).TakeLast(5)];
        string[] keys = [.. earlier.Select(person => person.Key)];
        foreach (var continuity in new[] { 1.0, 0.0 })
            await company.SaveEarlierCohortAsync(
                new()
                {
                    Size = 5,
                    Reach = CohortReach.Steps(1),
                    Continuity = continuity,
                    Quotas = [new(CohortTrait.Team, Max: 2)],
                    BoundsGiveWay = true,
                },
                earlier);

        var kept = await api.AskAsync(
            "/v1/cohorts", new { size = 5, reach = "steps:1", continuity = 1.0, maxPerTeam = 2, compare = keys });
        var changed = await api.AskAsync(
            "/v1/cohorts", new { size = 5, reach = "steps:1", continuity = 0.0, maxPerTeam = 2 });
        var anew = await api.AskAsync(
            "/v1/cohorts", new { size = 5, reach = "steps:1", continuity = 0.0, anew = true, maxPerTeam = 2 });

        Assert.Equal(keys.Order(), kept.Keys("members"));
        Assert.Empty(kept["changes"]!.Keys("left"));
        Assert.Contains(kept["compared"]!.AsArray(), row => (string?)row!["name"] == "own list");
        var (joined, left) = (changed["changes"]!.Keys("joined"), changed["changes"]!.Keys("left"));
        Assert.NotEmpty(left);
        Assert.Equal(changed.Keys("members").Except(keys), joined);
        Assert.Equal(keys.Except(changed.Keys("members")).Order(), left);
        Assert.Empty(anew["changes"]!.Keys("left"));
    }

    [Theory]
    [InlineData("/v1/cohorts", """{"size":0}""", HttpStatusCode.BadRequest)]
    [InlineData("/v1/cohorts", """{"reach":"miles:3"}""", HttpStatusCode.BadRequest)]
    [InlineData("/v1/cohorts", """{"quotas":[{"attribute":"shoe","min":1}]}""", HttpStatusCode.BadRequest)]
    [InlineData("/v1/cohorts", """{"quotas":[{"attribute":"site","min":3,"max":1}]}""", HttpStatusCode.BadRequest)]
    [InlineData("/v1/cohorts", """{"size":6,"include":["nobody"]}""", HttpStatusCode.NotFound)]
    [InlineData("/v1/cohorts", """{"size":16}""", HttpStatusCode.Conflict)]
    [InlineData("/v1/cohorts", """{"size":5,"consent":"nameable"}""", HttpStatusCode.Conflict)]
    [InlineData("/v1/what-if", """{"leave":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("/v1/what-if", """{"leave":["a","b","c","d","e"]}""", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_done_is_refused_with_a_reason(string path, string body, HttpStatusCode status)
    {
        var (answered, problem) = await company.Api.TryAsync(path, body);

        Assert.Equal(status, answered);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["title"]));
    }
}

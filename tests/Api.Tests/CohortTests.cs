using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

[Collection(OneCompany.Name)]
public sealed class CohortTests(Company company)
{
    [Fact]
    public async Task Cohort_keeps_its_wishes_and_carries_a_certificate()
    {
        var (must, mustNot) = (company.People[3].Key, company.People[4].Key);

        var cohort = await AskAsync("/v1/cohorts", new
        {
            size = 5,
            reach = "steps:1",
            quotas = new[] { new { attribute = "department", min = 2 } },
            include = new[] { must },
            exclude = new[] { mustNot },
            waitList = 2,
        });

        string[] members = [.. cohort["members"]!.AsArray().Select(member => (string)member!["key"]!)];
        string[] waiting = [.. cohort["waitList"]!.AsArray().Select(member => (string)member!["key"]!)];
        Assert.Equal((5, 2), (members.Length, waiting.Length));
        Assert.Contains(must, members);
        Assert.DoesNotContain(mustNot, members.Concat(waiting));
        var departments = members.CountBy(key => company.People.Single(p => p.Key == key).Department!).ToDictionary();
        Assert.All(departments.Values, count => Assert.True(count >= 2));
        Assert.InRange((double)cohort["certificate"]!["ratio"]!, 0.8, 1);
        Assert.Equal(Company.LatestRun, (string?)cohort["run"]);
        Assert.DoesNotContain(company.ReadableIdentities, identity => cohort.ToJsonString().Contains(identity));
    }

    [Fact]
    public async Task Influence_is_chosen_for_in_the_same_way()
    {
        var cohort = await AskAsync("/v1/cohorts", new { size = 3, reach = "influence" });

        Assert.Equal(3, cohort["members"]!.AsArray().Count);
        Assert.True((int)cohort["certificate"]!["sampleCount"]! > 0);
        Assert.Equal(
            ["low", "middle", "high"],
            cohort["assumptions"]!.AsArray().Select(assumed => (string?)assumed!["transmission"]));
    }

    [Fact]
    public async Task Own_list_is_set_beside_and_an_earlier_cohort_is_kept_where_a_change_adds_little()
    {
        Person[] earlier = [.. company.People.Where(person => person.ManagerId is not null)
            .DistinctBy(person => person.ManagerId).TakeLast(3)];
        string[] keys = [.. earlier.Select(person => person.Key)];
        foreach (var continuity in new[] { 1.0, 0.0 })
            await company.SaveEarlierCohortAsync(
                new()
                {
                    Size = 3,
                    Reach = CohortReach.Steps(1),
                    Continuity = continuity,
                    Quotas = [new(CohortTrait.Team, Max: 2)],
                },
                earlier);

        var kept = await AskAsync("/v1/cohorts", new { size = 3, continuity = 1.0, maxPerTeam = 2, compare = keys });
        var changed = await AskAsync("/v1/cohorts", new { size = 3, continuity = 0.0, maxPerTeam = 2 });
        var anew = await AskAsync("/v1/cohorts", new { size = 3, anew = true, maxPerTeam = 1 });

        Assert.Equal(keys.Order(), kept["members"]!.AsArray().Select(member => (string)member!["key"]!).Order());
        Assert.Empty(kept["changes"]!.AsArray());
        Assert.Contains(kept["compared"]!.AsArray(), row => (string?)row!["name"] == "own list");
        Assert.NotEmpty(changed["changes"]!.AsArray());
        Assert.All(changed["changes"]!.AsArray(), change => Assert.Contains((string)change!["leaver"]!, keys));
        Assert.Empty(anew["changes"]!.AsArray());
        var managers = anew["members"]!.AsArray().Select(member => company.People.Single(
            person => person.Key == (string)member!["key"]!).ManagerId).OfType<int>().ToArray();
        Assert.Equal(managers.Distinct().Count(), managers.Length);
    }

    [Fact]
    public async Task Only_people_who_agreed_are_chosen_where_consent_is_asked()
    {
        var agreed = new Company();
        await using var _ = agreed;
        await agreed.InitializeAsync();
        foreach (var person in new[] { 4, 7, 9 })
            await agreed.SayAsync(person, ConsentState.Nameable);

        using var response = await agreed.Api.PostAsJsonAsync(
            "/v1/cohorts", new { size = 2, consent = "nameable", waitList = 9 }, TestContext.Current.CancellationToken);
        var cohort = await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);

        var shown = cohort!["members"]!.AsArray().Concat(cohort["waitList"]!.AsArray())
            .Select(person => agreed.People.Single(one => one.Key == (string)person!["key"]!).Id);
        Assert.Equal([4, 7, 9], shown.Order());
    }

    [Fact]
    public async Task A_cohort_is_saved_only_when_asked_and_proposing_needs_no_right_to_write()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var own = new Company();
        await own.InitializeAsync();
        await using var callers = await KeyHolders.ServeAsync(own.Connection, 1);
        await using var store = await Store.OpenExistingAsync(own.Connection, cancellation);
        await using var connection = new SqliteConnection(own.Connection + ";Pooling=False");
        await connection.OpenAsync(cancellation);

        JsonNode proposed;
        await using (connection.BeginTransaction(deferred: false))
            proposed = await AskAsync(new { size = 3 });
        Assert.Null(proposed["number"]);
        Assert.Empty(await store.Cohorts.ListAsync(9, cancellation));
        var saved = await AskAsync(new { size = 3, save = true });

        var kept = Assert.Single(await store.Cohorts.ListAsync(9, cancellation));
        Assert.Equal((long)saved["number"]!, kept.Number);
        Assert.NotEqual(CohortStore.Operator, kept.SavedBy);
        Assert.Matches("^[0-9a-f]{16,}$", kept.SavedBy);
        Assert.Equal(
            saved["members"]!.AsArray().Select(member => (string)member!["key"]!).Order(),
            (await store.Cohorts.MembersOfAsync(Company.LatestRun, kept.SavedBy!, cancellation))
                .Select(own.KeyOf).Order());

        async Task<JsonNode> AskAsync(object wishes)
        {
            using var answer = await callers[Roles.ProgramLead].PostAsJsonAsync("/v1/cohorts", wishes, cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellation))!;
        }
    }

    [Fact]
    public async Task Top_of_the_ranking_can_be_played_through_as_leaving()
    {
        var scenario = await AskAsync("/v1/what-if", new { top = 2 });

        Assert.Equal(28, (int?)scenario["stayingCount"]);
    }

    [Fact]
    public async Task Scenario_names_backups_by_key_and_no_likelihood()
    {
        var leaver = company.Ranking[0].PersonId;
        var key = company.People.Single(person => person.Id == leaver).Key;

        var scenario = await AskAsync("/v1/what-if", new { leave = new[] { key } });

        Assert.Equal(29, (int?)scenario["stayingCount"]);
        Assert.NotEmpty(scenario["backups"]!.AsArray());
        Assert.All(scenario["backups"]!.AsArray(), backup => Assert.Equal(key, (string?)backup!["leaver"]));
        Assert.DoesNotContain(company.ReadableIdentities, identity => scenario.ToJsonString().Contains(identity));
    }

    [Theory]
    [InlineData("/v1/cohorts", """{"size":0}""", HttpStatusCode.BadRequest)]
    [InlineData("/v1/cohorts", """{"reach":"miles:3"}""", HttpStatusCode.BadRequest)]
    [InlineData("/v1/cohorts", """{"quotas":[{"attribute":"shoe","min":1}]}""", HttpStatusCode.BadRequest)]
    [InlineData("/v1/cohorts", """{"quotas":[{"attribute":"site","min":3,"max":1}]}""", HttpStatusCode.BadRequest)]
    [InlineData("/v1/cohorts", """{"size":2,"include":["nobody"]}""", HttpStatusCode.NotFound)]
    [InlineData("/v1/cohorts", """{"size":31}""", HttpStatusCode.Conflict)]
    [InlineData("/v1/cohorts", """{"consent":"nameable"}""", HttpStatusCode.Conflict)]
    [InlineData("/v1/what-if", """{"leave":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("/v1/what-if", """{"leave":["nobody"]}""", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_done_is_refused_with_a_reason(string path, string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await company.Api.PostAsync(path, content, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem!["title"]));
    }

    private async Task<JsonNode> AskAsync(string path, object request)
    {
        using var response = await company.Api.PostAsJsonAsync(path, request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}

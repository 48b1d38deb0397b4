using System.Net;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Tests;

[Collection(OneCompany.Name)]
public sealed class HygieneTests(Company company)
{
    [Fact]
    public async Task Hygiene_of_a_run_lists_every_rule_with_its_settings_and_what_it_touched()
    {
        var hygiene = await company.Api.ReadAsync($"/v1/runs/{Company.LatestRun}/hygiene");
        Assert.Equal((Company.LatestRun, "plain", 20),
            ((string?)hygiene["run"], (string?)hygiene["preset"], (int?)hygiene["topCount"]));
        Assert.Equal(
            InfluenceRules.All.Select(rule => rule.Name),
            hygiene["rules"]!.AsArray().Select(rule => (string?)rule!["name"]));

        var massMail = RuleOf(hygiene, "mass-mail");
        // People to the nearest 5.
        Assert.Equal((41, "interactions", 10),
            ((int?)massMail["count"], (string?)massMail["unit"], (int?)massMail["personCount"]));
        Assert.Equal(["audienceMax=2147483647"], massMail["settings"]!.AsArray().Select(text => (string?)text));
        Assert.Equal((false, "off"), ((bool?)massMail["isOn"], (string?)massMail["effect"]));
        Assert.NotEmpty((string?)massMail["reason"] ?? "");
    }

    [Fact]
    public async Task Moves_of_the_first_come_by_key_with_places()
    {
        var duplicate = RuleOf(await company.Api.ReadAsync("/v1/runs/latest/hygiene"), "duplicate");
        Assert.Equal("computed", (string?)duplicate["effect"]);
        var moves = duplicate["withoutIt"]!;
        Assert.Equal((1, 4), ((int?)moves["changedCount"], (int?)moves["largestMove"]));
        Assert.Equal(
            Company.Effects[0].Moves.Select(move => (KeyOf(move.PersonId.Value), move.With, move.Without)),
            moves["moves"]!.AsArray().Select(move =>
                ((string)move!["key"]!, (int?)move["rankWith"], (int?)move["rankWithout"])));
    }

    [Fact]
    public async Task What_the_night_did_not_compute_is_said_to_be_missing()
    {
        var hygiene = await company.Api.ReadAsync($"/v1/runs/{Company.FirstRun}/hygiene");
        var duplicate = RuleOf(hygiene, "duplicate");
        Assert.Equal("notComputed", (string?)duplicate["effect"]);
        Assert.Null(duplicate["withoutIt"]);
        Assert.Equal("fixed", (string?)RuleOf(hygiene, "nobody")["effect"]);
        Assert.Null(RuleOf(hygiene, "automatic-mail")["count"]);
    }

    [Fact]
    public async Task What_collecting_set_aside_comes_by_source_and_reason_of_the_runs_own_collection()
    {
        var collection = Assert.Single(
            (await company.Api.ReadAsync("/v1/runs/latest/hygiene"))["collections"]!.AsArray())!;
        Assert.Equal(("sent-items", 120), ((string?)collection["source"], (int?)collection["items"]));
        // How many it was may be the number of one person's drafts.
        Assert.Equal(["automatic", "draft"], collection["setAsideReasons"]!.AsArray().Select(o => (string?)o));

        var earlier = await company.Api.ReadAsync($"/v1/runs/{Company.FirstRun}/hygiene");
        Assert.Empty(earlier["collections"]!.AsArray());
    }

    [Fact]
    public async Task Unknown_run_has_no_hygiene() =>
        await company.Api.RefusedAsync(HttpStatusCode.NotFound, "/v1/runs/ffffffffffffffff/hygiene");

    [Fact]
    public async Task Person_who_cannot_be_measured_is_told_why()
    {
        var seldomSeen = company.Ranking.Single(ranked => ranked.Rank is null).PersonId;
        var person = (await company.Api.ReadAsync($"/v1/people/{KeyOf(seldomSeen.Value)}"))["person"]!;
        Assert.Null(person["rank"]);
        Assert.Equal("few-events", (string?)person["notMeasurable"]);
    }

    private string KeyOf(int personId) => company.People.Single(person => person.Id.Value == personId).Key;

    private static JsonNode RuleOf(JsonNode hygiene, string name) =>
        Assert.Single(hygiene["rules"]!.AsArray(), rule => (string?)rule!["name"] == name)!;
}

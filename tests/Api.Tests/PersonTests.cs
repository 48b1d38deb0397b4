using System.Net;

namespace InfluencerMap.Tests;

[Collection(OneCompany.Name)]
public sealed class PersonTests(Company company)
{
    [Fact]
    public async Task Person_is_shown_as_the_latest_run_ranked_them()
    {
        foreach (var ranked in company.Ranking)
        {
            var person = company.People.Single(p => p.Id == ranked.PersonId);
            var card = await company.Api.ReadAsync($"/v1/people/{person.Key}");

            Assert.Equal(Company.LatestRun, (string?)card["run"]);
            Assert.Equal(29, (int?)card["rankedCount"]);
            Assert.Equal(person.Key, (string?)card["person"]!["key"]);
            Assert.Equal(person.Department, (string?)card["person"]!["department"]);
            Assert.Equal(ranked.Rank, (int?)card["person"]!["rank"]);
            // 30 people fall into classes too small for more to be said.
            Assert.Null(card["person"]!["level"]);
            // Of few ties nothing is told that could tell with whom they are.
            Assert.Equal(ranked.Degree >= 5 ? ranked.Degree : null, (int?)card["person"]!["degree"]);
        }
    }

    [Fact]
    public async Task Explanation_has_the_words_that_the_ranked_graph_gives()
    {
        foreach (var person in company.People)
        {
            var card = await company.Api.ReadAsync($"/v1/people/{person.Key}");
            var sentences = card["explanation"]!.AsArray().Select(sentence => (string)sentence!).ToArray();
            Assert.Equal(3, sentences.Length);
            Assert.Equal(company.ExplanationOf(person.Id.Value), sentences);
        }
    }

    [Fact]
    public async Task History_goes_back_from_the_last_run()
    {
        var card = await company.Api.ReadAsync($"/v1/people/{company.People[0].Key}");
        var history = card["history"]!.AsArray();
        Assert.Equal([Company.LatestRun, Company.FirstRun], history.Select(place => (string?)place!["runId"]));
        Assert.Equal((int?)card["person"]!["rank"], (int?)history[0]!["rank"]);
    }

    [Fact]
    public async Task Person_who_cannot_be_measured_has_no_place()
    {
        var seldomSeen = company.Ranking.Single(ranked => ranked.Rank is null).PersonId;
        var key = company.People.Single(person => person.Id == seldomSeen).Key;
        var card = await company.Api.ReadAsync($"/v1/people/{key}");
        Assert.Null(card["person"]!["place"]);
        Assert.Null(card["person"]!["placesAboveChart"]);
    }

    [Fact]
    public async Task Person_held_already_is_not_sent_again()
    {
        var path = $"/v1/people/{company.People[0].Key}";
        using var first = await company.Api.GetAsync(path, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var response = await company.Api.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    /// <summary>Else the API would tell which key belongs to an address that the caller knows.</summary>
    [Fact]
    public async Task Readable_identity_finds_nobody()
    {
        foreach (var identity in company.ReadableIdentities)
            await company.Api.RefusedAsync(HttpStatusCode.NotFound, $"/v1/people/{Uri.EscapeDataString(identity)}");
    }
}

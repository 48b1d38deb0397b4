using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>After somebody is excluded or erased, no number of any answer shows that they were there.</summary>
public sealed class ClosingUpTests : IAsyncLifetime
{
    private readonly Company _company = new();
    private KeyHolders _callers = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _company.InitializeAsync();
        _callers = await KeyHolders.ServeAsync(_company.Connection, person: 3);
    }

    public async ValueTask DisposeAsync()
    {
        await _callers.DisposeAsync();
        await _company.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_place_of_every_answer_closes_up_over_somebody_missing(bool isErased)
    {
        var hr = _callers[Roles.HrRead];
        await LeaveOutAsync(_company.Ranking[2].PersonId.Value, isErased);

        foreach (var run in new[] { Company.LatestRun, Company.FirstRun })
        {
            var ranking = await hr.ReadAsync($"/v1/rankings/{run}?top=500");
            var people = ranking["people"]!.AsArray();
            Assert.Equal(28, people.Count);
            Assert.Equal(Enumerable.Range(1, 28), people.Select(person => (int)person!["rank"]!));
            Assert.Equal(Coarse.People(28), (int)(await hr.ReadAsync($"/v1/runs/{run}"))["rankedCount"]!);
            foreach (var person in people)
            {
                var history = (await hr.ReadAsync($"/v1/people/{person!["key"]}"))["history"]!.AsArray();
                var then = history.Single(place => (string?)place!["runId"] == run)!;
                Assert.Equal(((int)person["rank"]!, 28), ((int)then["rank"]!, (int)then["rankedCount"]!));
            }
        }
        var moves = RuleOf(await hr.ReadAsync("/v1/runs/latest/hygiene"), "duplicate")["withoutIt"]!["moves"]!;
        Assert.Equal(
            from move in Company.Effects[0].Moves
            where move.PersonId != _company.Ranking[2].PersonId
            select (Closed(move.With), Closed(move.Without)),
            moves.AsArray().Select(move => ((int?)move!["rankWith"], (int?)move["rankWithout"])));

        static int? Closed(int? place) => place > 3 ? place - 1 : place;
    }

    /// <summary>A share of the score follows from a place: of those that 28 places give, none may be missing.</summary>
    [Fact]
    public async Task Shares_and_percentiles_are_those_of_the_people_who_are_left()
    {
        await LeaveOutAsync(_company.Ranking[2].PersonId.Value, isErased: false);

        var people = (await _callers[Roles.HrRead].ReadAsync("/v1/rankings/latest?top=500"))["people"]!.AsArray();
        foreach (var person in people)
        {
            var smaller = 27 * (double)person!["betweennessPercentile"]!;
            Assert.Equal(Math.Round(smaller), smaller, 9);
            Assert.Equal(
                0.5 * (1 - Math.Log(28 - smaller) / Math.Log(28)), (double)person["betweennessShare"]!, 9);
            Assert.InRange((int?)person["reachTwoSteps"] ?? 0, 0, 28);
        }
        Assert.Contains(people, person => (double)person!["betweennessPercentile"]! == 1);
    }

    [Fact]
    public async Task A_tag_changes_with_who_is_shown_and_with_nothing_else()
    {
        var held = await TagAsync(_callers);
        await _company.SayAsync(_company.Ranking[5].PersonId.Value, ConsentState.Nameable);
        Assert.Equal(held, await TagAsync(_callers));

        await LeaveOutAsync(_company.Ranking[2].PersonId.Value, isErased: false);
        var excluded = await TagAsync(_callers);
        Assert.NotEqual(held, excluded);

        await LeaveOutAsync(_company.Ranking[3].PersonId.Value, isErased: true);
        Assert.NotEqual(excluded, await TagAsync(_callers));
    }

    /// <summary>The same answers, another process: without its key nobody can try out what a tag stands for.</summary>
    [Fact]
    public async Task A_tag_is_no_hash_that_others_can_compute()
    {
        var tag = await TagAsync(_callers);
        for (var consents = 0; consents < 50; consents++)
            for (var erasures = 0; erasures < 50; erasures++)
            {
                var tried = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
                    $"{Company.LatestRun} {consents} {erasures} 0"));
                Assert.DoesNotContain(Convert.ToHexStringLower(tried.AsSpan(0, 8)), tag);
            }
    }

    private async Task LeaveOutAsync(int personId, bool isErased)
    {
        if (!isErased)
        {
            await _company.SayAsync(personId, ConsentState.Excluded);
            return;
        }
        using var answer = await _callers[Roles.Dpo].PostAsync(
            $"/v1/people/{_company.KeyOf(personId)}/erasure", null, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<string> TagAsync(KeyHolders callers)
    {
        using var answer = await callers[Roles.HrRead].GetAsync("/v1/rankings/latest", Cancellation);
        return answer.Headers.ETag!.Tag;
    }

    private static JsonNode RuleOf(JsonNode hygiene, string name) =>
        Assert.Single(hygiene["rules"]!.AsArray(), rule => (string?)rule!["name"] == name)!;
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>What a night found too little of stands wherever its places are shown.</summary>
public sealed class ProvisionalTests : IAsyncLifetime
{
    private const string Why = "Short history: 20 days of data, 42 wanted. This stays so: profile it-IT.";

    private const string ShortRun = "00000000000000a3";

    private readonly Company _company = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _company.InitializeAsync();

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    [Fact]
    public async Task Ranking_card_and_cohort_say_why_their_places_are_provisional()
    {
        Assert.Empty((await _company.Api.ReadAsync("/v1/rankings/latest"))["provisional"]!.AsArray());
        await PublishShortAsync();

        foreach (var answer in (JsonNode[])
            [
                await _company.Api.ReadAsync("/v1/rankings/latest"),
                await _company.Api.ReadAsync($"/v1/rankings/{ShortRun}?by=reach"),
                await _company.Api.ReadAsync($"/v1/people/{_company.KeyOf(_company.Ranking[0].PersonId.Value)}"),
                await ProposeAsync(),
            ])
        {
            var reason = Assert.Single(answer["provisional"]!.AsArray())!;
            Assert.Equal("short-history", (string?)reason["rule"]);
            Assert.Equal(Why, (string?)reason["reason"]);
        }
        Assert.Empty((await _company.Api.ReadAsync($"/v1/rankings/{Company.LatestRun}"))["provisional"]!.AsArray());
    }

    private async Task<JsonNode> ProposeAsync()
    {
        using var answer = await _company.Api.PostAsJsonAsync("/v1/cohorts", new { size = 5 }, Cancellation);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
    }

    /// <summary>Another run, of a night that found little.</summary>
    private async Task PublishShortAsync()
    {
        await using var store = await Store.OpenToWriteAsync(_company.Connection, Cancellation);
        var run = (await store.Rankings.LatestAsync(Cancellation))!;
        await store.Rankings.SaveAsync(
            run with { Id = ShortRun }, _company.Ranking, await store.Rankings.TiesAsync(run.Id, Cancellation),
            [
                new("mass-mail", "interactions", 41, "More than 10.", PersonCount: 12),
                new("short-history", "days missing", 22, Why), new("low-mapping", "accounts unmapped", 0, "Few."),
            ],
            Cancellation);
    }
}

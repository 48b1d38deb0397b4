using System.Text.Json.Nodes;
using InfluencerMap.Engine;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>A card is answered from what the night prepared, as long as everybody of the run may be shown.</summary>
public sealed class PreparedExplanationTests : IAsyncLifetime
{
    private readonly Company _company = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _company.InitializeAsync();

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    [Fact]
    public async Task A_card_is_answered_from_what_the_night_prepared_and_names_no_withheld_unit()
    {
        var first = _company.Ranking[0].PersonId;
        var shown = _company.People.CountBy(person => person.Department ?? "").MaxBy(count => count.Value).Key;
        await PrepareAsync(first.Value, new(
            ["Prepared: {0} and {1}.", "Second.", "Third."], [new(shown, 9, null), new("withheld", 2, null)]));

        Assert.Equal(
            [$"Prepared: {shown} and {ExplanationWords.NotShown}.", "Second.", "Third."],
            await ExplanationAsync(first.Value));
    }

    [Fact]
    public async Task Once_somebody_may_not_be_shown_it_is_computed_without_them()
    {
        var (first, leaver) = (_company.Ranking[0].PersonId, _company.Ranking[4].PersonId);
        await PrepareAsync(first.Value, new(["Prepared.", "Second.", "Third."], []));
        await _company.SayAsync(leaver.Value, ConsentState.Excluded);

        var sentences = await ExplanationAsync(first.Value);
        Assert.Equal(3, sentences.Length);
        Assert.DoesNotContain("Prepared.", sentences);
    }

    private async Task PrepareAsync(int personId, ExplanationWords words)
    {
        await using var store = await Store.OpenToWriteAsync(_company.Connection, Cancellation);
        var run = (await store.Rankings.LatestAsync(Cancellation))!;
        var network = await RunNetwork.ReadAsync(store, run, Cancellation);
        var computed = Explanation.For(
            network.Network, network.Ranking, new(personId), Cancellation);
        await store.Rankings.SaveExplanationsAsync(run.Id, [computed with { Words = words }], Cancellation);
    }

    private async Task<string[]> ExplanationAsync(int personId)
    {
        JsonNode card = await _company.Api.ReadAsync($"/v1/people/{_company.KeyOf(personId)}");
        return [.. card["explanation"]!.AsArray().Select(sentence => (string)sentence!)];
    }
}

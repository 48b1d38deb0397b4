using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteRankIntervals() : RankIntervalStoreContract(new SqliteFile());

public sealed class SqlServerRankIntervals() : RankIntervalStoreContract(new ServerDatabase());

/// <summary>What is added to the places of a run after its publication.</summary>
public abstract class RankIntervalStoreContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Voices_are_added_to_a_published_run_once()
    {
        await using var store = await place.OpenAsync();
        await store.Rankings.SaveAsync(Made.Run("a"), [], [], [], Cancellation);
        VoiceInterval[] voices = [new("department", "Sales", 0.8, 1.2), new("site", "Sales", 0.5, 0.75)];

        await store.Rankings.SaveVoicesAsync("a", voices, Cancellation);
        await store.Rankings.SaveVoicesAsync("a", [voices[0] with { Low = 0.1 }], Cancellation);

        Assert.Equal(voices, await store.Rankings.VoicesAsync("a", Cancellation));
        Assert.Empty(await store.Rankings.VoicesAsync("b", Cancellation));
    }

    [Fact]
    public async Task Rank_intervals_are_added_to_a_published_run_and_move_up_with_the_ranks()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([.. Enumerable.Range(1, 4).Select(id => Made.Entry($"{id}"))], Cancellation);
        RankedPerson[] people =
            [Made.Ranked(2, 1), Made.Ranked(1, 2), Made.Ranked(4, 3), Made.Ranked(3, null)];
        await store.Rankings.SaveAsync(Made.Run("a"), people, [], [], Cancellation);

        // The second is of somebody else by now, and stays as it is.
        await store.Rankings.SaveIntervalsAsync(
            "a", [new(new(2), 1, 1, 2), new(new(3), 2, 1, 9), new(new(4), 3, 1, 3)], Cancellation);

        var stored = await store.Rankings.RankingAsync("a", Cancellation);
        Assert.Equal(
            [(1, 2), (null, null), (1, 3), (null, null)], stored.Select(person => (person.RankLow, person.RankHigh)));
        await store.Consents.RecordAsync(
            [
                new()
                {
                    PersonId = new(2), State = ConsentState.Excluded, TextVersion = "", At = Made.Noon, Channel = "",
                    RecordedBy = "person", RecordedAt = Made.Noon,
                },
            ],
            Cancellation);
        var shown = await RankedRun.ReadAsync(store, (await store.Rankings.LatestAsync(Cancellation))!, Cancellation);
        Assert.Equal(
            [(1, null, null), (2, 1, 2), (null, null, null)],
            shown.Ranking.Select(person => (person.Rank, person.RankLow, person.RankHigh)));
    }
}

using InfluencerMap.Engine;
using InfluencerMap.Graph;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteKeyRotation() : KeyRotationContract(new SqliteFile());

public sealed class SqlServerKeyRotation() : KeyRotationContract(new ServerDatabase());

/// <summary>What every store promises when the customer's key changes: history is theirs still, or nobody's.</summary>
public abstract class KeyRotationContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task History_that_is_kept_is_theirs_under_the_new_keys()
    {
        await using var store = await FilledAsync();
        var (state, ranking) = (await store.Rankings.ShownStateAsync(Cancellation), await RankingAsync(store));

        Assert.True(await store.PersonKeys.WouldRotateAsync(New, Cancellation));
        Assert.Equal(3, await store.PersonKeys.RotateAsync(New, keepsHistory: true, Made.Noon, Cancellation));

        Assert.False(await store.PersonKeys.WouldRotateAsync(New, Cancellation));
        Assert.Equal(0, await store.PersonKeys.RotateAsync(New, keepsHistory: false, Made.Noon, Cancellation));
        Assert.NotEqual(state, await store.Rankings.ShownStateAsync(Cancellation));
        Assert.Equal(ranking, await RankingAsync(store));
        Assert.Null(await store.People.FindKeyAsync("key-2", Cancellation));
        Assert.Equal(2, (await store.People.FindKeyAsync("new-2", Cancellation))?.Value);
        Assert.Equal(["new-2", "key-2"], await store.People.KeysAsync(new(2), Cancellation));
        Assert.Single(await store.Rankings.HistoryAsync(new(2), 10, Cancellation));
    }

    [Fact]
    public async Task History_that_is_cut_leads_from_no_former_key_to_anybody()
    {
        await using var store = await FilledAsync();
        await store.PersonKeys.RotateAsync(id => "between-" + id, keepsHistory: true, Made.Noon, Cancellation);
        var state = await store.Rankings.ShownStateAsync(Cancellation);

        Assert.Equal(3, await store.PersonKeys.RotateAsync(New, keepsHistory: false, Made.Noon, Cancellation));

        Assert.NotEqual(state, await store.Rankings.ShownStateAsync(Cancellation));
        Assert.Null(await store.Rankings.LatestAsync(Cancellation));
        Assert.Equal(["new-2"], await store.People.KeysAsync(new(2), Cancellation));
        foreach (var table in await place.ExecuteAsync(place.ListTables))
        {
            var cells = await place.CellsAsync($"SELECT * FROM {table}");
            Assert.DoesNotContain(cells, cell => cell.Text is ['k', 'e', 'y', '-', ..] or ['b', 'e', 't', ..]);
            Assert.DoesNotContain(cells, cell => cell.Column == "run_number");
        }
        // What they said stays theirs, and the next night begins a history of its own.
        Assert.Equal(ConsentState.Nameable, (await store.Consents.ReadAsync(Cancellation))[new(2)].State);
        await store.Rankings.SaveAsync(Made.Run("b"), [Made.Ranked(2, 1)], [], [], Cancellation);
        Assert.Equal("b", (await store.Rankings.LatestAsync(Cancellation))!.Id);
    }

    [Fact]
    public async Task People_read_under_another_key_are_refused_until_the_keys_are_changed()
    {
        await using var store = await FilledAsync();
        Graph.Company.DirectoryEntry[] again = [Made.Entry("1"), Made.Entry("2") with { Key = "new-2" }];

        var error = await Assert.ThrowsAsync<StoreException>(() => store.People.SaveAsync(again, Cancellation));

        Assert.StartsWith("1 people of the store have pseudonyms of another customer key", error.Message);
        Assert.Equal("key-2", await store.People.KeyAsync(new(2), Cancellation));
    }

    [Fact]
    public async Task Somebody_erased_leaves_no_former_key()
    {
        await using var store = await FilledAsync();
        await store.PersonKeys.RotateAsync(New, keepsHistory: true, Made.Noon, Cancellation);

        await MadeTwo.EraseAsync(place, store, 2);

        Assert.Equal(["1", "key-1", "3", "key-3"], await place.ExecuteAsync("SELECT * FROM former_keys"));
    }

    private static string New(string sourceId) => "new-" + sourceId;

    private static async Task<string> RankingAsync(Store store) => string.Join(
        '\n', (await RankedRun.ReadAsync(store, Made.Run("a"), Cancellation)).Ranking.Select(person => $"{person}"));

    private async Task<Store> FilledAsync()
    {
        var store = await place.OpenAsync();
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2", "1"), Made.Entry("3", "2")], Cancellation);
        await store.Rankings.SaveAsync(
            Made.Run("a"), [Made.Ranked(2, 1), Made.Ranked(1, 2), Made.Ranked(3, 3)], [new PersonTie(
                new(1), new(2), 1)],
            [new("mass-mail", "mails", 3, "to many")], Cancellation);
        await store.Rankings.SaveEffectsAsync("a", [new("mass-mail", 1, 1, [new(new(2), 1, 2)])], Cancellation);
        await store.Cohorts.SaveAsync(
            "a",
            new()
            {
                Options = new() { Size = 1 },
                Members = [new(new(2), 1, 1, 1, [], [])],
                WaitList = [],
                Certificate = new(3, 1, 1, 3, 0, 0, true),
                NeverReached = [],
                Changes = [],
            },
            CohortStore.Operator, Made.Noon, Cancellation);
        await store.Consents.RecordAsync(
            [
                new()
                {
                    PersonId = new(2), State = ConsentState.Nameable, TextVersion = "1",
                    At = Made.Noon, Channel = "letter",
                    RecordedBy = "operator", RecordedAt = Made.Noon,
                },
            ],
            Cancellation);
        return store;
    }
}

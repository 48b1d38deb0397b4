using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteCollectionStore() : CollectionStoreContract(new SqliteFile());

public sealed class SqlServerCollectionStore() : CollectionStoreContract(new ServerDatabase());

/// <summary>What every store promises of collections, and of the sources of a run.</summary>
public abstract class CollectionStoreContract(StorePlace place) : IDisposable
{
    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batches_of_a_collection_are_counted_in_it_and_the_last_of_each_source_is_told()
    {
        await using var store = await place.OpenAsync();
        await store.Collections.BeginAsync("mail", Made.Noon.AddDays(-1), Cancellation);
        await store.Collections.BeginAsync("calls", Made.Noon, Cancellation);
        var id = await store.Collections.BeginAsync("mail", Made.Noon, Cancellation);
        var batch = new CursorAdvance
        {
            Source = "mail",
            At = Made.Noon,
            Interactions = [Made.Mail(1, 2)],
            Cursors = new Dictionary<string, string?>(),
            CollectionId = id,
            NewAccounts = Made.Accounts("a", "b"),
            Items = 7,
            Outcomes = [new("draft", 2), new("delegated", 1)],
        };
        await store.Cursors.AdvanceAsync(batch, Cancellation);
        await store.Cursors.AdvanceAsync(batch with { NewAccounts = [] }, Cancellation);
        var bad = batch with { NewAccounts = [], Interactions = [Made.Mail(1, 9)] };
        await Assert.ThrowsAsync<ArgumentException>(() => store.Cursors.AdvanceAsync(bad, Cancellation));
        await store.Collections.CompleteAsync(id, Made.Noon, Cancellation);

        var last = await store.Collections.LastAsync(Cancellation);
        Assert.Equal([("calls", false, 0L), ("mail", true, 14L)], last.Select(c => (c.Source, c.IsComplete, c.Items)));
        Assert.Equal(new AppendResult(1, 1), last[1].Appended);
        Assert.Equal([new("delegated", 2), new("draft", 4)], last[1].Outcomes);
    }

    [Fact]
    public async Task Run_published_again_tells_its_sources_anew()
    {
        await using var store = await place.OpenAsync();
        var run = Made.Run("a") with { Sources = [new("calls", false, Made.Noon)] };
        await store.Rankings.SaveAsync(run, [], [], [], Cancellation);
        run = run with { Sources = [new("calls", true, Made.Noon), new("mail", true, Made.Noon)] };
        await store.Rankings.SaveAsync(run, [], [], [], Cancellation);
        Assert.Equal(run.Sources, (await store.Rankings.FindAsync("a", Cancellation))!.Sources);
    }
}

using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteCursorStore() : CursorStoreContract(new SqliteFile());

public sealed class SqlServerCursorStore() : CursorStoreContract(new ServerDatabase());

/// <summary>What every store promises of batches and the cursors that stand for them.</summary>
public abstract class CursorStoreContract(StorePlace place) : IDisposable
{
    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batch_and_cursor_are_stored_together_and_twice_is_once()
    {
        await using var store = await place.OpenAsync();
        var advance = Advance("first", Made.Mail(1, 2)) with { NewAccounts = Made.Accounts("a", "b") };
        var stored = await store.Cursors.AdvanceAsync(advance, Cancellation);
        var again = await store.Cursors.AdvanceAsync(
            Advance("second", Made.Mail(1, 2), Made.Mail(2, 1)), Cancellation);

        Assert.Equal(((1, 0), (1, 1)), (Made.Counts(stored.Appended), Made.Counts(again.Appended)));
        Assert.Equal("second", (await store.Cursors.ReadAsync("mail", Cancellation))["box"]);
        Assert.Empty(await store.Cursors.ReadAsync("calls", Cancellation));
    }

    [Fact]
    public async Task Batch_that_fails_moves_no_cursor()
    {
        await using var store = await place.OpenAsync();
        await store.Cursors.AdvanceAsync(Advance("first"), Cancellation);
        await Assert.ThrowsAsync<ArgumentException>(
            () => store.Cursors.AdvanceAsync(Advance("second", Made.Mail(1, 9)), Cancellation));
        Assert.Equal("first", (await store.Cursors.ReadAsync("mail", Cancellation))["box"]);
        Assert.Null(await store.Interactions.SpanAsync(Cancellation));
    }

    [Fact]
    public async Task Forgotten_scope_is_gone_and_others_stay()
    {
        await using var store = await place.OpenAsync();
        await store.Cursors.AdvanceAsync(Advance("first") with
        {
            Cursors = new Dictionary<string, string?> { ["a"] = "1", ["b"] = "2" },
        }, Cancellation);
        await store.Cursors.AdvanceAsync(Advance("") with
        {
            Cursors = new Dictionary<string, string?> { ["a"] = null },
        }, Cancellation);
        Assert.Equal(["b"], (await store.Cursors.ReadAsync("mail", Cancellation)).Keys);
    }

    [Fact]
    public async Task Directory_of_a_batch_is_merged_and_its_handles_are_known()
    {
        await using var store = await place.OpenAsync();
        var entry = new DirectoryEntry
        {
            SourceId = "e1",
            Spelling = "E1",
            Key = "0123456789abcdef",
            Handles = ["anna@example.org"],
            Leave = new(2026, 4, 1),
        };
        var stored = await store.Cursors.AdvanceAsync(Advance("first") with { Entries = [entry] }, Cancellation);
        Assert.Equal(1, stored.People?.Added);
        var handles = await store.People.HandlesAsync(Cancellation);
        Assert.Equal(["e1", "anna@example.org"], handles.Select(h => h.Handle));
        Assert.All(handles, h => Assert.Equal(("e1", "E1", entry.Leave), (h.SourceId, h.Spelling, h.Leave)));
    }

    private static CursorAdvance Advance(string value, params Interaction<AccountId>[] interactions) => new()
    {
        Source = "mail",
        At = Made.Noon,
        Interactions = interactions,
        Cursors = new Dictionary<string, string?> { ["box"] = value },
    };
}

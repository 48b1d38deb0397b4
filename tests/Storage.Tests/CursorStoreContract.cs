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
    public async Task Account_that_only_rows_past_retention_name_is_stored_once_a_row_that_stays_names_it()
    {
        await using var store = await place.OpenAsync();
        store.Clock = new StandingClock(Made.Noon.AddDays(30));
        await store.Retention.SetAsync(new("it-IT", null), "legal", Made.Noon.AddDays(30), Cancellation);
        var id = await store.Collections.BeginAsync("mail", Made.Noon, Cancellation);
        var past = Advance("first", Made.Mail(1, 2), Made.Mail(2, 3, minute: 60 * 24 * 29)) with
        {
            CollectionId = id,
            NewAccounts = Made.Accounts("old", "b", "c"),
        };

        var first = await store.Cursors.AdvanceAsync(past, Cancellation);
        var named = (await store.Interactions.AccountsAsync(Cancellation)).Select(account => account.Handle).ToArray();
        await store.Cursors.AdvanceAsync(
            Advance("second", Made.Mail(1, 3, minute: 60 * 24 * 29)) with { NewAccounts = first.NotStored },
            Cancellation);

        Assert.Equal(1, first.Appended.OutsideRetention);
        Assert.Equal(["b", "c"], named);
        Assert.Equal(
            ["old", "b", "c"],
            (await store.Interactions.AccountsAsync(Cancellation)).OrderBy(a => a.Id).Select(a => a.Handle));
    }

    [Fact]
    public async Task Account_that_a_group_names_is_stored_though_its_row_is_left_out()
    {
        await using var store = await place.OpenAsync();
        store.Clock = new StandingClock(Made.Noon.AddDays(30));
        await store.Retention.SetAsync(new("it-IT", null), "legal", Made.Noon.AddDays(30), Cancellation);

        var stored = await store.Cursors.AdvanceAsync(
            Advance("first", Made.Mail(1, 2)) with
            {
                CollectionId = await store.Collections.BeginAsync("mail", Made.Noon, Cancellation),
                NewAccounts = Made.Accounts("member", "other", "group"),
                Groups = [new() { Account = new(3), Joined = [new(1)], IsWhole = true }],
            },
            Cancellation);

        Assert.Equal("other", Assert.Single(stored.NotStored).Handle);
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

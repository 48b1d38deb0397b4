using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteAppend() : AppendContract(new SqliteFile());

public sealed class SqlServerAppend() : AppendContract(new ServerDatabase());

/// <summary>What every store promises of an append: all of it or nothing, and nothing twice.</summary>
public abstract class AppendContract(StorePlace place) : IDisposable
{
    private static readonly Account[] Three = Made.Accounts("a", "b", "c");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Of_equal_rows_in_one_append_the_first_counts()
    {
        await using var store = await place.OpenAsync();
        var mail = Made.Mail(1, 2);
        Interaction<AccountId>[] rows =
            [mail with { AudienceSize = 7 }, mail, Made.Mail(1, 3, 1), mail with { AudienceSize = 9 }];

        Assert.Equal((2, 2), Made.Counts(await AppendAsync(store, rows, Three)));

        Assert.Equal([7, 1], (await ReadAsync(store)).Select(i => i.AudienceSize));
    }

    [Fact]
    public async Task Every_value_of_a_row_comes_back()
    {
        await using var store = await place.OpenAsync();
        Interaction<AccountId>[] rows =
        [
            Made.Mail(1, 2) with { Role = RecipientRole.Cc, AudienceSize = 7 },
            Made.Mail(1, 3, 1) with { Channel = Channel.Meeting, Minutes = Interaction.MinutesMax, AudienceSize = 1 },
        ];
        await store.People.SaveAsync([.. Three.Select(account => Made.Entry(account.Handle))], Cancellation);

        await AppendAsync(store, rows, []);

        Assert.Equal(rows.Select(Made.OfPeople), await ReadAsync(store));
    }

    [Fact]
    public async Task Rows_of_many_blocks_come_back_in_order()
    {
        await using var store = await place.OpenAsync();
        var rows = Enumerable.Range(0, 43_000).Select(i => Made.Mail(1 + i % 2, 3, i / 2)).ToArray();
        var shuffled = rows.ToArray();
        new Random(5).Shuffle(shuffled);

        Assert.Equal((rows.Length, 0), Made.Counts(await AppendAsync(store, shuffled, Three)));

        var read = await ReadAsync(store);
        Assert.Equal(rows.Length, read.Length);
        Assert.Equal(rows.OrderBy(r => (r.At, r.EventId)).Select(r => r.EventId), read.Select(r => r.EventId));
    }

    [Fact]
    public async Task Bad_row_in_the_middle_leaves_nothing_behind()
    {
        await using var store = await place.OpenAsync();
        await AppendAsync(store, [Made.Mail(1, 2)], Made.Accounts("a", "b"));
        var before = await StateAsync(store);

        await Assert.ThrowsAsync<FormatException>(() => AppendAsync(store, Breaking(), Three));

        Assert.Equal(before, await StateAsync(store));

        static async IAsyncEnumerable<Interaction<AccountId>> Breaking()
        {
            for (var i = 0; i < 20_000; i++)
                yield return Made.Mail(1, 3, i);
            await Task.CompletedTask;
            throw new FormatException("Row 20001 is bad.");
        }
    }

    [Fact]
    public async Task Cancelled_append_leaves_nothing_behind()
    {
        await using var store = await place.OpenAsync();
        var before = await StateAsync(store);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.Interactions.AppendAsync(Cancelling(cancel), () => Three, null, cancel.Token));

        Assert.Equal(before, await StateAsync(store));

        static async IAsyncEnumerable<Interaction<AccountId>> Cancelling(CancellationTokenSource cancel)
        {
            yield return Made.Mail(1, 2);
            await cancel.CancelAsync();
            yield return Made.Mail(1, 3);
        }
    }

    [Fact]
    public async Task Unknown_account_is_refused()
    {
        await using var store = await place.OpenAsync();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => AppendAsync(store, [Made.Mail(1, 4)], Three));

        Assert.Equal("The interactions name account 4; the accounts stored or new end at 3.", error.Message);
        Assert.Empty(await ReadAsync(store));
    }

    [Fact]
    public async Task Accounts_that_another_process_added_meanwhile_are_not_mixed_up()
    {
        await using var store = await place.OpenAsync();
        await AppendAsync(store, [Made.Mail(1, 2)], Made.Accounts("a", "b"));

        var error = await Assert.ThrowsAsync<StoreException>(
            () => AppendAsync(store, [Made.Mail(1, 2, 9)], Made.Accounts("x", "y")));

        Assert.StartsWith("Another process added accounts", error.Message, StringComparison.Ordinal);
        Assert.Single(await ReadAsync(store));
    }

    private static Task<AppendResult> AppendAsync(Store store, Interaction<AccountId>[] rows, Account[] accounts) =>
        AppendAsync(store, Made.Stream(rows), accounts);

    private static Task<AppendResult> AppendAsync(
        Store store, IAsyncEnumerable<Interaction<AccountId>> rows, Account[] accounts) =>
        store.Interactions.AppendAsync(rows, () => accounts, null, Cancellation);

    private static async Task<Interaction<PersonId>[]> ReadAsync(Store store) =>
        [.. await store.Interactions.ReadAsync(Made.March, Made.ListMembersMax, Cancellation)];

    private static async Task<string> StateAsync(Store store)
    {
        var year = new Period(Made.Noon.AddYears(-1), Made.Noon.AddYears(1));
        var rows = (await store.Interactions.ReadAsync(year, Made.ListMembersMax, Cancellation)).Count;
        var accounts = await store.Interactions.AccountsAsync(Cancellation);
        return $"{rows} rows, {string.Join(' ', accounts.Select(a => a.ToString()))}";
    }
}

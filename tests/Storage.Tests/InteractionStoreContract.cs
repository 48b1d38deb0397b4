using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteInteractionStore() : InteractionStoreContract(new SqliteFile());

public sealed class SqlServerInteractionStore() : InteractionStoreContract(new ServerDatabase());

public abstract class InteractionStoreContract(StorePlace place) : IDisposable
{
    private static readonly Account[] Three = Made.Accounts("a", "b", "c");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Same_rows_again_change_nothing()
    {
        await using var store = await place.OpenAsync();
        Interaction<AccountId>[] rows = [Made.Mail(1, 2), Made.Mail(2, 1, 1), Made.Mail(1, 3, 2)];

        Assert.Equal((3, 0), Made.Counts(await AppendAsync(store, rows, Three)));
        var before = await ReadAsync(store);
        Assert.Equal((0, 3), Made.Counts(await AppendAsync(store, rows, [])));

        Assert.Equal(before, await ReadAsync(store));
    }

    [Fact]
    public async Task Rows_stand_under_the_owner_of_the_account_and_the_rest_under_nobody()
    {
        await using var store = await place.OpenAsync();
        await AppendAsync(
            store, [Made.Mail(1, 2), Made.Mail(2, 3, 1)], Made.Accounts("alias@example.org", "2", "robot"));
        await store.People.SaveAsync(
            [Made.Entry("1") with { Handles = ["alias@example.org"] }, Made.Entry("2")], Cancellation);

        var read = await ReadAsync(store);

        Assert.Equal([(1, 2), (2, 0)], read.Select(i => (i.Source.Value, i.Target.Value)));
        Assert.Equal(Made.Noon, read[0].At);
        Assert.Equal(DateTimeKind.Utc, read[0].At.Kind);
        var nobody = Assert.Single(await store.Interactions.NobodyAccountsAsync(Made.March, Cancellation));
        Assert.Equal(new NobodyAccount("robot", AccountKind.Unknown, 1), nobody);
    }

    [Fact]
    public async Task Order_of_imports_does_not_show()
    {
        var random = new Random(12);
        var handles = Enumerable.Range(1, 40).Select(i => $"h{i}").ToArray();
        // 30 people own handle h1 … h30, the rest belongs to nobody; h35 is a bot.
        DirectoryEntry[] directory = [.. Enumerable.Range(1, 30).Select(i => Made.Entry($"h{i}")),
            Made.Entry("h35") with { Kind = AccountKind.Bot }];
        var events = Enumerable.Range(0, 500)
            .Select(_ => (Handle(), Handle(), random.Next(50), random.Next(1, 4)))
            .ToArray();
        string Handle() => handles[random.Next(40)];

        var peopleFirst = await ImportAsync(place.Another(), directory, handles, events, peopleFirst: true);
        var peopleLast = await ImportAsync(
            place.Another(), directory, [.. handles.Reverse()], [.. events.Reverse()], peopleFirst: false);

        Assert.Equal(peopleFirst.Rows, peopleLast.Rows);
        Assert.Equal(peopleFirst.Nobodies, peopleLast.Nobodies);
        Assert.Contains(peopleFirst.Nobodies, account => account is { Handle: "h35", Kind: AccountKind.Bot });
    }

    [Fact]
    public async Task Audience_is_what_is_stated_or_the_rows_of_the_event()
    {
        await using var store = await place.OpenAsync();
        await AppendAsync(
            store,
            [
                Made.Mail(1, 2, minute: 0, eventId: 5), Made.Mail(1, 3, minute: 0, eventId: 5),
                Made.Mail(1, 2, minute: 1, eventId: 5), Made.Mail(1, 2, minute: 1, eventId: 6, audience: 40),
                Made.Mail(1, 3, minute: 1, eventId: 6),
            ],
            Three);

        Assert.Equal([2, 2, 1, 40, 40], (await ReadAsync(store)).Select(i => i.AudienceSize));
    }

    [Fact]
    public async Task Period_is_half_open()
    {
        await using var store = await place.OpenAsync();
        var (from, to) = (Made.March.From, Made.March.To);
        DateTime[] instants = [from.AddMilliseconds(-1), from, to.AddMilliseconds(-1), to];
        await AppendAsync(store, [.. instants.Select(at => Made.Mail(1, 2) with { At = at })], Three);

        Assert.Equal([from, to.AddMilliseconds(-1)], (await ReadAsync(store)).Select(i => i.At));
        Assert.Equal(2, (await store.Interactions.NobodyAccountsAsync(Made.March, Cancellation)).First().Interactions);
    }

    [Fact]
    public async Task Imports_are_listed_latest_first()
    {
        await using var store = await place.OpenAsync();
        var import = new ImportRecord
        {
            At = Made.Noon,
            FileName = "mail.csv",
            Format = "csv",
            Sha256 = "00ff",
            RowsRead = 10,
            RowsStored = 6,
            RowsAlreadyThere = 1,
            RowsToOneself = 2,
            RowsBad = 1,
            Dropped = new Dictionary<string, long> { ["automatic mail"] = 3 },
        };
        foreach (var name in (string[])["mail.csv", "chat.csv"])
            await store.Interactions.AppendAsync(
                Made.Stream<Interaction<AccountId>>(), () => [], _ => Task.FromResult(import with { FileName = name }),
                Cancellation);

        var imports = await store.Interactions.ImportsAsync(Cancellation);
        Assert.All(imports, read => Assert.Equal(import.Dropped, read.Dropped));
        Assert.Equal(
            [import with { FileName = "chat.csv" }, import],
            imports.Select(read => read with { Dropped = import.Dropped }));
    }

    [Fact]
    public async Task Import_that_cannot_be_recorded_stores_no_row()
    {
        await using var store = await place.OpenAsync();
        await Assert.ThrowsAsync<IOException>(() => store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(1, 2)), () => Three, _ => throw new IOException(), Cancellation));
        Assert.Empty(await ReadAsync(store));
        Assert.Empty(await store.Interactions.ImportsAsync(Cancellation));
    }

    private static Task<AppendResult> AppendAsync(Store store, Interaction<AccountId>[] rows, Account[] accounts) =>
        AppendAsync(store, Made.Stream(rows), accounts);

    private static Task<AppendResult> AppendAsync(
        Store store, IAsyncEnumerable<Interaction<AccountId>> rows, Account[] accounts) =>
        store.Interactions.AppendAsync(rows, () => accounts, null, Cancellation);

    private static async Task<Interaction<PersonId>[]> ReadAsync(Store store) =>
        [.. await store.Interactions.ReadAsync(Made.March, Made.ListMembersMax, Cancellation)];

    private static async Task<(Interaction<PersonId>[] Rows, NobodyAccount[] Nobodies)> ImportAsync(
        StorePlace somewhere, DirectoryEntry[] directory, string[] handles,
        (string From, string To, int Minute, int Event)[] events, bool peopleFirst)
    {
        using var _ = somewhere;
        await using var store = await somewhere.OpenAsync();
        if (peopleFirst)
            await store.People.SaveAsync(directory, Cancellation);
        var ids = (await store.Interactions.AccountsAsync(Cancellation)).ToDictionary(a => a.Handle, a => a.Id);
        var added = handles.Where(h => !ids.ContainsKey(h))
            .Select((h, i) => new Account(new(ids.Count + i + 1), h)).ToArray();
        foreach (var account in added)
            ids.Add(account.Handle, account.Id);
        await AppendAsync(
            store, [.. events.Select(e => Made.Mail(ids[e.From].Value, ids[e.To].Value, e.Minute, e.Event))], added);
        if (!peopleFirst)
            await store.People.SaveAsync(directory, Cancellation);
        return (await ReadAsync(store), await store.Interactions.NobodyAccountsAsync(Made.March, Cancellation));
    }
}

using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteStore() : StoreContract(new SqliteFile());

public sealed class SqlServerStore() : StoreContract(new ServerDatabase());

/// <summary>What every store promises of its opening, its lock and its tables.</summary>
public abstract class StoreContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Many_openings_at_once_migrate_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(place.OpenAsync, Cancellation)));

        await stores[0].People.SaveAsync([Made.Entry("1")], Cancellation);
        foreach (var store in stores)
        {
            Assert.Single(await store.People.ReadAsync(Cancellation));
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Store_stays_when_it_is_opened_again()
    {
        await using (var store = await place.OpenAsync())
            await store.People.SaveAsync([Made.Entry("1")], Cancellation);

        await using var again = await place.OpenAsync();
        Assert.Single(await again.People.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task Reader_cannot_write()
    {
        await MakeAsync();
        await using var reader = await Store.OpenExistingAsync(place.Connection, Cancellation);

        Assert.Null(await reader.Rankings.LatestAsync(Cancellation));
        var error = await Assert.ThrowsAsync<StoreException>(
            () => reader.People.SaveAsync([Made.Entry("1")], Cancellation));
        Assert.Contains("open for reading only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_writer_waits_and_then_says_why()
    {
        await using var store = await place.OpenAsync();
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = store.Interactions.AppendAsync(HeldUp(), () => Made.Accounts("a", "b"), null, Cancellation);
        await begun.Task;

        try
        {
            await using var other = await Store.OpenExistingAsync(place.Impatient, Cancellation);
            Assert.Empty(await other.People.ReadAsync(Cancellation));
            var error = await Assert.ThrowsAsync<StoreBusyException>(
                () => Store.OpenAsync(place.Impatient, Cancellation));
            Assert.EndsWith(
                "is locked by another process. Wait until it is done, then try again.", error.Message,
                StringComparison.Ordinal);
        }
        finally
        {
            end.SetResult();
        }
        Assert.Equal((1, 0), Made.Counts(await first));

        async IAsyncEnumerable<Interaction<AccountId>> HeldUp()
        {
            begun.SetResult();
            await end.Task;
            yield return Made.Mail(1, 2);
        }
    }

    [Fact]
    public async Task Missing_store_is_made_by_nobody_but_an_import()
    {
        Func<string, CancellationToken, Task<Store>>[] openings = [Store.OpenToWriteAsync, Store.OpenExistingAsync];
        foreach (var open in openings)
        {
            var error = await Assert.ThrowsAsync<StoreException>(() => open(place.Connection, Cancellation));
            Assert.StartsWith("There is no store at ", error.Message, StringComparison.Ordinal);
        }
        Assert.Empty(await place.ExecuteAsync(place.ListTables));
    }

    [Fact]
    public async Task Tables_of_another_program_are_refused_and_kept()
    {
        await place.ExecuteAsync("CREATE TABLE recipes (title INTEGER)");

        await RefusedAsync("of another program. ");
        Assert.Equal(["recipes"], await place.ExecuteAsync(place.ListTables));
    }

    [Fact]
    public async Task Store_of_a_newer_program_is_refused()
    {
        await MakeAsync();
        await place.ExecuteAsync(place.SetVersion(99));

        var ours = new Queries("sqlite").Migrations.Count;
        await RefusedAsync($"has schema 99, newer than the {ours} of this program. Install the newer program.");
    }

    [Fact]
    public async Task Reader_says_how_to_bring_an_older_store_up_to_date()
    {
        await MakeAsync();
        await place.ExecuteAsync(place.SetVersion(1));

        var error = await Assert.ThrowsAsync<StoreException>(
            () => Store.OpenExistingAsync(place.Connection, Cancellation));
        Assert.Contains("has schema 1, older than the ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_and_names_stand_in_the_naming_tables_alone()
    {
        await using var store = await place.OpenAsync();
        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(1, 2)), () => Made.Accounts("a@example.org", "b@example.org"), null,
            Cancellation);
        await store.People.SaveAsync(
            [
                new DirectoryEntry
                {
                    SourceId = "a@example.org",
                    Spelling = "A@example.org",
                    Key = "0123456789abcdef",
                    ManagerSourceId = "a@example.org",
                    Name = "Name@",
                    Handles = ["c@example.org"],
                },
            ],
            Cancellation);
        await store.Rankings.SaveAsync(Made.Run("a"), [Made.Ranked(1, 1)], [], [], Cancellation);

        var holding = new List<string>();
        foreach (var table in await place.ExecuteAsync(place.ListTables))
            if ((await place.ExecuteAsync($"SELECT * FROM {table}")).Any(cell => cell.Contains('@')))
                holding.Add(table);
        Assert.Equal(["account_handles", "person_names"], holding);
    }

    private async Task MakeAsync()
    {
        await using var store = await place.OpenAsync();
    }

    private async Task RefusedAsync(string reason)
    {
        Func<string, CancellationToken, Task<Store>>[] openings = [Store.OpenAsync, Store.OpenExistingAsync];
        foreach (var open in openings)
        {
            var error = await Assert.ThrowsAsync<StoreException>(() => open(place.Connection, Cancellation));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
    }
}

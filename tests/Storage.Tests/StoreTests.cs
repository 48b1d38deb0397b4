using InfluencerMap.Graph.Identities;
using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

/// <summary>What is SQLite's own: files, locks and schema versions.</summary>
public sealed class StoreTests : IDisposable
{
    private static readonly int Migrations = new Queries("sqlite").Migrations.Count;

    private readonly SqliteFile _file = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Many_openings_at_once_migrate_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(_file.OpenAsync, Cancellation)));

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
        await using (var store = await _file.OpenAsync())
            await store.People.SaveAsync([Made.Entry("1")], Cancellation);

        await using var again = await _file.OpenAsync();
        Assert.Single(await again.People.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task Closed_store_leaves_one_file_that_may_be_moved()
    {
        await using (var store = await _file.OpenAsync())
            await store.People.SaveAsync([Made.Entry("1")], Cancellation);

        Assert.Equal([_file.Path], Directory.GetFiles(Path.GetDirectoryName(_file.Path)!));
    }

    [Fact]
    public async Task Reader_cannot_write()
    {
        await using (await _file.OpenAsync())
        {
        }
        await using var reader = await Store.OpenExistingAsync(_file.Connection, Cancellation);

        Assert.Null(await reader.Rankings.LatestAsync(Cancellation));
        var error = await Assert.ThrowsAsync<StoreException>(
            () => reader.People.SaveAsync([Made.Entry("1")], Cancellation));
        Assert.Contains("open for reading only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_of_another_process_is_named_as_such()
    {
        await using var store = await _file.OpenAsync();
        await using var other = new SqliteConnection(_file.Connection);
        await other.OpenAsync(Cancellation);
        await using var transaction = other.BeginTransaction(deferred: false);

        var error = await Assert.ThrowsAsync<StoreException>(
            () => store.People.SaveAsync([Made.Entry("1")], Cancellation));

        Assert.EndsWith(
            "is locked by another process. Wait until it is done, then try again.", error.Message,
            StringComparison.Ordinal);
        Assert.Empty(await store.People.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task Missing_store_is_not_made_by_a_reader()
    {
        var error = await Assert.ThrowsAsync<StoreException>(
            () => Store.OpenExistingAsync(_file.Connection, Cancellation));

        Assert.Equal(
            $"There is no store at {_file.Path}. Begin with influencermap demo or import people.", error.Message);
        Assert.False(File.Exists(_file.Path));
    }

    [Fact]
    public async Task File_that_is_no_database_is_refused_and_kept()
    {
        var text = string.Join('\n', Enumerable.Repeat("from,to,at", 200));
        await File.WriteAllTextAsync(_file.Path, text, Cancellation);

        await RefusedAsync("is no SQLite file. Name another file with --store.");

        Assert.Equal(text, await File.ReadAllTextAsync(_file.Path, Cancellation));
    }

    [Fact]
    public async Task Database_of_another_program_is_refused()
    {
        await ChangeAsync("CREATE TABLE recipes (title TEXT)");

        await RefusedAsync("is an SQLite file of another program. Name another file with --store.");
    }

    [Fact]
    public async Task Store_of_a_newer_program_is_refused()
    {
        await using (await _file.OpenAsync())
        {
        }
        await ChangeAsync("PRAGMA user_version = 99");

        await RefusedAsync($"has schema 99, newer than the {Migrations} of this program. Install the newer program.");
    }

    [Fact]
    public async Task Reader_says_how_to_bring_an_older_store_up_to_date()
    {
        await using (await _file.OpenAsync())
        {
        }
        await ChangeAsync("PRAGMA user_version = 0");

        var error = await Assert.ThrowsAsync<StoreException>(
            () => Store.OpenExistingAsync(_file.Connection, Cancellation));
        Assert.Contains(
            $"has schema 0, older than the {Migrations} of this program. Run", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Colour=red", "is not understood")]
    [InlineData("Data Source=:memory:", "names no file")]
    [InlineData("", "names no file")]
    [InlineData("Data Source=/no/such/folder/store.db", "cannot be opened")]
    public async Task Connection_that_leads_nowhere_gets_one_line(string connection, string says)
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => Store.OpenAsync(connection, Cancellation));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Addresses_and_names_stand_in_the_naming_tables_alone()
    {
        await using var store = await _file.OpenAsync();
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

        Assert.Equal(["account_handles", "person_names"], await TablesHoldingAsync('@'));
    }

    private async Task RefusedAsync(string reason)
    {
        Func<string, CancellationToken, Task<Store>>[] openings = [Store.OpenAsync, Store.OpenExistingAsync];
        foreach (var open in openings)
        {
            var error = await Assert.ThrowsAsync<StoreException>(() => open(_file.Connection, Cancellation));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
    }

    private async Task ChangeAsync(string sql)
    {
        await using var connection = new SqliteConnection(_file.Connection + ";Pooling=False");
        await connection.OpenAsync(Cancellation);
        await ExecuteAsync(connection, sql);
    }

    private async Task<List<string>> TablesHoldingAsync(char sign)
    {
        await using var connection = new SqliteConnection(_file.Connection + ";Pooling=False");
        await connection.OpenAsync(Cancellation);
        var tables = await ExecuteAsync(
            connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
        var holding = new List<string>();
        foreach (var table in tables)
            if ((await ExecuteAsync(connection, $"SELECT * FROM {table}")).Any(cell => cell.Contains(sign)))
                holding.Add(table);
        return holding;
    }

    /// <returns>Every cell as text.</returns>
    private static async Task<List<string>> ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var cells = new List<string>();
        while (await reader.ReadAsync(Cancellation))
            for (var i = 0; i < reader.FieldCount; i++)
                cells.Add(reader.GetValue(i).ToString()!);
        return cells;
    }
}

using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

/// <summary>What an erasure promises of the files, and of a process that ends in the middle of one.</summary>
public sealed class ErasedFileTests : IDisposable
{
    private const string Handle = "ada.lovelace@made.example";
    private const string Tagged = "ada.lovelace+news@made.example";
    private const string Key = "7f3a90c1d2e4b586";

    private static readonly string[] Words = ["E0777-made", "Ada Made-Lovelace", Handle, Tagged, Key];

    private readonly SqliteFile _file = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.GetDirectoryName(_file.Path)!;

    private string AuditPath => Path.ChangeExtension(_file.Path, ".audit.db");

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_byte_of_any_file_tells_of_somebody_erased_while_another_process_has_the_store_open(bool idle)
    {
        await using var store = await FilledAsync();
        await using var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation);
        await using var reader = await OpenReaderAsync(idle);
        Assert.NotEmpty(ErasedBytes.Find(Folder, Words));
        foreach (var word in Words)
            Assert.Contains(
                ErasedBytes.Find(Folder, word), found => found.EndsWith("as UTF-8", StringComparison.Ordinal));

        Assert.Equal(idle, await store.Erasures.EraseAsync(new(2), audit, MadeTwo.Asked, Cancellation));
        await reader.DisposeAsync();
        if (!idle)
            await using (await _file.OpenAsync())
                Assert.Equal(["0"], await _file.ExecuteAsync("SELECT count(*) FROM due_wipes"));

        Assert.Empty(ErasedBytes.Find(Folder, Words));
        await store.People.SaveAsync([.. Entries], Cancellation);
        Assert.Empty(ErasedBytes.Find(Folder, Words));
        var lines = await audit.ListAsync(null, 10, Cancellation);
        Assert.Equal(["erase", "erase asked for", "show"], lines.Select(line => line.Entry.Action));
        Assert.All(lines, line => Assert.Equal((0, 1), (line.Entry.Keys.Count, line.ErasedCount)));
        Assert.True((await audit.VerifyAsync(null, Cancellation)).IsWhole);
    }

    [Fact]
    public async Task Texts_that_people_wrote_keep_all_but_the_person()
    {
        await using var store = await FilledAsync();

        await MadeTwo.EraseAsync(_file, store, 2);

        var import = Assert.Single(await store.Interactions.ImportsAsync(Cancellation));
        Assert.Equal("mail of (erased).mbox", import.FileName);
        var view = Assert.Single(await store.NamedViews.ListAsync(Cancellation));
        Assert.Equal("Next to (erased)'s team", view.Reason);
        Assert.Equal(["other"], (await store.Cursors.ReadAsync("sent-items", Cancellation)).Keys);
    }

    [Theory]
    [InlineData("CREATE TRIGGER fault BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'power'); END", false)]
    [InlineData("CREATE TRIGGER fault BEFORE INSERT ON erasures BEGIN SELECT RAISE(ABORT, 'power'); END", false)]
    [InlineData("CREATE TRIGGER fault BEFORE INSERT ON audit WHEN NEW.action = 'erase' "
        + "BEGIN SELECT RAISE(ABORT, 'power'); END", true)]
    [InlineData("CREATE TRIGGER fault BEFORE UPDATE ON audit_keys BEGIN SELECT RAISE(ABORT, 'power'); END", true)]
    public async Task An_erasure_broken_off_leaves_the_person_and_no_line_or_is_finished_at_the_next_opening(
        string fault, bool isErased)
    {
        await using (var store = await FilledAsync())
        {
            await ChangeAsync(isErased ? AuditPath : _file.Path, fault);
            await Assert.ThrowsAsync<StoreException>(() => MadeTwo.EraseAsync(_file, store, 2));
        }
        await using (var audit = await AuditStore.OpenExistingAsync(_file.Connection, Cancellation))
            Assert.DoesNotContain(
                await audit.ListAsync(null, 10, Cancellation), line => line.Entry.Action == "erase");

        await ChangeAsync(isErased ? AuditPath : _file.Path, "DROP TRIGGER fault");
        await using (await _file.OpenAsync())
        await using (var store = await _file.OpenAsync())
        await using (var audit = await AuditStore.OpenExistingAsync(_file.Connection, Cancellation))
        {
            Assert.Equal(isErased, await store.People.FindKeyAsync(Key, Cancellation) is null);
            var lines = await audit.ListAsync(null, 10, Cancellation);
            Assert.Equal(isErased ? 1 : 0, lines.Count(line => line.Entry.Action == "erase"));
            Assert.True((await audit.VerifyAsync(null, Cancellation)).IsWhole);
        }
        Assert.Equal(isErased, ErasedBytes.Find(Folder, Words).Length == 0);
    }

    [Fact]
    public async Task A_line_that_is_written_is_not_written_again_when_the_erasure_is_finished()
    {
        await using (var store = await FilledAsync())
        {
            await ChangeAsync(
                _file.Path,
                "CREATE TRIGGER fault BEFORE DELETE ON unfinished_erasures BEGIN SELECT RAISE(ABORT, 'power'); END");
            await Assert.ThrowsAsync<StoreException>(() => MadeTwo.EraseAsync(_file, store, 2));
        }
        await ChangeAsync(_file.Path, "DROP TRIGGER fault");

        await using (await _file.OpenAsync())
        {
        }

        await using var audit = await AuditStore.OpenExistingAsync(_file.Connection, Cancellation);
        Assert.Single(await audit.ListAsync(null, 10, Cancellation), line => line.Entry.Action == "erase");
        Assert.Empty(ErasedBytes.Find(Folder, Words));
    }

    [Fact]
    public async Task Events_past_their_age_leave_the_log_at_the_next_opening_where_a_reader_kept_it()
    {
        await using var store = await FilledAsync();
        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(1, 2, 4)), () => [], null, Cancellation);
        var now = Made.Noon.AddDays(40);
        await store.Retention.SetAsync(new("it-IT", null), "legal", now, Cancellation);
        await using (await OpenReaderAsync(idle: false))
        {
            await store.Retention.DeletePastAsync(now, Cancellation);
            Assert.Equal(["store"], await _file.ExecuteAsync("SELECT place FROM due_wipes"));
        }

        await using (await _file.OpenAsync())
            Assert.Empty(await _file.ExecuteAsync("SELECT place FROM due_wipes"));
        Assert.False(File.Exists(_file.Path + "-wal"));
    }

    private static IEnumerable<DirectoryEntry> Entries =>
    [
        Made.Entry("1"),
        Made.Entry("e0777-made") with
        {
            Spelling = "E0777-made", Key = Key, Name = "Ada Made-Lovelace", Handles = [Handle],
        },
    ];

    private async Task<Store> FilledAsync()
    {
        var store = await _file.OpenAsync();
        await store.People.SaveAsync([.. Entries], Cancellation);
        var next = (await store.Interactions.AccountsAsync(Cancellation)).Max(account => account.Id).Value + 1;
        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(1, next, 1)), () => [new(new(next), Tagged)],
            appended => Task.FromResult(Record with { RowsStored = appended.Stored }), Cancellation);
        await store.Identities.SettleAsync(Cancellation);
        await store.NamedViews.RequestAsync(
            "caller", "changeSupport", "Next to Ada Made-Lovelace's team", Made.Noon, Cancellation);
        await store.Cursors.AdvanceAsync(
            new()
            {
                Source = "sent-items",
                At = Made.Noon,
                Cursors = new Dictionary<string, string?>
                {
                    ["E0777-made"] = "link", ["mailbox"] = "/users/" + Uri.EscapeDataString(Handle), ["other"] = "2",
                },
            },
            Cancellation);
        await using var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation);
        await audit.AppendAsync([MadeTwo.Asked with { Action = "show", Keys = [Key] }], Cancellation);
        return store;
    }

    private static ImportRecord Record => new()
    {
        At = Made.Noon,
        FileName = $"mail of {Handle.ToUpperInvariant()}.mbox",
        Format = "mbox",
        Sha256 = "",
        RowsRead = 1,
        RowsStored = 1,
        RowsAlreadyThere = 0,
        RowsToOneself = 0,
        RowsBad = 0,
    };

    /// <summary>As the API has it: open, and where it is not idle in the middle of reading.</summary>
    private async Task<SqliteConnection> OpenReaderAsync(bool idle)
    {
        var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = idle ? "SELECT count(*) FROM people" : "BEGIN; SELECT count(*) FROM people";
        await command.ExecuteScalarAsync(Cancellation);
        return connection;
    }

    private static async Task ChangeAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}

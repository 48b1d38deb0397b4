using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

/// <summary>The files of an embedded store: whole when closed, flushed when told so, their owner's.</summary>
public sealed class WholeFileTests : IDisposable
{
    private const long Full = 2;

    private static readonly AuditEntry Line = new()
    {
        At = Made.Noon, Caller = "caller", Roles = "Hr.Read", Action = "show", Detail = "a", Keys = ["k"],
    };

    private readonly SqliteFile _file = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string AuditPath => Path.ChangeExtension(_file.Path, ".audit.db");

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Store_opened_to_write_is_whole_when_it_is_closed()
    {
        await MakeAsync();
        await using (var store = await Store.OpenToWriteAsync(_file.Connection, Cancellation))
            await store.People.SaveAsync([Made.Entry("2")], Cancellation);

        RequireWhole(_file.Path, "people", 2);
    }

    [Fact]
    public async Task Store_is_whole_when_a_reader_closes_it_last()
    {
        await MakeAsync();
        var reader = await Store.OpenExistingAsync(_file.Connection, Cancellation);
        await using (var store = await Store.OpenToWriteAsync(_file.Connection, Cancellation))
        {
            await reader.People.ReadAsync(Cancellation);
            await store.People.SaveAsync([Made.Entry("2")], Cancellation);
        }
        await reader.DisposeAsync();

        RequireWhole(_file.Path, "people", 2);
    }

    [Fact]
    public async Task What_a_killed_process_left_in_the_log_is_in_the_file_after_the_next_command()
    {
        await MakeAsync();
        var killed = _file.Path + ".killed";
        await using (var store = await Store.OpenToWriteAsync(_file.Connection, Cancellation))
        {
            await store.People.SaveAsync([Made.Entry("2")], Cancellation);
            foreach (var end in (string[])["", "-wal"])
                File.Copy(_file.Path + end, killed + end);
        }

        await (await Store.OpenExistingAsync(killed, Cancellation)).DisposeAsync();

        RequireWhole(killed, "people", 2);
    }

    [Fact]
    public async Task What_a_killed_process_left_half_written_is_undone_before_the_file_is_read()
    {
        await MakeAsync();
        var killed = _file.Path + ".killed";
        await using (var writer = new SqliteConnection(_file.Connection + ";Pooling=False"))
        {
            await writer.OpenAsync(Cancellation);
            foreach (var sql in (string[])
                [
                    "PRAGMA journal_mode=DELETE", "PRAGMA foreign_keys=OFF", "PRAGMA cache_size=1",
                    "BEGIN IMMEDIATE", "DELETE FROM people",
                    "CREATE TABLE half (page TEXT)",
                    "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
                    + "INSERT INTO half SELECT printf('%02000d', i) FROM n",
                ])
                Read(writer, sql);
            foreach (var end in (string[])["", "-journal"])
                File.Copy(_file.Path + end, killed + end);
        }

        await using var store = await Store.OpenExistingAsync(killed, Cancellation);

        Assert.Single(await store.People.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task Audit_is_whole_when_it_is_closed()
    {
        await using (var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation))
            await audit.AppendAsync([Line], Cancellation);

        RequireWhole(AuditPath, "audit", 1);
    }

    [Fact]
    public async Task Closing_waits_for_nobody_who_still_reads()
    {
        await MakeAsync();
        await using var reading = new SqliteConnection(_file.Connection + ";Pooling=False");
        await reading.OpenAsync(Cancellation);
        await using var transaction = reading.BeginTransaction(deferred: true);
        Read(reading, "SELECT count(*) FROM people");
        var began = TimeProvider.System.GetTimestamp();
        await using (var store = await Store.OpenToWriteAsync(_file.Connection, Cancellation))
            await store.People.SaveAsync([Made.Entry("2")], Cancellation);

        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 20);
        Assert.Equal(1L, Read(reading, "SELECT count(*) FROM people"));
    }

    [Fact]
    public async Task Consents_erasures_and_audit_lines_are_flushed_to_the_disk_before_they_are_acknowledged()
    {
        await MakeAsync();
        await using var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation);
        await WatchAsync(_file.Path, "consents");
        await WatchAsync(_file.Path, "erasures");
        await WatchAsync(AuditPath, "audit");
        await using (var store = await Store.OpenToWriteAsync(_file.Connection, Cancellation))
        {
            var person = (await store.People.ReadAsync(Cancellation))[0].Id;
            await store.Consents.RecordAsync([Objection(person.Value)], Cancellation);
            await store.Erasures.EraseAsync(person, audit, MadeTwo.Asked, Cancellation);
        }
        await audit.AppendAsync([Line], Cancellation);

        foreach (var (path, table) in ((string, string)[])
            [(_file.Path, "consents"), (_file.Path, "erasures"), (AuditPath, "audit")])
            Assert.Equal(Full, Read(path, $"SELECT max(level) FROM flushed_{table} HAVING min(level) = max(level)"));
    }

    [Fact]
    public async Task Files_of_store_and_audit_are_for_their_owner_alone_from_the_beginning()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has the rights of the folder instead.");
        await using var store = await _file.OpenAsync();
        await using var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation);
        await store.People.SaveAsync([Made.Entry("1")], Cancellation);
        await audit.AppendAsync([Line], Cancellation);

        var files = Directory.GetFiles(Path.GetDirectoryName(_file.Path)!);
        Assert.Contains(_file.Path + "-wal", files);
        Assert.Contains(_file.Path + "-shm", files);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(file)));
    }

    private static UnixFileMode ModeOf(string file) =>
        OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);

    private static ConsentRecord Objection(int person) => new()
    {
        PersonId = new(person), State = ConsentState.Excluded, TextVersion = "", At = Made.Noon, Channel = "letter",
        RecordedBy = "operator", RecordedAt = Made.Noon,
    };

    private async Task MakeAsync()
    {
        await using var store = await _file.OpenAsync();
        await store.People.SaveAsync([Made.Entry("1")], Cancellation);
    }

    /// <summary>Notes of each row how far its connection flushes.</summary>
    private static async Task WatchAsync(string path, string table)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(Cancellation);
        Read(connection, $"CREATE TABLE flushed_{table} (level INTEGER)");
        Read(connection, $"CREATE TRIGGER watch_{table} AFTER INSERT ON {table} BEGIN "
            + $"INSERT INTO flushed_{table} SELECT synchronous FROM pragma_synchronous; END");
    }

    private static void RequireWhole(string path, string table, long rows)
    {
        Assert.False(File.Exists(path + "-wal") && new FileInfo(path + "-wal").Length > 0, "The log holds rows.");
        var copy = path + ".copy";
        File.Copy(path, copy);
        Assert.Equal(rows, Read(copy, $"SELECT count(*) FROM {table}"));
    }

    private static object? Read(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return Read(connection, sql);
    }

    private static object? Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

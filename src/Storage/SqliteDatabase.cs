using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>A store in one SQLite file.</summary>
internal sealed class SqliteDatabase(SqliteConnectionStringBuilder settings, bool isAudit = false)
    : Database(isAudit ? AuditStatements : Statements)
{
    private static readonly Queries Statements = new("sqlite");
    private static readonly Queries AuditStatements = new("sqlite", migrations: "audit");

    /// <summary>How often, a tenth of a second apart, the log is tried while others read it.</summary>
    private const int LogAttempts = 20;

    // EWOULDBLOCK of flock, and ERROR_SHARING_VIOLATION.
    private const int HeldOnUnix = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private readonly string _connectionString = settings.ConnectionString;

    public override string Place => settings.DataSource;

    public override string FilePath => settings.DataSource;

    public override bool IsAuditFile => isAudit;

    public override string Foreign => "an SQLite file of another program. Name another file with --store";

    public override async Task<Session> BeginReadAsync(CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        return new(this, connection, connection.BeginTransaction(deferred: true), cancellation);
    }

    public override async Task<Session> BeginWriteAsync(CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        try
        {
            await connection.ExecuteAsync(Queries[Query.PrepareWrite]);
            return new(this, connection, connection.BeginTransaction(deferred: false), cancellation);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// On a file beside the store: the system frees it with the process. It stays, empty, because removing it would
    /// let two processes lock two files of one name.
    /// </summary>
    public override Task<IAsyncDisposable?> TryLockNightAsync(CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<IAsyncDisposable?>(new FileStream(
                Path.ChangeExtension(FilePath, ".night"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None));
        }
        catch (IOException e) when (e.HResult is HeldOnUnix or HeldOnMac or HeldOnWindows)
        {
            return Task.FromResult<IAsyncDisposable?>(null);
        }
    }

    public override InteractionInsert InsertInto(
        DbConnection connection, DbTransaction transaction, CancellationToken cancellation) =>
        new PreparedInsert((SqliteConnection)connection, Queries[Query.AppendInteraction]);

    public override Task<int> ExecuteAsync<T>(
        DbConnection connection, DbTransaction transaction, Query query, IEnumerable<T> rows,
        CancellationToken cancellation) =>
        Task.FromResult(PreparedRows.Execute((SqliteConnection)connection, Queries[query], rows, cancellation));

    public override async Task LetReadersGoOnAsync(bool isNew, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        await connection.ExecuteAsync(Queries[Query.LetReadersGoOn]);
    }

    public override Task<WipeLeft> WipeDeletedAsync(bool onlyLog, CancellationToken cancellation) =>
        ExplainedAsync(
            async () =>
            {
                await using var connection = await ConnectAsync(cancellation);
                try
                {
                    if (!onlyLog)
                        await connection.ExecuteAsync(new CommandDefinition(
                            Queries[Query.WipeDeleted], commandTimeout: 0, cancellationToken: cancellation));
                    onlyLog = true;
                    // Its first column is 1 where a reader still needs the log.
                    for (var attempt = 1; await connection.ExecuteScalarAsync<long>(Queries[Query.TruncateLog]) != 0;
                        attempt++)
                    {
                        if (attempt == LogAttempts)
                            return WipeLeft.Log;
                        await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
                    }
                    return WipeLeft.Nothing;
                }
                catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY
                    or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_FULL)
                {
                    return onlyLog ? WipeLeft.Log : WipeLeft.All;
                }
            },
            cancellation);

    public override void RequireFile()
    {
        if (!File.Exists(FilePath))
            throw Missing();
    }

    public override bool IsTaken(DbException e) =>
        e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT };

    public override void Close()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    protected override string Explain(DbException e) => (e as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => Locked,
        SQLitePCL.raw.SQLITE_CANTOPEN =>
            $"The store {Place} cannot be opened. Does its folder exist, and may this user write there?",
        SQLitePCL.raw.SQLITE_READONLY =>
            $"The store {Place} is open for reading only. Give this user the right to write.",
        SQLitePCL.raw.SQLITE_FULL =>
            $"The disk of the store {Place} is full; nothing was stored. Make room, then try again.",
        SQLitePCL.raw.SQLITE_NOTADB => $"{Place} is no SQLite file. Name another file with --store.",
        SQLitePCL.raw.SQLITE_CORRUPT => $"The store {Place} is damaged. Restore it from a backup.",
        _ => $"The store {Place} failed: {e.Message}",
    };

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}

using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>A store in one SQLite file.</summary>
internal sealed partial class SqliteDatabase(SqliteConnectionStringBuilder settings, bool isAudit = false)
    : Database(isAudit ? AuditStatements : Statements)
{
    private static readonly Queries Statements = new("sqlite");
    private static readonly Queries AuditStatements = new("sqlite", migrations: "audit");

    /// <summary>How often the log is tried while others read it, every tenth of a second.</summary>
    private const int LogAttempts = 20;

    // EWOULDBLOCK of flock, and ERROR_SHARING_VIOLATION.
    private const int HeldOnUnix = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    /// <summary>Longest wait for another process when the log is moved into the file at the end.</summary>
    private const int CloseSeconds = 1;

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

    public override InteractionInsert InsertInto(Session session) =>
        new PreparedInsert(((SqliteConnection)session.Connection).Handle!, Queries[Query.AppendInteraction]);

    public override Task<int> ExecuteAsync<T>(Session session, Query query, IEnumerable<T> rows) => Task.FromResult(
        PreparedRows.Execute((SqliteConnection)session.Connection, Queries[query], rows, session.Cancellation));

    /// <summary>On a new store this is the first write to the disk.</summary>
    public override Task LetReadersGoOnAsync(bool isNew, CancellationToken cancellation) =>
        ExplainedAsync(
            async () =>
            {
                await using var connection = await ConnectAsync(cancellation);
                return await connection.ExecuteAsync(Queries[Query.LetReadersGoOn]);
            },
            cancellation);

    public override Task<WipeLeft> WipeDeletedAsync(bool onlyLog, CancellationToken cancellation) =>
        ExplainedAsync(
            async () =>
            {
                await using var connection = await ConnectAsync(cancellation);
                // A reader is waited for between the attempts.
                SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, 0);
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

    public override bool IsTaken(DbException e) =>
        e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT };

    /// <summary>Copies the state of one instant to a new file, while others read and write.</summary>
    /// <param name="path">Of the copy, for its owner alone to read.</param>
    /// <param name="read">Reads the same state.</param>
    /// <param name="progress">Receives the share that is copied.</param>
    /// <param name="cancellation">Ends it; a part of the copy stays.</param>
    public Task<T> CopyToAsync<T>(
        string path, Func<Session, Task<T>> read, IProgress<double>? progress, CancellationToken cancellation) =>
        ExplainedAsync(
            async () =>
            {
                PrivateFile.MakeIfMissing(path);
                await using var connection = await ConnectAsync(cancellation);
                await using var transaction = connection.BeginTransaction(deferred: true);
                // Its first read fixes the state that the pages are copied from.
                var seen = await read(new(this, connection, transaction, cancellation));
                await using var copy = Unpooled(path);
                await copy.OpenAsync(cancellation);
                await Task.Run(() => CopiedPages.Copy(connection, copy, progress, cancellation), cancellation);
                return seen;
            },
            cancellation);

    /// <summary>Takes the file for this process alone, to replace what is in it.</summary>
    /// <exception cref="StoreBusyException">Another process has it open.</exception>
    public Task<HeldFile> HoldAsync(CancellationToken cancellation) =>
        ExplainedAsync(
            async () =>
            {
                Close();
                PrivateFile.MakeIfMissing(FilePath);
                var connection = Unpooled(FilePath, timeoutSeconds: CloseSeconds);
                try
                {
                    await connection.OpenAsync(cancellation);
                    foreach (var query in (Query[])[Query.PrepareWrite, Query.LetReadersWait, Query.HoldFile])
                        await connection.ExecuteAsync(Queries[query]);
                    // The lock of this transaction outlives it.
                    await connection.BeginTransaction(deferred: false).CommitAsync(cancellation);
                    return new HeldFile(this, connection);
                }
                catch
                {
                    await connection.DisposeAsync();
                    throw;
                }
            },
            cancellation);

    /// <summary>
    /// Lets go of the pool's connections. The last connection that can write moves the log into the file when it
    /// closes; one that only reads cannot, so where it closes last the log would stay beside the file, and a copy of
    /// the file alone would lack the last night.
    /// </summary>
    public override void Close()
    {
        using (var pooled = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(pooled);
        if (new FileInfo(FilePath + "-wal") is not { Exists: true, Length: > 0 })
            return;
        try
        {
            using var connection = Unpooled(FilePath, SqliteOpenMode.ReadWrite, CloseSeconds);
            connection.Open();
            connection.Execute(Queries[Query.TruncateLog]);
        }
        catch (SqliteException)
        {
            // Nothing is lost: this user may only read, or another process is at work and moves the log when it ends.
        }
    }

    /// <summary>A connection that lets go of the file when it is closed.</summary>
    public static SqliteConnection Unpooled(
        string path, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate, int timeoutSeconds = 30) =>
        new(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = timeoutSeconds,
        }.ConnectionString);

    protected override StoreException Explain(DbException e) => (e as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => Busy(e),
        SQLitePCL.raw.SQLITE_FULL => Full(e),
        // Over a quota, past a limit of the file system, or shared memory that finds no room.
        SQLitePCL.raw.SQLITE_IOERR => new StoreFullException(
            $"The disk of the store {Place} does not take or give what it should: it is full, over a quota, or "
            + "failing. Nothing of the unfinished step was stored. Make room, then try again.",
            e),
        _ => new(Describe(e), e),
    };

    private string Describe(DbException e) => (e as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_CANTOPEN =>
            $"The store {Place} cannot be opened. Does its folder exist, and may this user write there?",
        SQLitePCL.raw.SQLITE_READONLY =>
            $"The store {Place} is open for reading only. Give this user the right to write.",
        SQLitePCL.raw.SQLITE_NOTADB => $"{Place} is no SQLite file. Name another file with --store.",
        SQLitePCL.raw.SQLITE_CORRUPT =>
            $"The store {Place} is damaged. Move it away, then bring a backup back: influencermap restore FILE.",
        _ => $"The store {Place} failed: {e.Message}",
    };
}

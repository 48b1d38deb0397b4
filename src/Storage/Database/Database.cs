using System.Data.Common;
using Dapper;

namespace InfluencerMap.Storage;

/// <summary>Where a store lies: opens sessions on it, and says in one line for people what it refuses.</summary>
internal abstract class Database(Queries queries)
{
    static Database()
    {
        Cells.Register();
        SqlMapper.TypeMapProvider = row => new RowMap(row);
    }

    public Queries Queries { get; } = queries;

    /// <summary>The clock by which events age.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>For messages: never more than a path, or a database and its server.</summary>
    public abstract string Place { get; }

    /// <summary>What it is when its tables are another program's, with the remedy.</summary>
    public abstract string Foreign { get; }

    /// <summary>Whether it is an audit in a file of its own, with no table but the audit's.</summary>
    public virtual bool IsAuditFile => false;

    /// <summary>The schema since which an audit knows the keys that it has had.</summary>
    public int EpochsSince => IsAuditFile ? 2 : 22;

    /// <summary>The file of an embedded store; null on a server.</summary>
    public virtual string? FilePath => null;

    /// <summary>Whether the file of an embedded store is there; a server's database is.</summary>
    public bool Exists => FilePath is not { } file || File.Exists(file);

    /// <summary>The file of the audit beside an embedded store; null on a server.</summary>
    public string? AuditFile => FilePath is { } file ? Path.ChangeExtension(file, ".audit.db") : null;

    /// <summary>Reads from one state of the store, whatever is written meanwhile.</summary>
    public Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellation) =>
        ExplainedAsync(
            async () =>
            {
                await using var session = await BeginReadAsync(cancellation);
                return await read(session);
            },
            cancellation);

    public Task<T[]> QueryAsync<T>(Query query, object? parameters, CancellationToken cancellation) =>
        ReadAsync(session => session.QueryAsync<T>(query, parameters), cancellation);

    /// <returns>The first row; null where there is none.</returns>
    public Task<T?> FirstAsync<T>(Query query, object? parameters, CancellationToken cancellation) =>
        ReadAsync(session => session.FirstAsync<T>(query, parameters), cancellation);

    /// <returns>How many rows were changed.</returns>
    public Task<int> ExecuteAsync(Query query, object parameters, CancellationToken cancellation) =>
        WriteAsync(session => session.ExecuteAsync(query, parameters), cancellation);

    /// <summary>Holds the write lock during the work, then commits; any exception undoes it all.</summary>
    public Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellation) =>
        ExplainedAsync(
            async () =>
            {
                await using var session = await BeginWriteAsync(cancellation);
                var result = await write(session);
                cancellation.ThrowIfCancellationRequested();
                await session.CommitAsync();
                return result;
            },
            cancellation);

    /// <summary>For readers that stream; the others use <see cref="ReadAsync"/>.</summary>
    public abstract Task<Session> BeginReadAsync(CancellationToken cancellation);

    /// <summary>Waits for the write lock; the end of the session frees it.</summary>
    public abstract Task<Session> BeginWriteAsync(CancellationToken cancellation);

    /// <summary>Takes the lock of the night, which ends with this process if not before.</summary>
    /// <returns>Disposing it frees the lock; null where another holds it.</returns>
    public abstract Task<IAsyncDisposable?> TryLockNightAsync(CancellationToken cancellation);

    /// <summary>Takes rows of interactions in the fastest way of this database.</summary>
    public abstract InteractionInsert InsertInto(Session session);

    /// <summary>Runs a statement for each of many rows, in the fastest way of this database.</summary>
    /// <returns>Rows changed.</returns>
    public abstract Task<int> ExecuteAsync<T>(Session session, Query query, IEnumerable<T> rows);

    /// <summary>Before the tables are brought up to date: lets readers go on while a writer works.</summary>
    /// <param name="isNew">Whether the database holds no store yet.</param>
    /// <param name="cancellation">Ends it.</param>
    public abstract Task LetReadersGoOnAsync(bool isNew, CancellationToken cancellation);

    /// <summary>Before a store is opened that must be there: opening would make an embedded one.</summary>
    /// <exception cref="StoreException">There is no file.</exception>
    public void RequireFile()
    {
        if (!Exists)
            throw Missing();
    }

    public StoreException Missing() =>
        new($"There is no store at {Place}. Name another with --store, or begin with influencermap demo or "
            + "import people.");

    /// <summary>After rows were deleted that must not be readable any more, not even past this program.</summary>
    /// <param name="onlyLog">Whether the file is written anew already, and its log alone is left.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What is left to do: other processes that read or write may be in the way.</returns>
    public abstract Task<WipeLeft> WipeDeletedAsync(bool onlyLog, CancellationToken cancellation);

    /// <summary>Whether a row was refused because its key is there already.</summary>
    public abstract bool IsTaken(DbException e);

    /// <summary>Lets go of files.</summary>
    public virtual void Close()
    {
    }

    public async Task<T> ExplainedAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (DbException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (DbException e)
        {
            throw Explain(e);
        }
    }

    protected StoreBusyException Busy(DbException? inner = null) =>
        new($"The store {Place} is locked by another process. Wait until it is done, then try again.", inner);

    protected StoreFullException Full(DbException inner) =>
        new($"The disk of the store {Place} is full; nothing was stored. Make room, then try again.", inner);

    protected abstract StoreException Explain(DbException e);
}

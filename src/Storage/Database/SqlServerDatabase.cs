using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace InfluencerMap.Storage;

/// <summary>A store in a database of SQL Server 2019 or later, or of Azure SQL.</summary>
/// <param name="writeLock">Writers of one name wait for each other, and for no others.</param>
internal sealed class SqlServerDatabase(
    SqlConnectionStringBuilder settings, bool readOnly, string writeLock) : Database(Statements)
{
    private const string NightLockName = "InfluencerMap night";

    private static readonly Queries Statements = new("sqlserver");

    private readonly string _connectionString = settings.ConnectionString;

    public override string Place => $"{settings.InitialCatalog} on {settings.DataSource}";

    public override string Foreign => "a database with tables of another program. Give InfluencerMap its own";

    public override async Task<Session> BeginReadAsync(CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        return new(this, connection, connection.BeginTransaction(IsolationLevel.ReadCommitted), cancellation);
    }

    public override async Task<Session> BeginWriteAsync(CancellationToken cancellation)
    {
        if (readOnly)
            throw new StoreException($"The store {Place} is open for reading only.");
        var connection = await ConnectAsync(cancellation);
        try
        {
            var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
            if (!await LockAsync(
                connection, transaction, writeLock, "Transaction", settings.CommandTimeout, cancellation))
                throw Busy();
            return new(this, connection, transaction, cancellation, timeoutSeconds: 0);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override InteractionInsert InsertInto(Session session) => new BulkInsert(session);

    /// <summary>Once for all rows where the statement takes them as a table, else one by one.</summary>
    public override Task<int> ExecuteAsync<T>(Session session, Query query, IEnumerable<T> rows) =>
        RowTable.NamedIn(Queries, query) is { } table
            ? table.ExecuteAsync(session, rows)
            : session.ExecuteAsync(query, (object)rows);

    /// <summary>
    /// Asked once, when the store is made, and never forced: the server's operator may refuse, or turn it off later.
    /// </summary>
    public override async Task LetReadersGoOnAsync(bool isNew, CancellationToken cancellation)
    {
        if (!isNew)
            return;
        await using var connection = await ConnectAsync(cancellation);
        try
        {
            await connection.ExecuteAsync(
                new CommandDefinition(Queries[Query.LetReadersGoOn], cancellationToken: cancellation));
        }
        catch (SqlException) when (!cancellation.IsCancellationRequested)
        {
            // Schema reads the state as it is; doctor says how to change it.
        }
    }

    public override async Task<IAsyncDisposable?> TryLockNightAsync(CancellationToken cancellation)
    {
        // Of its own, not from the pool: closing it ends the session, and with it the lock.
        var unpooled = new SqlConnectionStringBuilder(_connectionString) { Pooling = false };
        var connection = new SqlConnection(unpooled.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            if (await LockAsync(connection, null, NightLockName, "Session", waitSeconds: 0, cancellation))
                return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    /// <summary>As far as this login may: docs/operations.md says which right it takes.</summary>
    public override async Task<WipeLeft> WipeDeletedAsync(bool onlyLog, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        foreach (var query in (Query[])[Query.WipeDeleted, Query.TruncateLog])
        {
            try
            {
                await connection.ExecuteAsync(new CommandDefinition(
                    Queries[query], commandTimeout: 0, cancellationToken: cancellation));
            }
            catch (SqlException) when (!cancellation.IsCancellationRequested)
            {
                // The rows are gone; overwriting what they left in pages is the right of the database's owner.
            }
        }
        return WipeLeft.Nothing;
    }

    public override bool IsTaken(DbException e) => e is SqlException { Number: 2601 or 2627 };

    protected override StoreException Explain(DbException e) => (e as SqlException)?.Number switch
    {
        1205 or 1222 => Busy(e),
        1105 or 9002 => Full(e),
        _ => new(Describe(e), e),
    };

    /// <summary>The server's own texts may quote a row, so only their numbers are passed on.</summary>
    private string Describe(DbException e) => (e as SqlException)?.Number switch
    {
        -2 => $"The store {Place} did not answer in time. Is another program holding it? "
            + "A longer time is Command Timeout=600 in the connection string.",
        229 or 230 or 262 or 297 or 300 =>
            $"This login may not do that in the store {Place}. docs/operations.md lists the rights that it needs.",
        4060 => $"There is no database {Place} that this login may open. docs/operations.md says how to make it.",
        18456 => $"The server of the store {Place} refused the login. Check user and password, or the identity.",
        -2146893019 => $"The server of the store {Place} has a certificate that this machine does not trust.",
        { } number when e is SqlException { Class: >= 20 } =>
            $"The server of the store {Place} cannot be reached (error {number}). Is its address right, is it up?",
        { } number => $"The store {Place} failed: SQL Server error {number}.",
        _ => $"The store {Place} failed: {e.GetType().Name}.",
    };

    /// <summary>
    /// In place of SQLite's write lock and a night's lock file: one holder, until its transaction or session ends.
    /// </summary>
    private async Task<bool> LockAsync(
        SqlConnection connection, SqlTransaction? transaction, string name, string owner, int waitSeconds,
        CancellationToken cancellation) =>
        await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Queries[Query.PrepareWrite], new { Lock = name, Owner = owner, WaitMs = waitSeconds * 1000 }, transaction,
            commandTimeout: waitSeconds + 5, cancellationToken: cancellation)) >= 0;

    private async Task<SqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new SqlConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}

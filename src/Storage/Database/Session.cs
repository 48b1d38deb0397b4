using System.Data.Common;
using Dapper;

namespace InfluencerMap.Storage;

/// <summary>One connection inside one transaction: what is not committed when it is disposed is undone.</summary>
/// <param name="timeoutSeconds">Limit of one statement, 0 for no limit; null = as the connection string says.</param>
internal sealed class Session(
    Database database, DbConnection connection, DbTransaction transaction, CancellationToken cancellation,
    int? timeoutSeconds = null)
    : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public CancellationToken Cancellation => cancellation;

    /// <summary>UTC, by the clock of the store.</summary>
    public DateTime Now => database.Clock.GetUtcNow().UtcDateTime;

    public async Task<T[]> QueryAsync<T>(Query query, object? parameters = null) =>
        [.. await connection.QueryAsync<T>(Command(query, parameters))];

    public async Task<T[]> QueryAsync<TRow, T>(Query query, Func<TRow, T> map, object? parameters = null) =>
        [.. (await connection.QueryAsync<TRow>(Command(query, parameters))).Select(map)];

    public async Task<T?> FirstAsync<T>(Query query, object? parameters = null) =>
        await connection.QueryFirstOrDefaultAsync<T>(Command(query, parameters));

    /// <returns>Rows changed.</returns>
    public Task<int> ExecuteAsync(Query query, object? parameters = null) =>
        connection.ExecuteAsync(Command(query, parameters));

    /// <summary>Runs the statement for each row.</summary>
    /// <returns>Rows changed.</returns>
    public Task<int> ExecuteAsync<T>(Query query, IEnumerable<T> rows) =>
        database.ExecuteAsync(this, query, rows);

    /// <summary>The file of an embedded store; null on a server.</summary>
    public string? FilePath => database.FilePath;

    /// <inheritdoc cref="Database.AuditFile"/>
    public string? AuditFile => database.AuditFile;

    /// <summary>For the append of many rows.</summary>
    public InteractionInsert InsertInteractions() => database.InsertInto(this);

    /// <summary>For a reader that streams.</summary>
    public Task<DbDataReader> ReadAsync(Query query, object parameters) =>
        connection.ExecuteReaderAsync(Command(query, parameters));

    /// <summary>Whether a row was refused because its key is there already.</summary>
    public bool IsTaken(DbException e) => database.IsTaken(e);

    public Task MigrateAsync(string migration) => connection.ExecuteAsync(Command(migration));

    public Task CommitAsync() => transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private CommandDefinition Command(Query query, object? parameters) =>
        Command(database.Queries[query], parameters);

    private CommandDefinition Command(string text, object? parameters = null) =>
        new(text, parameters, transaction, timeoutSeconds, cancellationToken: cancellation);
}

using Dapper;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>One connection inside one transaction: what is not committed when it is disposed is undone.</summary>
internal sealed class Session(
    SqliteConnection connection, SqliteTransaction transaction, Queries queries, CancellationToken cancellation)
    : IAsyncDisposable
{
    public async Task<T[]> QueryAsync<T>(Query query, object? parameters = null) =>
        [.. await connection.QueryAsync<T>(Command(query, parameters))];

    public async Task<T[]> QueryAsync<TRow, T>(Query query, Func<TRow, T> map, object? parameters = null) =>
        [.. (await connection.QueryAsync<TRow>(Command(query, parameters))).Select(map)];

    public async Task<T?> FirstAsync<T>(Query query, object? parameters = null) =>
        await connection.QueryFirstOrDefaultAsync<T>(Command(query, parameters));

    public async Task<TResult[]> QueryAsync<T1, T2, T3, TResult>(
        Query query, Func<T1, T2, T3, TResult> map, object parameters, string splitOn) =>
        [.. await connection.QueryAsync(Command(query, parameters), map, splitOn)];

    /// <summary>Runs the statement once, or once for each item where the parameters are a sequence.</summary>
    /// <returns>Rows changed.</returns>
    public Task<int> ExecuteAsync(Query query, object? parameters = null) =>
        connection.ExecuteAsync(Command(query, parameters));

    /// <summary>For the append of many rows.</summary>
    public InteractionInsert PrepareInsert(Query query) => new(connection, queries[query]);

    /// <summary>For a reader that streams.</summary>
    public SqliteCommand Prepare(Query query)
    {
        var command = connection.CreateCommand();
        command.CommandText = queries[query];
        return command;
    }

    public Task CommitAsync() => transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private CommandDefinition Command(Query query, object? parameters) =>
        new(queries[query], parameters, transaction, cancellationToken: cancellation);
}

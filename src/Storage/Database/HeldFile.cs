using Dapper;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>An SQLite file that nobody else has open and nobody else can write, until this is disposed.</summary>
internal sealed class HeldFile(SqliteDatabase database, SqliteConnection connection) : IAsyncDisposable
{
    public Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellation) =>
        database.ExplainedAsync(
            async () =>
            {
                await using var transaction = connection.BeginTransaction(deferred: true);
                return await read(new(database, connection, transaction, cancellation));
            },
            cancellation);

    /// <summary>
    /// Replaces all that is in the file, in one step: a process that is killed meanwhile leaves what was there, which
    /// SQLite brings back from its journal when the file is opened next.
    /// </summary>
    public Task ReplaceByAsync(string path, IProgress<double>? progress, CancellationToken cancellation) =>
        database.ExplainedAsync(
            async () =>
            {
                await using var from = SqliteDatabase.Unpooled(path, SqliteOpenMode.ReadWrite);
                await from.OpenAsync(cancellation);
                await Task.Run(() => CopiedPages.Copy(from, connection, progress, cancellation), cancellation);
                return true;
            },
            cancellation);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (new FileInfo(database.FilePath).Length > 0)
                await connection.ExecuteAsync(database.Queries[Query.LetReadersGoOn]);
        }
        catch (SqliteException)
        {
            // Whoever opens the store to write next turns its log on again.
        }
        await connection.DisposeAsync();
        Leftovers.RemoveJournal(database.FilePath);
    }
}

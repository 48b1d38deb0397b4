using Dapper;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>Brings a store's tables to the version of this program, and refuses files that are none of ours.</summary>
internal static class Schema
{
    /// <summary>"InfM" in ASCII, as the first migration writes it.</summary>
    private const long ApplicationId = 0x496E664D;

    /// <summary>Creates or brings up to date. Two processes may do this at once: the second finds it done.</summary>
    public static async Task MigrateAsync(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await RefuseAsync(connection, database);
        await connection.ExecuteAsync(database.Queries[Query.UseWriteAheadLog]);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var version = await RefuseAsync(connection, database);
        foreach (var migration in database.Queries.Migrations.Skip(version))
            await connection.ExecuteAsync(new CommandDefinition(migration, cancellationToken: cancellation));
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>For readers, who change nothing.</summary>
    public static async Task RequireAsync(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var version = await RefuseAsync(connection, database);
        if (version < database.Queries.Migrations.Count)
            throw new StoreException(
                $"The store {database.Place} has schema {version}, older than the {database.Queries.Migrations.Count} "
                + "of this program. Run influencermap import or nightly on it once; that brings it up to date.");
    }

    /// <returns>The schema version, 0 for an empty file.</returns>
    private static async Task<int> RefuseAsync(SqliteConnection connection, Database database)
    {
        var state = await connection.QuerySingleAsync<State>(database.Queries[Query.ReadSchemaState]);
        if (state.ApplicationId != ApplicationId && state.ObjectCount > 0)
            throw new StoreException(
                $"{database.Place} is an SQLite file of another program. Name another file with --store.");
        if (state.Version > database.Queries.Migrations.Count)
            throw new StoreException(
                $"The store {database.Place} has schema {state.Version}, newer than the "
                + $"{database.Queries.Migrations.Count} of this program. Install the newer program.");
        return (int)state.Version;
    }

    private sealed record State(long ApplicationId, long Version, long ObjectCount);
}

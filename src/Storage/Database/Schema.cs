namespace InfluencerMap.Storage;

/// <summary>Brings a store's tables to the version of this program, and refuses those of another program.</summary>
internal static class Schema
{
    /// <summary>"InfM" in ASCII, as the first migration writes it.</summary>
    private const long ApplicationId = 0x496E664D;

    /// <summary>"InfA": an audit in a file of its own.</summary>
    private const long AuditId = 0x496E6641;

    /// <summary>Earlier versions made every table of a store in the file of an audit, since this schema.</summary>
    private const long AuditSince = 10;

    /// <summary>The schema of a store that this program makes.</summary>
    public static long Newest => new Queries("sqlite").Migrations.Count;

    /// <summary>Creates or brings up to date. Two processes may do this at once: the second finds it done.</summary>
    public static async Task<State> MigrateAsync(Database database, CancellationToken cancellation)
    {
        var before = await database.ReadAsync(session => RefuseAsync(session, database), cancellation);
        await database.LetReadersGoOnAsync(isNew: before.Version == 0, cancellation);
        return await database.WriteAsync(
            async session =>
            {
                var state = await RefuseAsync(session, database);
                foreach (var migration in database.Queries.Migrations.Skip((int)state.Version))
                    await session.MigrateAsync(migration);
                return await ReadAsync(session);
            },
            cancellation);
    }

    /// <summary>For readers, who change nothing.</summary>
    public static async Task<State> RequireAsync(Database database, CancellationToken cancellation)
    {
        var state = await FindAsync(database, cancellation);
        return state.Version == database.Queries.Migrations.Count
            ? state
            : throw new StoreException(
                $"The store {database.Place} has schema {state.Version}, older than the "
                + $"{database.Queries.Migrations.Count} of this program. "
                + "Run influencermap import or nightly on it once; that brings it up to date.");
    }

    /// <summary>The schema of a store that must be there, old or new.</summary>
    public static Task<State> FindAsync(Database database, CancellationToken cancellation)
    {
        database.RequireFile();
        return database.ReadAsync(
            async session => await RefuseAsync(session, database) is { ObjectCount: > 0 } state
                ? state
                : throw database.Missing(),
            cancellation);
    }

    /// <summary>0 where there are no tables yet.</summary>
    public static async Task<long> VersionAsync(Session session, Database database) =>
        (await RefuseAsync(session, database)).Version;

    private static async Task<State> ReadAsync(Session session) =>
        (await session.FirstAsync<State>(Query.ReadSchemaState))!;

    private static async Task<State> RefuseAsync(Session session, Database database)
    {
        var state = await ReadAsync(session);
        if (database.IsAuditFile && state.ApplicationId == ApplicationId && state.Version >= AuditSince)
            state = state with { ApplicationId = AuditId, Version = 1 };
        if (state.ApplicationId != (database.IsAuditFile ? AuditId : ApplicationId) && state.ObjectCount > 0)
            throw new StoreException($"{database.Place} is {database.Foreign}.");
        if (state.Version > database.Queries.Migrations.Count)
            throw new StoreException(
                $"The store {database.Place} has schema {state.Version}, newer than the "
                + $"{database.Queries.Migrations.Count} of this program. Install the newer program.");
        return state;
    }

    /// <param name="ApplicationId">Whose tables these are.</param>
    /// <param name="Version">The schema, 0 where there is none.</param>
    /// <param name="ObjectCount">Tables of anybody.</param>
    /// <param name="ReadersWait">1 where readers wait for a writer to end.</param>
    public sealed record State(long ApplicationId, long Version, long ObjectCount, long ReadersWait);
}

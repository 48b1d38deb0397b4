using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>How the audit is opened, and with which key: a key is made only where nothing depends on one.</summary>
public sealed partial class AuditStore
{
    private readonly byte[] _key;

    private AuditStore(Database database, byte[] key) => (_database, _key, _chain) = (database, key, new(key));

    /// <summary>Opens to write, and makes the file and its tables where there are none.</summary>
    /// <param name="connectionString">That of the store.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The key is missing, or another one than the audit was written with.</exception>
    public static async Task<AuditStore> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var database = Connection.ParseAudit(connectionString, readOnly: false);
        var key = AuditKey.Find(database.FilePath);
        if (key is null && await DependsAsync(connectionString, cancellation))
            throw AuditKey.Missing(database.FilePath);
        key ??= AuditKey.Create(database.FilePath);
        await MigrateAsync(database, cancellation);
        return await OpenAsync(database, key, cancellation);
    }

    /// <summary>Opens an audit that is there, to read it: nothing is made.</summary>
    /// <param name="connectionString">That of the store.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">Store, audit or key is missing, or the key is another one.</exception>
    public static async Task<AuditStore> OpenExistingAsync(string connectionString, CancellationToken cancellation)
    {
        Connection.Parse(connectionString, readOnly: true).RequireFile();
        var database = Connection.ParseAudit(connectionString, readOnly: true);
        if (!database.Exists)
            throw new StoreException(
                $"There is no audit at {database.Place}: nobody was shown yet and nothing was changed, or it was taken "
                + "away.");
        return await OpenAsync(database, AuditKey.Require(database.FilePath), cancellation);
    }

    /// <summary>Where the key comes from, for a look at the installation. It must fit; none is made.</summary>
    /// <param name="connectionString">That of the store.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <exception cref="StoreException">The key is missing, or another one than the audit was written with.</exception>
    public static async Task<string> DescribeKeyAsync(string connectionString, CancellationToken cancellation)
    {
        var database = Connection.ParseAudit(connectionString, readOnly: true);
        var file = database.FilePath;
        if (AuditKey.Find(file) is not { } key)
            return await DependsAsync(connectionString, cancellation)
                ? throw AuditKey.Missing(file)
                : $"none yet; the first line of the audit makes {KeyPlace.NameOf(file!)}, or set {AuditKey.Variable}";
        if (database.Exists)
            await (await OpenAsync(database, key, cancellation)).DisposeAsync();
        return AuditKey.Describe(key, file);
    }

    /// <summary>Whether a key is the one that the audit beside a store was written with, where there is one.</summary>
    /// <param name="store">A session on the store.</param>
    /// <param name="key">The key of the audit.</param>
    /// <returns>The key that the audit had first.</returns>
    /// <exception cref="StoreException">It is another one.</exception>
    internal static async Task<byte[]> RequireKeyAsync(Session store, byte[] key)
    {
        if (store.FilePath is not { } file)
            return await RequireKeyAsync(store, key, await AuditEpochs.ReadAsync(store), null);
        var audit = Connection.ParseAudit(
            new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString, readOnly: true);
        if (!File.Exists(audit.FilePath))
            return key;
        await using var opened = await OpenAsync(audit, key, CancellationToken.None);
        return (await EpochsAsync(audit, key, CancellationToken.None)).Keys[0];
    }

    internal static async Task<AuditStore> OpenAsync(Database database, byte[] key, CancellationToken cancellation)
    {
        var opened = new AuditStore(database, key);
        await database.ReadAsync(
            async session => await RequireKeyAsync(
                session, key, await opened.EpochsAsync(session), database.FilePath),
            cancellation);
        return opened;
    }

    private static async Task<byte[]> RequireKeyAsync(
        Session session, byte[] key, EpochRow[] epochs, string? auditFile)
    {
        var keys = AuditEpochs.Open(epochs, key, auditFile).Keys;
        return await FitsAsync(session, key, epochs)
            ? keys[0]
            : throw AuditKey.Wrong(auditFile, "the audit's last line was");
    }

    /// <summary>By the check of the last key or, in an audit of an earlier version, by its last row.</summary>
    private static async Task<bool> FitsAsync(Session session, byte[] key, EpochRow[] epochs)
    {
        if (epochs.Length > 0)
            return epochs[^1].KeyCheck == AuditKey.CheckOf(key);
        if (await session.FirstAsync<Head>(Query.ReadAuditHead) is not { } head)
            return true;
        var rows = await session.QueryAsync<AuditRow>(
            Query.ReadAuditRows, new { After = head.Sequence - 2, Take = 2 });
        return rows[^1].Hash == new AuditChain(key).Next(rows.Length > 1 ? rows[0].Hash : "", rows[^1]);
    }

    /// <summary>On a server the tables are the store's own, and come with it.</summary>
    internal static Task<Schema.State> MigrateAsync(Database database, CancellationToken cancellation) =>
        database.FilePath is null
            ? Schema.RequireAsync(database, cancellation)
            : Schema.MigrateAsync(database, cancellation);

    /// <summary>An audit of an earlier version, opened to read, has no such table.</summary>
    private static async Task<EpochRow[]> EpochsAsync(Database database, Session session) =>
        (await Schema.VersionAsync(session, database)) >= database.EpochsSince
            ? await AuditEpochs.ReadAsync(session)
            : [];

    private Task<EpochRow[]> EpochsAsync(Session session) => EpochsAsync(_database, session);

    /// <summary>Before rows are added: the key is still the audit's, and the audit knows it again.</summary>
    private async Task BeginEpochAsync(Session session)
    {
        var epochs = await AuditEpochs.ReadAsync(session);
        await RequireKeyAsync(session, _key, epochs, _database.FilePath);
        if (epochs.Length == 0)
            await session.ExecuteAsync(Query.AddAuditEpoch, new EpochRow(1, AuditKey.CheckOf(_key), ""));
    }

    /// <summary>Whether the audit holds a line, or the store what stays of erased people.</summary>
    private static async Task<bool> DependsAsync(string connectionString, CancellationToken cancellation)
    {
        var audit = Connection.ParseAudit(connectionString, readOnly: true);
        if (audit.FilePath is null)
            return true;
        if (File.Exists(audit.FilePath) && await AnyAsync(
            audit, async session => await session.FirstAsync<Head>(Query.ReadAuditHead) is not null, cancellation))
            return true;
        var store = Connection.Parse(connectionString, readOnly: true);
        return File.Exists(store.FilePath) && await AnyAsync(store, Tombstones.AnyAsync, cancellation);
    }

    /// <summary>False where the file holds no tables yet.</summary>
    private static async Task<bool> AnyAsync(
        Database database, Func<Session, Task<bool>> any, CancellationToken cancellation)
    {
        try
        {
            return await database.ReadAsync(
                async session => await Schema.VersionAsync(session, database) > 0 && await any(session), cancellation);
        }
        finally
        {
            database.Close();
        }
    }
}

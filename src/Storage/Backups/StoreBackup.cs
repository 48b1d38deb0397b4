using System.IO.Compression;
using System.Security.Cryptography;

namespace InfluencerMap.Storage;

/// <summary>
/// Copies an embedded store and its audit into one file while others read and write them. The store is copied first:
/// what is done is written into the audit before it is done, so the later audit holds every line of the earlier store.
/// </summary>
public static class StoreBackup
{
    internal const string ManifestEntry = "manifest.json";
    internal const string StoreEntry = "store.db";
    internal const string AuditEntry = "audit.db";

    /// <summary>Refuses a store on a server, which copies its databases itself.</summary>
    /// <exception cref="StoreException">With the statements to use.</exception>
    public static void RequireFile(string connectionString) => Embedded(connectionString);

    /// <summary>Writes a backup, for its owner alone to read. No key is in it.</summary>
    /// <param name="connectionString">That of the store.</param>
    /// <param name="file">Where to; one that is there is replaced in one step, when the new one is whole.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="progress">Receives the share that is copied.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    public static async Task<BackupManifest> WriteAsync(
        string connectionString, string file, DateTime at, IProgress<double>? progress, CancellationToken cancellation)
    {
        var database = Embedded(connectionString);
        var audit = AuditOf(connectionString);
        await Schema.RequireAsync(database, cancellation);
        var work = file + ".making";
        PrivateFile.CreateFolder(work);
        try
        {
            var (store, lines) = (Path.Combine(work, StoreEntry), Path.Combine(work, AuditEntry));
            var (counts, run, schema) = await database.CopyToAsync(store, ReadAsync, progress, cancellation);
            var end = await audit.CopyToAsync(lines, ReadEndAsync, null, cancellation);
            await RequireSoundAsync(store, cancellation);
            await RequireSoundAsync(lines, cancellation);
            await ReadCopyAsync(store, CountAsync, counts, cancellation);
            await ReadCopyAsync(lines, ReadEndAsync, end, cancellation);
            BackupManifest manifest = new()
            {
                Format = BackupManifest.FormatNow,
                CreatedAt = at,
                Schema = schema,
                LatestRun = run,
                Counts = counts,
                Audit = end,
                StoreHash = await HashAsync(store, cancellation),
                AuditHash = await HashAsync(lines, cancellation),
            };
            var packed = Path.Combine(work, "packed");
            await PackAsync(packed, manifest, store, lines, cancellation);
            File.Move(packed, file, overwrite: true);
            return manifest;
        }
        finally
        {
            database.Close();
            audit.Close();
            Directory.Delete(work, recursive: true);
        }
    }

    internal static SqliteDatabase Embedded(string connectionString) =>
        Connection.Parse(connectionString, readOnly: false) as SqliteDatabase
        ?? throw new StoreException(
            "The server copies its databases itself: BACKUP DATABASE [influencermap] TO DISK = N'influencermap.bak' "
            + "WITH CHECKSUM, and RESTORE DATABASE [influencermap] FROM DISK = N'influencermap.bak' WITH REPLACE. "
            + "Before that influencermap backup --withdrawals FILE, after it influencermap restore --withdrawals FILE "
            + "--yes, so that nobody who was erased or objected comes back.");

    internal static SqliteDatabase AuditOf(string connectionString) =>
        (SqliteDatabase)Connection.ParseAudit(connectionString, readOnly: false);

    internal static async Task<RowCounts> CountAsync(Session session) =>
        (await session.FirstAsync<RowCounts>(Query.CountRows))!;

    internal static async Task<AuditEnd> ReadEndAsync(Session session) =>
        await session.FirstAsync<AuditEnd>(Query.ReadAuditHead) ?? new(0, "");

    /// <exception cref="StoreException">SQLite finds the file damaged.</exception>
    internal static async Task RequireSoundAsync(string path, CancellationToken cancellation) =>
        await ReadCopyAsync(path, session => session.FirstAsync<string>(Query.CheckIntegrity), "ok", cancellation);

    /// <summary>Reads a copied file anew.</summary>
    private static async Task ReadCopyAsync<T>(
        string path, Func<Session, Task<T>> read, T expected, CancellationToken cancellation)
    {
        var copy = new SqliteDatabase(new() { DataSource = path, Pooling = false });
        var found = await copy.ReadAsync(read, cancellation);
        copy.Close();
        if (!EqualityComparer<T>.Default.Equals(found, expected))
            throw new StoreException(
                $"The copy {Path.GetFileName(path)} is not what it was made from: {found}. Is the disk failing?");
    }

    internal static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    private static async Task<(RowCounts Counts, string? Run, long Schema)> ReadAsync(Session session) => (
        await CountAsync(session),
        // Its first column is the id.
        await session.FirstAsync<string>(Query.ReadLatestRun),
        (await session.FirstAsync<Schema.State>(Query.ReadSchemaState))!.Version);

    private static async Task PackAsync(
        string path, BackupManifest manifest, string store, string audit, CancellationToken cancellation)
    {
        await using var file = PrivateFile.Create(path);
        await using var archive = await ZipArchive.CreateAsync(
            file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        // First, so that it is read without the rest.
        await using (var entry = await archive.CreateEntry(ManifestEntry).OpenAsync(cancellation))
            await entry.WriteAsync(manifest.ToJson(), cancellation);
        foreach (var (name, from) in ((string, string)[])[(StoreEntry, store), (AuditEntry, audit)])
        {
            await using var content = File.OpenRead(from);
            await using var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
            await content.CopyToAsync(entry, cancellation);
        }
    }
}

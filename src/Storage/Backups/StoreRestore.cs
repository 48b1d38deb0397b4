using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>
/// A backup on its way back: unpacked in a folder beside the store, as a store of its own with the keys of this
/// installation, so that everything that opens a store works on it. What is there is replaced at the very end.
/// </summary>
public sealed class StoreRestore : IAsyncDisposable
{
    private readonly SqliteDatabase _present;
    private readonly SqliteDatabase _presentAudit;
    private readonly string _folder;
    private AuditEnd _auditSeen = new(0, "");
    private RowCounts? _rowsSeen;

    private StoreRestore(string connectionString, BackupManifest manifest, string folder)
    {
        _present = StoreBackup.Embedded(connectionString);
        _presentAudit = StoreBackup.AuditOf(connectionString);
        _folder = folder;
        Manifest = manifest;
        StagedConnection = new SqliteConnectionStringBuilder { DataSource = StagedFile }.ConnectionString;
    }

    public BackupManifest Manifest { get; }

    /// <summary>Of the unpacked store, until it takes the place of the other.</summary>
    public string StagedConnection { get; }

    /// <summary>Whether there is a store that will be replaced.</summary>
    public bool ReplacesStore => File.Exists(_present.FilePath) && new FileInfo(_present.FilePath).Length > 0;

    /// <summary>Whether the audit that is there goes on from the backup's last line, and so stays.</summary>
    public bool KeepsAudit { get; private set; }

    private string StagedFile => Path.Combine(_folder, Path.GetFileName(_present.FilePath));

    private string StagedAudit => Path.ChangeExtension(StagedFile, ".audit.db");

    /// <summary>Fails at once where it would fail in the end.</summary>
    /// <exception cref="StoreBusyException">Another process has the store or its audit open.</exception>
    public static async Task RequireAloneAsync(string connectionString, CancellationToken cancellation)
    {
        SqliteDatabase[] files = [StoreBackup.Embedded(connectionString), StoreBackup.AuditOf(connectionString)];
        foreach (var file in files.Where(file => File.Exists(file.FilePath)))
            await (await HoldAsync(file, cancellation)).DisposeAsync();
    }

    /// <summary>Reads what a backup says of itself.</summary>
    /// <exception cref="StoreException">It is none, or of a newer program.</exception>
    public static async Task<BackupManifest> ReadManifestAsync(string file, CancellationToken cancellation)
    {
        await using var backup = await BackupFile.OpenAsync(file, cancellation);
        return backup.Manifest;
    }

    /// <summary>Unpacks and checks a backup.</summary>
    /// <param name="connectionString">That of the store to replace.</param>
    /// <param name="file">The backup.</param>
    /// <param name="cancellation">Leaves everything as it is.</param>
    /// <exception cref="StoreException">It is none, damaged, or of a newer program.</exception>
    public static async Task<StoreRestore> PrepareAsync(
        string connectionString, string file, CancellationToken cancellation)
    {
        var present = StoreBackup.Embedded(connectionString);
        await using var backup = await BackupFile.OpenAsync(file, cancellation);
        var folder = present.FilePath + ".restoring";
        PrivateFile.CreateFolder(folder);
        var restore = new StoreRestore(connectionString, backup.Manifest, folder);
        try
        {
            await backup.UnpackAsync(
                StoreBackup.StoreEntry, restore.StagedFile, backup.Manifest.StoreHash, cancellation);
            await backup.UnpackAsync(
                StoreBackup.AuditEntry, restore.StagedAudit, backup.Manifest.AuditHash, cancellation);
            restore.CopyKeys();
            await restore.TakePresentAuditAsync(cancellation);
            return restore;
        }
        catch
        {
            await restore.DisposeAsync();
            throw;
        }
    }

    /// <summary>Notes what is in the store that will be replaced: it must be the same in the end.</summary>
    public async Task NotePresentAsync(CancellationToken cancellation) =>
        _rowsSeen = await _present.ReadAsync(StoreBackup.CountAsync, cancellation);

    /// <summary>After the schema is brought up to date, and before anything else is changed.</summary>
    /// <exception cref="StoreException">Rows are missing.</exception>
    public async Task RequireRowsAsync(CancellationToken cancellation)
    {
        var staged = StoreBackup.Embedded(StagedConnection);
        var rows = await staged.ReadAsync(StoreBackup.CountAsync, cancellation);
        staged.Close();
        if (rows != Manifest.Counts)
            throw new StoreException("The backup does not hold the rows that it should; nothing was replaced.");
    }

    /// <summary>
    /// Puts the unpacked store and audit in the place of those that are there. The audit comes first, as it holds why;
    /// each of both is replaced in one step.
    /// </summary>
    /// <param name="progress">Receives the share of the store that is copied.</param>
    /// <param name="cancellation">Leaves the store as it is.</param>
    /// <returns>Name of the file that an audit of another chain was kept under; null where there was none.</returns>
    /// <exception cref="StoreBusyException">Another process has the store open.</exception>
    public async Task<string?> ReplaceAsync(IProgress<double>? progress, CancellationToken cancellation)
    {
        SqliteConnection.ClearAllPools();
        await using var store = await HoldAsync(_present, cancellation);
        await using var audit = await HoldAsync(_presentAudit, cancellation);
        if (KeepsAudit && await audit.ReadAsync(StoreBackup.ReadEndAsync, cancellation) != _auditSeen
            || _rowsSeen is not null && await store.ReadAsync(StoreBackup.CountAsync, cancellation) != _rowsSeen)
            throw new StoreBusyException(
                $"Somebody wrote to the store {_present.Place} meanwhile; nothing was replaced. Try again.");
        var kept = KeepAside();
        await audit.ReplaceByAsync(StagedAudit, null, cancellation);
        await store.ReplaceByAsync(StagedFile, progress, cancellation);
        return kept;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<HeldFile> HoldAsync(SqliteDatabase file, CancellationToken cancellation)
    {
        try
        {
            return await file.HoldAsync(cancellation);
        }
        catch (StoreBusyException e)
        {
            throw new StoreBusyException(
                $"Another process has {file.Place} open; nothing was replaced. Stop the API and wait for a night that "
                + "is at work, then try again.",
                e);
        }
    }

    /// <summary>They never leave the machine: the folder is deleted in the end, or by the next restore.</summary>
    private void CopyKeys()
    {
        foreach (var end in (string[])[".key", ".audit.key"])
            if (Path.ChangeExtension(_present.FilePath, end) is var key && File.Exists(key))
                File.Copy(key, Path.ChangeExtension(StagedFile, end));
    }

    /// <summary>Lines since the backup are not lost: the audit that is there stays where it goes on from it.</summary>
    private async Task TakePresentAuditAsync(CancellationToken cancellation)
    {
        if (!File.Exists(_presentAudit.FilePath))
            return;
        var copy = StagedAudit + ".present";
        (KeepsAudit, _auditSeen) = await _presentAudit.CopyToAsync(
            copy, async session => (await HoldsAsync(session), await StoreBackup.ReadEndAsync(session)), null,
            cancellation);
        _presentAudit.Close();
        if (KeepsAudit)
            File.Move(copy, StagedAudit, overwrite: true);
        else
            File.Delete(copy);
    }

    private async Task<bool> HoldsAsync(Session session) =>
        Manifest.Audit.Sequence == 0
        || (await session.QueryAsync<AuditRow>(
            Query.ReadAuditRows, new { After = Manifest.Audit.Sequence - 1, Take = 1 })) is [var row]
            && row.Sequence == Manifest.Audit.Sequence && row.Hash == Manifest.Audit.Hash;

    private string? KeepAside()
    {
        if (KeepsAudit || _auditSeen.Sequence == 0)
            return null;
        var aside = Path.ChangeExtension(_presentAudit.FilePath, $".{_auditSeen.Hash[..12]}.db");
        File.Copy(_presentAudit.FilePath, aside, overwrite: true);
        return Path.GetFileName(aside);
    }
}

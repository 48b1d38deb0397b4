namespace InfluencerMap.Storage;

/// <summary>A restored store, whose backup may be older than the present key of the audit.</summary>
public sealed partial class AuditStore
{
    /// <summary>
    /// Makes the present key the one of a restored store and of its audit. The audit that went on knows its former
    /// keys. One that came back with the store knows none of the later ones: it is rotated, where the variable of the
    /// former key holds the key of that time.
    /// </summary>
    /// <param name="store">Opened for this.</param>
    /// <param name="entry">When, who and in which role, for the lines of a rotation.</param>
    /// <param name="cancellation">Undoes the step in progress.</param>
    /// <returns>Whether the audit was rotated.</returns>
    /// <exception cref="StoreException">Neither key is the one of the audit, or hashes of erased people.</exception>
    public static async Task<bool> TakePresentKeyAsync(
        Store store, AuditEntry entry, CancellationToken cancellation)
    {
        var database = Connection.ParseAudit(store.ConnectionString, readOnly: false);
        // Where nothing depends on a key, opening the audit makes one; else it says that the key is missing.
        if (AuditKey.Find(database.FilePath) is not { } present)
        {
            await store.FinishAsync(cancellation);
            return false;
        }
        await MigrateAsync(database, cancellation);
        var key = await KeyOfAsync(database, present, cancellation);
        var rotates = !key.AsSpan().SequenceEqual(present);
        if (rotates)
            await RotateKeyAsync(store, key, entry, cancellation);
        var keys = (await EpochsAsync(database, present, cancellation)).Keys;
        await store.Database.WriteAsync(
            async session =>
            {
                await Tombstones.TakeOverAsync(session, keys);
                return keys.Count > 1 ? await EndNamedViewsAsync(session, entry.At) : 0;
            },
            cancellation);
        await store.FinishAsync(cancellation);
        return rotates;
    }

    /// <summary>Before anything is done: whether withdrawals can be replayed on the store that is there.</summary>
    /// <exception cref="StoreException">They were read under a key that the audit never had.</exception>
    public static async Task RequireKeyOfAsync(Withdrawals withdrawals, Store store, CancellationToken cancellation)
    {
        if (!withdrawals.IsEmpty)
            await KeyOfAsync(Connection.ParseAudit(store.ConnectionString, readOnly: true), withdrawals, cancellation);
    }

    /// <summary>The key that withdrawals were read under: the present one, or one that this audit has had.</summary>
    /// <exception cref="StoreException">It is none of these.</exception>
    internal Task<byte[]> KeyOfAsync(Withdrawals withdrawals, CancellationToken cancellation) =>
        KeyOfAsync(_database, withdrawals, cancellation);

    private static async Task<byte[]> KeyOfAsync(
        Database database, Withdrawals withdrawals, CancellationToken cancellation)
    {
        var present = AuditKey.Require(database.FilePath);
        List<byte[]> known = [present];
        if (database.Exists)
        {
            var key = await KeyOfAsync(database, present, cancellation);
            known.AddRange((await EpochsAsync(database, key, cancellation)).Keys);
        }
        return known.Find(key => AuditKey.CheckOf(key) == withdrawals.KeyCheck) ?? throw new StoreException(
            "The withdrawals were read under another key of the audit; nothing was done. Name those of this "
            + $"installation, or set {AuditKey.Variable} as it was then.");
    }

    /// <summary>The present key, or else the one set as the former key, where the audit was written with it.</summary>
    private static Task<byte[]> KeyOfAsync(Database database, byte[] present, CancellationToken cancellation) =>
        database.ReadAsync(
            async session =>
            {
                var epochs = await EpochsAsync(database, session);
                if (await FitsAsync(session, present, epochs))
                    return present;
                var former = AuditKey.FindFormer();
                return former is not null && await FitsAsync(session, former, epochs)
                    ? former
                    : throw AuditKey.WrongForBackup(isFormerSet: former is not null);
            },
            cancellation);

    private static async Task<AuditEpochs> EpochsAsync(
        Database database, byte[] key, CancellationToken cancellation) => AuditEpochs.Open(
            await database.ReadAsync(session => EpochsAsync(database, session), cancellation), key, database.FilePath);
}

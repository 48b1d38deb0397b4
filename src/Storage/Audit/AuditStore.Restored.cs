namespace InfluencerMap.Storage;

/// <summary>A restored store, whose backup may be older than the present key of the audit.</summary>
public sealed partial class AuditStore
{
    /// <summary>The key that withdrawals were read under: the present one, or one that this audit has had.</summary>
    /// <exception cref="StoreException">It is none of these.</exception>
    internal Task<byte[]> KeyOfAsync(Withdrawals withdrawals, CancellationToken cancellation) =>
        KeyOfAsync(_database, withdrawals, cancellation);

    internal static async Task<byte[]> KeyOfAsync(
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
    internal static Task<byte[]> KeyOfAsync(Database database, byte[] present, CancellationToken cancellation) =>
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

    internal static async Task<AuditEpochs> EpochsAsync(
        Database database, byte[] key, CancellationToken cancellation) => AuditEpochs.Open(
            await database.ReadAsync(session => EpochsAsync(database, session), cancellation), key, database.FilePath);
}

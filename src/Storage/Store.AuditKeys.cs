namespace InfluencerMap.Storage;

/// <summary>A change of the audit's key, which what the store keeps of erased people rests on too.</summary>
public sealed partial class Store
{
    /// <summary>
    /// Goes on under the key that is set now. The last line under the former key names the next one by its check; the
    /// first under the new key names what it takes over. The former key stays, encrypted under the new one, so that
    /// every line is checked as before; and whoever knows the former alone can alter no line, since the new key's first
    /// hash stands on the last before it.
    /// </summary>
    /// <param name="entry">When, who and in which role.</param>
    /// <param name="cancellation">Undoes the step that is at work; doing it again finishes the rest.</param>
    /// <returns>How many lines were taken over.</returns>
    /// <exception cref="StoreException">A key is missing, wrong or no new one, or a line does not hold.</exception>
    public Task<long> RotateAuditKeyAsync(AuditEntry entry, CancellationToken cancellation) =>
        RotateAuditKeyAsync(AuditKey.RequireFormer(_database.AuditFile), entry, cancellation);

    internal async Task<long> RotateAuditKeyAsync(byte[] former, AuditEntry entry, CancellationToken cancellation)
    {
        var database = Connection.ParseAudit(_connectionString, readOnly: false);
        var next = AuditKey.Require(database.FilePath);
        await AuditStore.MigrateAsync(database, cancellation);
        var epochs = await database.ReadAsync(AuditEpochs.ReadAsync, cancellation);
        if (former.AsSpan().SequenceEqual(next) || (epochs.Length > 0 && epochs[^1].KeyCheck == AuditKey.CheckOf(next)))
        {
            // Where an earlier attempt was broken off after its line.
            if (epochs.Length > 0 && epochs[^1].KeyCheck == AuditKey.CheckOf(next))
                await LeaveAsync(next, cancellation);
            throw new StoreException(
                $"The audit has this key already. Set {AuditKey.Variable} to the new one first.");
        }
        await using var audit = await AuditStore.OpenAsync(database, former, cancellation);
        var check = await audit.VerifyAsync(null, cancellation);
        if (check.BrokenAt is { } broken)
            throw new StoreException(
                $"Line {broken} of the audit is not as it was written, and a new key would cover that; nothing was "
                + "done. See: influencermap audit verify");
        await _database.WriteAsync(
            async session =>
            {
                await Tombstones.TakeOverAsync(session, former, next);
                return await EndNamedViewsAsync(session, entry.At);
            },
            cancellation);
        var taken = await database.WriteAsync(
            session => audit.RotateAsync(session, next, entry), cancellation);
        await LeaveAsync(next, cancellation);
        await FinishAsync(cancellation);
        return taken;
    }

    /// <summary>The former key opens nothing of the store any more.</summary>
    private Task<int> LeaveAsync(byte[] next, CancellationToken cancellation) =>
        _database.WriteAsync(session => Tombstones.LeaveAsync(session, next), cancellation);

    /// <summary>A caller has another hash from now on, and could approve what they asked for.</summary>
    private static Task<int> EndNamedViewsAsync(Session session, DateTime at) =>
        session.ExecuteAsync(Query.EndNamedViews, new { At = at });

    /// <summary>
    /// Makes the present key the one of a restored store and of its audit. The audit that went on knows its former
    /// keys. One that came back with the store knows none of the later ones: it is rotated, where the variable of the
    /// former key holds the key of that time.
    /// </summary>
    /// <param name="entry">When, who and in which role, for the lines of a rotation.</param>
    /// <param name="cancellation">Undoes the step in progress.</param>
    /// <returns>Whether the audit was rotated.</returns>
    /// <exception cref="StoreException">Neither key is the one of the audit, or hashes of erased people.</exception>
    public async Task<bool> TakePresentAuditKeyAsync(AuditEntry entry, CancellationToken cancellation)
    {
        var database = Connection.ParseAudit(_connectionString, readOnly: false);
        // Where nothing depends on a key, opening the audit makes one; else it says that the key is missing.
        if (AuditKey.Find(database.FilePath) is not { } present)
        {
            await FinishAsync(cancellation);
            return false;
        }
        await AuditStore.MigrateAsync(database, cancellation);
        var key = await AuditStore.KeyOfAsync(database, present, cancellation);
        var rotates = !key.AsSpan().SequenceEqual(present);
        if (rotates)
            await RotateAuditKeyAsync(key, entry, cancellation);
        var keys = (await AuditStore.EpochsAsync(database, present, cancellation)).Keys;
        await _database.WriteAsync(
            async session =>
            {
                await Tombstones.TakeOverAsync(session, keys);
                return keys.Count > 1 ? await EndNamedViewsAsync(session, entry.At) : 0;
            },
            cancellation);
        await FinishAsync(cancellation);
        return rotates;
    }

    /// <summary>Before anything is done: whether withdrawals can be replayed on the store that is there.</summary>
    /// <exception cref="StoreException">They were read under a key that the audit never had.</exception>
    public async Task RequireAuditKeyOfAsync(Withdrawals withdrawals, CancellationToken cancellation)
    {
        if (!withdrawals.IsEmpty)
            await AuditStore.KeyOfAsync(
                Connection.ParseAudit(_connectionString, readOnly: true), withdrawals, cancellation);
    }
}

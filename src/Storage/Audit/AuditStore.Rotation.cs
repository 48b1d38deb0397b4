namespace InfluencerMap.Storage;

/// <summary>A new key of the audit, from one line on.</summary>
public sealed partial class AuditStore
{
    /// <summary>
    /// Goes on under the key that is set now. The last line under the former key names the next one by its check; the
    /// first under the new key names what it takes over. The former key stays, encrypted under the new one, so that
    /// every line is checked as before; and whoever knows the former alone can alter no line, since the new key's first
    /// hash stands on the last before it.
    /// </summary>
    /// <param name="store">Opened for this: what stays of erased people passes to the new key too.</param>
    /// <param name="entry">When, who and in which role.</param>
    /// <param name="cancellation">Undoes the step that is at work; doing it again finishes the rest.</param>
    /// <returns>How many lines were taken over.</returns>
    /// <exception cref="StoreException">A key is missing, wrong or no new one, or a line does not hold.</exception>
    public static Task<long> RotateKeyAsync(Store store, AuditEntry entry, CancellationToken cancellation) =>
        RotateKeyAsync(store, AuditKey.RequireFormer(store.Database.AuditFile), entry, cancellation);

    internal static async Task<long> RotateKeyAsync(
        Store store, byte[] former, AuditEntry entry, CancellationToken cancellation)
    {
        var database = Connection.ParseAudit(store.ConnectionString, readOnly: false);
        var next = AuditKey.Require(database.FilePath);
        await MigrateAsync(database, cancellation);
        var epochs = await database.ReadAsync(AuditEpochs.ReadAsync, cancellation);
        if (former.AsSpan().SequenceEqual(next) || (epochs.Length > 0 && epochs[^1].KeyCheck == AuditKey.CheckOf(next)))
        {
            // Where an earlier attempt was broken off after its line.
            if (epochs.Length > 0 && epochs[^1].KeyCheck == AuditKey.CheckOf(next))
                await LeaveAsync(store, next, cancellation);
            throw new StoreException(
                $"The audit has this key already. Set {AuditKey.Variable} to the new one first.");
        }
        await using var audit = await OpenAsync(database, former, cancellation);
        var check = await audit.VerifyAsync(null, cancellation);
        if (check.BrokenAt is { } broken)
            throw new StoreException(
                $"Line {broken} of the audit is not as it was written, and a new key would cover that; nothing was "
                + "done. See: influencermap audit verify");
        await store.Database.WriteAsync(
            async session =>
            {
                await Tombstones.TakeOverAsync(session, former, next);
                return await EndNamedViewsAsync(session, entry.At);
            },
            cancellation);
        var taken = await database.WriteAsync(
            session => audit.RotateAsync(session, new AuditStore(database, next), entry), cancellation);
        await LeaveAsync(store, next, cancellation);
        await store.FinishAsync(cancellation);
        return taken;
    }

    /// <summary>The former key opens nothing of the store any more.</summary>
    private static Task<int> LeaveAsync(Store store, byte[] next, CancellationToken cancellation) =>
        store.Database.WriteAsync(session => Tombstones.LeaveAsync(session, next), cancellation);

    /// <summary>A caller has another hash from now on, and could approve what they asked for.</summary>
    private static Task<int> EndNamedViewsAsync(Session session, DateTime at) =>
        session.ExecuteAsync(Query.EndNamedViews, new { At = at });

    private async Task<long> RotateAsync(Session session, AuditStore next, AuditEntry entry)
    {
        var nextCheck = AuditKey.CheckOf(next._key);
        await AppendAsync(session, [entry with { Detail = $"audit key, to the one of check {nextCheck[..16]}" }]);
        var head = (await session.FirstAsync<Head>(Query.ReadAuditHead))!;
        await session.ExecuteAsync(
            Query.AddAuditEpoch, new EpochRow(head.Sequence + 1, nextCheck, SealedKey.Seal(next._key, _key)));
        await next.AppendAsync(
            session, [entry with { Detail = $"audit key, taking over {head.Sequence} lines up to {head.Hash}" }]);
        return head.Sequence;
    }
}

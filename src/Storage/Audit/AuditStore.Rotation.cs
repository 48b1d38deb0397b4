namespace InfluencerMap.Storage;

/// <summary>A new key of the audit, from one line on.</summary>
public sealed partial class AuditStore
{
    /// <summary>Ends the lines under this key and begins those under the next one.</summary>
    /// <returns>How many lines were taken over.</returns>
    internal async Task<long> RotateAsync(Session session, byte[] nextKey, AuditEntry entry)
    {
        var next = new AuditStore(_database, nextKey);
        var nextCheck = AuditKey.CheckOf(nextKey);
        await AppendAsync(session, [entry with { Detail = $"audit key, to the one of check {nextCheck[..16]}" }]);
        var head = (await session.FirstAsync<Head>(Query.ReadAuditHead))!;
        await session.ExecuteAsync(
            Query.AddAuditEpoch, new EpochRow(head.Sequence + 1, nextCheck, SealedKey.Seal(nextKey, _key)));
        await next.AppendAsync(
            session, [entry with { Detail = $"audit key, taking over {head.Sequence} lines up to {head.Hash}" }]);
        return head.Sequence;
    }
}

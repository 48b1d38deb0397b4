namespace InfluencerMap.Storage;

/// <summary>Whether every line is as it was written.</summary>
public sealed partial class AuditStore
{
    /// <summary>Goes through the whole chain.</summary>
    /// <param name="notedHash">A hash that an earlier check gave, noted elsewhere.</param>
    /// <param name="cancellation">Ends the check.</param>
    public Task<AuditCheck> VerifyAsync(string? notedHash, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var epochs = AuditEpochs.Open(await EpochsAsync(session), _key, _database.FilePath);
                // The hash before the first row is empty: noted when there was none yet, it holds.
                var (head, holdsNoted) = (new Head(0, ""), notedHash is null or "");
                var whole = new HashSet<string>(StringComparer.Ordinal) { "" };
                while (await session.QueryAsync<AuditRow>(
                    Query.ReadAuditRows, new { After = head.Sequence, Take = PageRows }) is { Length: > 0 } rows)
                {
                    foreach (var row in rows)
                    {
                        var chain = epochs.At(row.Sequence);
                        if (row.Sequence != head.Sequence + 1 || row.Hash != chain.Next(head.Hash, row)
                            || !(whole.Contains(row.KeysHash)
                                || Holds(chain, row, await KeysAsync(session, row.KeysHash))))
                            return new AuditCheck(head.Sequence, head.Hash, head.Sequence + 1, holdsNoted);
                        whole.Add(row.KeysHash);
                        head = new(row.Sequence, row.Hash);
                        holdsNoted |= row.Hash == notedHash;
                    }
                }
                return new AuditCheck(head.Sequence, head.Hash, null, holdsNoted);
            },
            cancellation);

    private static bool Holds(AuditChain chain, AuditRow row, KeyRow[] keys) =>
        chain.KeysHash(keys.Select(key => key.KeyHash)) == row.KeysHash
        && keys.All(key => key.PersonKey is null || chain.KeyHash(key.PersonKey) == key.KeyHash);
}

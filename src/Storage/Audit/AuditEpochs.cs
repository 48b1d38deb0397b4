namespace InfluencerMap.Storage;

/// <summary>
/// The keys that an audit has had, each with the row from which on it hashes. A later one opens those before it: with
/// the present key alone the whole chain is checked.
/// </summary>
internal sealed class AuditEpochs
{
    private readonly Epoch[] _epochs;

    private AuditEpochs(Epoch[] epochs) => _epochs = epochs;

    /// <param name="rows">As they are stored; none where the audit is of an earlier version, or empty.</param>
    /// <param name="key">The present key.</param>
    /// <param name="auditFile">For messages; null on a server.</param>
    /// <exception cref="StoreException">The audit was written with another key.</exception>
    public static AuditEpochs Open(EpochRow[] rows, byte[] key, string? auditFile)
    {
        if (rows.Length == 0)
            return new([new(1, key, new(key))]);
        if (rows[^1].KeyCheck != AuditKey.CheckOf(key))
            throw AuditKey.Wrong(auditFile, "the audit was");
        var epochs = new Epoch[rows.Length];
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            epochs[i] = new(rows[i].FromSequence, key, new(key));
            if (i > 0)
                key = SealedKey.Open(key, rows[i].FormerKey);
        }
        return new(epochs);
    }

    public static Task<EpochRow[]> ReadAsync(Session session) => session.QueryAsync<EpochRow>(Query.ReadAuditEpochs);

    /// <summary>The first one first, the present one last.</summary>
    public IReadOnlyList<byte[]> Keys => [.. _epochs.Select(epoch => epoch.Key)];

    /// <summary>The chain that a row belongs to.</summary>
    public AuditChain At(long sequence) => _epochs.Last(epoch => epoch.From <= sequence || epoch == _epochs[0]).Chain;

    private sealed record Epoch(long From, byte[] Key, AuditChain Chain);
}

/// <summary>A key of the audit as stored: how it is known again, and the one before it, sealed.</summary>
internal sealed record EpochRow(long FromSequence, string KeyCheck, string FormerKey);

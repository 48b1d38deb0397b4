using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace InfluencerMap.Storage;

/// <summary>The hashes of the audit. Whoever lacks the key can neither change a row nor make one that fits.</summary>
internal sealed class AuditChain(byte[] key)
{
    private const int KnownMax = 200_000;

    private readonly ConcurrentDictionary<string, string> _known = [];

    /// <summary>Of a person's key; stays when the key is erased. Kept: the same people are shown again.</summary>
    public string KeyHash(string personKey)
    {
        if (_known.Count >= KnownMax)
            _known.Clear();
        return _known.GetOrAdd(personKey, key => Hash("person", key));
    }

    /// <summary>Of somebody erased nothing stays in memory either.</summary>
    public void Forget(string personKey) => _known.TryRemove(personKey, out _);

    /// <summary>Of people shown together, in any order; empty for nobody.</summary>
    public string KeysHash(IEnumerable<string> keyHashes)
    {
        string[] ordered = [.. keyHashes.Order(StringComparer.Ordinal)];
        return ordered.Length == 0 ? "" : Hash(ordered);
    }

    /// <summary>Of a caller's identity: the same caller, the same text, and nobody can tell whose.</summary>
    public string CallerHash(string identity) => Hash("caller", identity)[..16];

    public string Next(string previousHash, AuditRow row) => Hash(
        previousHash, $"{row.Sequence}", $"{row.AtMs}", row.Caller, row.Roles, row.Action, row.Purpose, row.Detail,
        row.TextVersion, row.KeysHash);

    /// <summary>Each text goes in with its length, so that no two lists of texts give the same bytes.</summary>
    private string Hash(params ReadOnlySpan<string> texts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>A row as stored.</summary>
internal sealed record AuditRow(
    long Sequence, long AtMs, string Caller, string Roles, string Action, string Purpose, string Detail,
    string TextVersion, string KeysHash, string Hash);

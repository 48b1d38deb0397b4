using System.Security.Cryptography;
using System.Text;

namespace InfluencerMap.Storage;

/// <summary>
/// What stays of somebody erased: in place of each handle a keyed hash, from which nobody can tell the handle, but
/// by which it is recognised when a file brings it again.
/// </summary>
internal sealed class Tombstones
{
    private const string Prefix = "erased:";

    private readonly Lazy<byte[]> _key;
    private readonly HashSet<string> _stored;

    private Tombstones(string? auditFile, string[] stored)
    {
        _key = new(() => AuditKey.LoadOrCreate(auditFile));
        _stored = [.. stored];
    }

    /// <summary>Those that the store holds; the key is read when there is anything to compare or to make.</summary>
    public static async Task<Tombstones> ReadAsync(Session session) => new(
        session.FilePath is { } file ? Path.ChangeExtension(file, ".audit.db") : null,
        await session.QueryAsync<string>(Query.ReadTombstones));

    /// <summary>Whether the handle was an erased person's.</summary>
    public bool Hold(string handle) => _stored.Count > 0 && _stored.Contains(Of(handle));

    /// <summary>What takes the handle's place.</summary>
    public string Of(string handle) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(handle)));
}

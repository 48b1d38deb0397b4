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

    private Tombstones(Lazy<byte[]> key, IEnumerable<string> stored) => (_key, _stored) = (key, [.. stored]);

    /// <summary>Those that the store holds; the key is read when there is anything to compare or to make.</summary>
    public static async Task<Tombstones> ReadAsync(Session session)
    {
        var auditFile = session.FilePath is { } file ? Path.ChangeExtension(file, ".audit.db") : null;
        return new(
            new Lazy<byte[]>(() => AuditKey.LoadOrCreate(auditFile)),
            await session.QueryAsync<string>(Query.ReadTombstones));
    }

    /// <summary>Others in place of those that the store holds, made with the same key.</summary>
    public static async Task<Tombstones> ReadAsync(Session session, IReadOnlyList<string> others) =>
        (await ReadAsync(session)).With(others);

    private Tombstones With(IReadOnlyList<string> stored) => new(_key, stored);

    /// <summary>Whether the handle was an erased person's.</summary>
    public bool Hold(string handle) => _stored.Count > 0 && _stored.Contains(Of(handle));

    /// <summary>What takes the handle's place.</summary>
    public string Of(string handle) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(handle)));
}

using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>
/// What stays of somebody erased: in place of each handle a keyed hash, from which nobody can tell the handle, but
/// by which it is recognised when a file brings it again.
/// </summary>
/// <remarks>
/// The handles are gone, so that the hashes can never be made anew: their key is their own, made with the first of
/// them, and stays when the key of the audit changes. It lies in the store, encrypted under the key of the audit.
/// </remarks>
/// <param name="key">The key of the hashes; null when there are none.</param>
/// <param name="stored">The hashes, as they stand in the place of handles.</param>
internal sealed partial class Tombstones(byte[]? key, HashSet<string> stored)
{
    private const string Prefix = "erased:";
    private const string Purpose = "tombstones";
    private const int KeyBytes = 32;

    public bool Any => stored.Count > 0;

    /// <summary>Those that the store holds; the key is asked for where there is any.</summary>
    /// <exception cref="StoreException">The key of the audit is missing, or is another one.</exception>
    public static async Task<Tombstones> ReadAsync(Session session)
    {
        var stored = await StoredAsync(session);
        return new(
            stored.Length == 0 ? null : await OpenAsync(session, AuditKey.Require(session.AuditFile)), [.. stored]);
    }

    /// <summary>As <see cref="ReadAsync"/>, and makes the key with the first erasure.</summary>
    public static async Task<Tombstones> BeginAsync(Session session)
    {
        var stored = await StoredAsync(session);
        var auditKey = AuditKey.Require(session.AuditFile);
        var isSealed = (await SealedAsync(session)).Length > 0;
        var key = isSealed || stored.Length > 0
            ? await OpenAsync(session, auditKey)
            : RandomNumberGenerator.GetBytes(KeyBytes);
        if (!isSealed)
            await SaveAsync(session, auditKey, key);
        return new(key, [.. stored]);
    }

    /// <summary>Whether the key of the audit is needed. Reads stores of earlier versions too.</summary>
    public static async Task<bool> AnyAsync(Session session) => (await RowsAsync(session)).Length > 0;

    /// <summary>As they stand in the place of handles. No key is needed for that.</summary>
    public static async Task<string[]> StoredAsync(Session session) =>
        [.. (await RowsAsync(session)).Select(row => row.Handle)];

    /// <summary>The accounts of erased people: no event is theirs any more. No key is needed for that.</summary>
    public static async Task<HashSet<AccountId>> AccountsAsync(Session session) =>
        [.. (await RowsAsync(session)).Select(row => row.AccountId)];

    /// <summary>
    /// So that a new key of the audit opens them too; the former still does, until <see cref="LeaveAsync"/>.
    /// </summary>
    public static async Task TakeOverAsync(Session session, byte[] former, byte[] next)
    {
        if (!await AnyAsync(session) && (await SealedAsync(session)).Length == 0)
            return;
        var key = await OpenAsync(session, former);
        await SaveAsync(session, former, key);
        await SaveAsync(session, next, key);
    }

    /// <summary>
    /// So that the present key alone opens those of a backup, which are under the key of that time.
    /// </summary>
    /// <exception cref="StoreException">They are under none of the keys that the audit has had.</exception>
    public static async Task<int> TakeOverAsync(Session session, IReadOnlyList<byte[]> auditKeys)
    {
        var rows = await SealedAsync(session);
        if (rows.Length == 0 && (auditKeys.Count == 1 || !await AnyAsync(session)))
            return 0;
        var key = rows.Length == 0
            ? await OpenAsync(session, auditKeys[^1])
            : auditKeys.Where(each => rows.Any(row => row.KeyCheck == AuditKey.CheckOf(each)))
                .Select(each => Open(rows, each, session.AuditFile)).FirstOrDefault()
                ?? throw AuditKey.Wrong(session.AuditFile, "hashes of erased people were");
        if (!rows.Any(row => row.KeyCheck == AuditKey.CheckOf(auditKeys[^1])))
            await SaveAsync(session, auditKeys[^1], key);
        return await LeaveAsync(session, auditKeys[^1]);
    }

    /// <summary>Takes them from every key of the audit but one.</summary>
    public static Task<int> LeaveAsync(Session session, byte[] auditKey) => session.ExecuteAsync(
        Query.ForgetStoreKeys, new { Purpose, Kept = AuditKey.CheckOf(auditKey) });

    /// <summary>The rows that open them with a key of the audit; none for hashes made with that key itself.</summary>
    public static Task<StoreKeyRow[]> SealedAsync(Session session) =>
        session.QueryAsync<StoreKeyRow>(Query.ReadStoreKeys, new { Purpose });

    /// <summary>
    /// Those of another store of this installation; this one makes its own with the same key from now on.
    /// </summary>
    /// <param name="session">On this store.</param>
    /// <param name="others">As they stand in the place of handles.</param>
    /// <param name="keys">The rows that open them.</param>
    /// <param name="othersKey">The key of the audit that those were read under.</param>
    /// <exception cref="StoreException">This store made its own with another key already.</exception>
    public static async Task<Tombstones> AdoptAsync(
        Session session, IReadOnlyList<string> others, IReadOnlyList<StoreKeyRow> keys, byte[] othersKey)
    {
        var auditKey = AuditKey.Require(session.AuditFile);
        var key = keys.Count == 0 ? othersKey : Open(keys, othersKey, session.AuditFile);
        if (!await AnyAsync(session) && (await SealedAsync(session)).Length == 0)
            await SaveAsync(session, auditKey, key);
        else if (!(await OpenAsync(session, auditKey)).AsSpan().SequenceEqual(key))
            throw new StoreException(
                "The hashes of erased people are of another installation's store; nothing was done. Name the "
                + "withdrawals of this one.");
        return new(key, [.. others]);
    }

    /// <summary>Keeps hashes as the handles of new accounts, which no event names.</summary>
    public static async Task AddAsync(Session session, IEnumerable<string> hashes, AccountKind kind)
    {
        var last = await session.FirstAsync<int>(Query.ReadAccountIdMax);
        var rows = hashes
            .Select(hash => new { AccountId = new AccountId(++last), Handle = hash, Kind = kind }).ToArray();
        await session.ExecuteAsync(Query.AddAccount, rows);
        await session.ExecuteAsync(Query.AddAccountHandle, rows);
    }

    /// <summary>Whether the handle was an erased person's.</summary>
    public bool Hold(string handle) => Any && stored.Contains(Of(handle));

    /// <summary>A text, such as the name of a file, without ids and handles of erased people.</summary>
    public string Redact(string text) => Any ? Word().Replace(text, word => Redacted(word.Value)) : text;

    /// <summary>A word may have the ending of a file's name, or several, after the handle.</summary>
    private string Redacted(string word)
    {
        for (var length = word.Length; length > 0; length = word.LastIndexOf('.', length - 1))
            if (Hold(word[..length].ToLowerInvariant()))
                return ErasedTexts.Replacement + word[length..];
        return word;
    }

    [GeneratedRegex(@"[^\s,;()\[\]""'/\\]+")]
    private static partial Regex Word();

    /// <summary>What takes the handle's place.</summary>
    public string Of(string handle) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(key!, Encoding.UTF8.GetBytes(handle)));

    private static async Task<byte[]> OpenAsync(Session session, byte[] auditKey)
    {
        var rows = await SealedAsync(session);
        if (rows.Length == 0)
            // Of a version that hashed handles with the key of the audit itself, and knew no rotation.
            return await AuditStore.RequireKeyAsync(session, auditKey);
        return Open(rows, auditKey, session.AuditFile);
    }

    private static byte[] Open(IReadOnlyList<StoreKeyRow> rows, byte[] auditKey, string? auditFile) =>
        rows.FirstOrDefault(row => row.KeyCheck == AuditKey.CheckOf(auditKey)) is { } mine
            ? SealedKey.Open(auditKey, mine.Sealed)
            : throw AuditKey.Wrong(auditFile, "hashes of erased people were");

    private static Task<TombstoneRow[]> RowsAsync(Session session) =>
        session.QueryAsync<TombstoneRow>(Query.ReadTombstones);

    private static Task<int> SaveAsync(Session session, byte[] auditKey, byte[] key) => session.ExecuteAsync(
        Query.SaveStoreKey,
        new { Purpose, KeyCheck = AuditKey.CheckOf(auditKey), Sealed = SealedKey.Seal(auditKey, key) });
}

/// <summary>What stays of a handle, and of the account that had it.</summary>
internal sealed record TombstoneRow(AccountId AccountId, string Handle);

/// <summary>How a key is known again, and what is sealed under it.</summary>
public sealed record StoreKeyRow(string KeyCheck, string Sealed);

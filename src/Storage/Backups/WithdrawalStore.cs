using System.Security.Cryptography;
using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Reads what must outlive a restore, and does it again in the store that a backup brought back.</summary>
public sealed class WithdrawalStore
{
    private readonly Database _database;
    private readonly ApiKeyStore _apiKeys;
    private readonly ConsentStore _consents;
    private readonly ErasureStore _erasures;

    internal WithdrawalStore(Database database, ApiKeyStore apiKeys, ConsentStore consents, ErasureStore erasures) =>
        (_database, _apiKeys, _consents, _erasures) = (database, apiKeys, consents, erasures);

    /// <exception cref="StoreException">The key of the audit is missing, or is another one.</exception>
    public Task<Withdrawals> ReadAsync(DateTime at, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                // The key must be theirs: what is read under another one is read back by none.
                await Tombstones.ReadAsync(session);
                var tombstones = await Tombstones.StoredAsync(session);
                var acts = await session.QueryAsync<SaidAct>(Query.ReadSaidActs);
                // A store that nobody withdrew from may have no audit, and no key of one, yet.
                var key = tombstones.Length + acts.Length == 0
                    ? AuditKey.Find(session.AuditFile) ?? []
                    : AuditKey.Require(session.AuditFile);
                if (acts.Length > 0)
                    await AuditStore.RequireKeyAsync(session, key);
                return new Withdrawals
                {
                    ReadAt = at,
                    KeyCheck = AuditKey.CheckOf(key),
                    Tombstones = tombstones,
                    TombstoneKeys = await Tombstones.SealedAsync(session),
                    Acts = [.. acts.Select(act => act with { Person = Hash(key, act.Person) })],
                    RevokedKeys =
                    [
                        .. (await _apiKeys.ListAsync(cancellation))
                            .Where(one => one.RevokedAt is not null).Select(one => one.Id),
                    ],
                };
            },
            cancellation);

    /// <summary>
    /// Erases again whoever was erased, writes down again what people said, revokes again what was revoked. What is so
    /// already stays as it is.
    /// </summary>
    /// <param name="withdrawals">Of the store that is replaced, or of a file.</param>
    /// <param name="audit">Of this store.</param>
    /// <param name="entry">When, who and in which role.</param>
    /// <param name="cancellation">Ends it between two people.</param>
    /// <exception cref="StoreException">They were read under a key that the audit never had.</exception>
    public async Task<Replayed> ReplayAsync(
        Withdrawals withdrawals, AuditStore audit, AuditEntry entry, CancellationToken cancellation)
    {
        if (withdrawals.IsEmpty)
            return new(0, 0, 0);
        var key = await audit.KeyOfAsync(withdrawals, cancellation);
        var erased = withdrawals.Tombstones.Count == 0
            ? 0
            : await EraseAsync(withdrawals, key, audit, entry, cancellation);
        var acts = await SayAsync(withdrawals.Acts, key, cancellation);
        var revoked = 0;
        foreach (var one in (await _apiKeys.ListAsync(cancellation)).Where(one => one.RevokedAt is null))
            if (withdrawals.RevokedKeys.Contains(one.Id))
                revoked += await _apiKeys.RevokeAsync(one.Id, entry.At, cancellation) ? 1 : 0;
        return new(erased, acts, revoked);
    }

    /// <summary>As one erasure each, with one wiping of the files for all.</summary>
    private async Task<int> EraseAsync(
        Withdrawals withdrawals, byte[] key, AuditStore audit, AuditEntry entry, CancellationToken cancellation)
    {
        var erased = await _database.WriteAsync(
            async session =>
            {
                var tombstones = await Tombstones.AdoptAsync(
                    session, withdrawals.Tombstones, withdrawals.TombstoneKeys, key);
                var merges = await Merges.ReadAsync(session);
                var gone = new HashSet<PersonId>();
                foreach (var person in await ErasedAsync(session, tombstones))
                {
                    // Erasing somebody takes those with whom they are one.
                    if (gone.Contains(person))
                        continue;
                    gone.UnionWith(merges.SelvesOf(person));
                    var keys = await PeopleStore.KeysAsync(session, person);
                    await ErasureStore.EraseAsync(session, person, entry, keys);
                }
                // Hashes of handles that this store never knew stay too: files read again leave them out.
                var there = (await Tombstones.StoredAsync(session)).ToHashSet();
                await Tombstones.AddAsync(session, withdrawals.Tombstones.Where(there.Add), AccountKind.Person);
                return gone.Count;
            },
            cancellation);
        await _erasures.FinishAsync(audit, cancellation);
        return erased;
    }

    /// <summary>Whose id is buried; or, where it has passed to somebody else, each of whose handles is.</summary>
    private static async Task<PersonId[]> ErasedAsync(Session session, Tombstones tombstones)
    {
        var handles = (await session.QueryAsync<PersonHandle>(Query.ReadPersonHandles))
            .ToLookup(handle => handle.SourceId, handle => handle.Handle, StringComparer.Ordinal);
        return (await NamedPerson.ReadAsync(session))
            .Where(person => tombstones.Hold(person.SourceId)
                || (handles[person.SourceId].Any() && handles[person.SourceId].All(tombstones.Hold)))
            .Select(person => person.PersonId).ToArray();
    }

    private async Task<int> SayAsync(IReadOnlyList<SaidAct> acts, byte[] key, CancellationToken cancellation)
    {
        var people = await _database.ReadAsync(
            async session => (await NamedPerson.ReadAsync(session))
                .ToDictionary(row => Hash(key, row.SourceId), row => row.PersonId),
            cancellation);
        return await _consents.RecordAsync(
            [
                .. acts.Where(act => people.ContainsKey(act.Person)).Select(act => new ConsentRecord
                {
                    PersonId = people[act.Person],
                    State = act.State,
                    ExternalContacts = act.ExternalContacts,
                    TextVersion = act.TextVersion,
                    At = act.At,
                    Channel = act.Channel,
                    RecordedBy = act.RecordedBy,
                    RecordedAt = act.RecordedAt,
                }),
            ],
            cancellation);
    }

    private static string Hash(byte[] key, string text) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("InfluencerMap withdrawal: " + text)));
}

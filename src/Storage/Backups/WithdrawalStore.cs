using System.Security.Cryptography;
using System.Text;
using InfluencerMap.Graph.Identities;

namespace InfluencerMap.Storage.Backups;

/// <summary>Reads what must outlive a restore, and does it again in the store that a backup brought back.</summary>
public sealed class WithdrawalStore
{
    /// <summary>No id has a line break.</summary>
    private const string CheckText = "\ncheck";

    private readonly Database _database;
    private readonly Store _store;

    internal WithdrawalStore(Database database, Store store) => (_database, _store) = (database, store);

    /// <exception cref="StoreException">The key of the audit is missing.</exception>
    public Task<Withdrawals> ReadAsync(DateTime at, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var key = KeyOf(session);
                return new Withdrawals
                {
                    ReadAt = at,
                    KeyCheck = Hash(key, CheckText),
                    Tombstones = await session.QueryAsync<string>(Query.ReadTombstones),
                    Acts = await session.QueryAsync(Query.ReadSaidActs, (ActRow row) => row.ToAct(key)),
                    RevokedKeys =
                    [
                        .. (await _store.ApiKeys.ListAsync(cancellation))
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
    /// <exception cref="StoreException">They were read under another key of the audit.</exception>
    public async Task<Replayed> ReplayAsync(
        Withdrawals withdrawals, AuditStore audit, AuditEntry entry, CancellationToken cancellation)
    {
        var key = await _database.ReadAsync(session => Task.FromResult(KeyOf(session)), cancellation);
        if (withdrawals.KeyCheck != Hash(key, CheckText))
            throw new StoreException(
                $"The withdrawals were read under another key of the audit; nothing was done. Set {AuditKey.Variable} "
                + "as it was then.");
        var erased = 0;
        foreach (var person in await ErasedAsync(withdrawals, cancellation))
            erased += await EraseAsync(person, audit, entry, cancellation) ? 1 : 0;
        await _database.WriteAsync(session => BuryAsync(session, withdrawals.Tombstones), cancellation);
        var acts = await SayAsync(withdrawals.Acts, key, cancellation);
        var revoked = 0;
        foreach (var one in (await _store.ApiKeys.ListAsync(cancellation)).Where(one => one.RevokedAt is null))
            if (withdrawals.RevokedKeys.Contains(one.Id))
                revoked += await _store.ApiKeys.RevokeAsync(one.Id, entry.At, cancellation) ? 1 : 0;
        return new(erased, acts, revoked);
    }

    /// <summary>Whose id is buried; or, where it has passed to somebody else, each of whose handles is.</summary>
    private Task<int[]> ErasedAsync(Withdrawals withdrawals, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var tombstones = await Tombstones.ReadAsync(session, withdrawals.Tombstones);
                var handles = (await session.QueryAsync<PersonHandle>(Query.ReadPersonHandles))
                    .ToLookup(handle => handle.SourceId, handle => handle.Handle, StringComparer.Ordinal);
                return (await session.QueryAsync<NameRow>(Query.ReadPersonNames))
                    .Where(person => tombstones.Hold(person.SourceId)
                        || (handles[person.SourceId].Any() && handles[person.SourceId].All(tombstones.Hold)))
                    .Select(person => (int)person.PersonId).ToArray();
            },
            cancellation);

    /// <returns>Whether they were still there: erasing somebody takes those with whom they are one.</returns>
    private async Task<bool> EraseAsync(
        int personId, AuditStore audit, AuditEntry entry, CancellationToken cancellation)
    {
        var isThere = await _database.ReadAsync(
            session => session.FirstAsync<string>(Query.ReadPersonKey, new { PersonId = personId }),
            cancellation) is not null;
        if (!isThere)
            return false;
        var keys = await _store.People.KeysAsync(personId, cancellation);
        await audit.AppendAsync([entry with { Action = "erase", Keys = keys }], cancellation);
        await _store.Erasures.EraseAsync(personId, entry.At, cancellation);
        foreach (var key in keys)
            await audit.ForgetAsync(key, cancellation);
        return true;
    }

    /// <summary>Of handles that this store never knew the hashes stay too: files read again leave them out.</summary>
    private static async Task<int> BuryAsync(Session session, IReadOnlyList<string> tombstones)
    {
        var there = (await session.QueryAsync<string>(Query.ReadTombstones)).ToHashSet();
        var next = await session.FirstAsync<long>(Query.ReadAccountIdMax);
        var rows = tombstones.Where(there.Add)
            .Select(one => new BuriedRow(++next, one, (long)AccountKind.Person)).ToArray();
        await session.ExecuteAsync(Query.AddAccount, rows);
        return await session.ExecuteAsync(Query.AddAccountHandle, rows);
    }

    private async Task<int> SayAsync(IReadOnlyList<SaidAct> acts, byte[] key, CancellationToken cancellation)
    {
        var people = await _database.ReadAsync(
            async session => (await session.QueryAsync<NameRow>(Query.ReadPersonNames))
                .ToDictionary(row => Hash(key, row.SourceId), row => (int)row.PersonId),
            cancellation);
        return await _store.Consents.RecordAsync(
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

    private static byte[] KeyOf(Session session) => AuditKey.LoadOrCreate(
        session.FilePath is { } file ? Path.ChangeExtension(file, ".audit.db") : null);

    private static string Hash(byte[] key, string text) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("InfluencerMap withdrawal: " + text)));

    private sealed record NameRow(long PersonId, string SourceId, string Spelling, string? Name);

    private sealed record BuriedRow(long AccountId, string Handle, long Kind);

    private sealed record ActRow(
        string SourceId, long? State, long? ExternalContacts, string TextVersion, long AtMs, string Channel,
        string RecordedBy, long RecordedMs)
    {
        public SaidAct ToAct(byte[] key) => new(
            Hash(key, SourceId), (ConsentState?)State, ExternalContacts is { } may ? may != 0 : null, TextVersion,
            Instant.FromMs(AtMs), Channel, RecordedBy, Instant.FromMs(RecordedMs));
    }
}

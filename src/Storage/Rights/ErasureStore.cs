using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Takes a person out of the store for good, and out of the audit with it.</summary>
public sealed class ErasureStore
{
    private const string Asked = "erase asked for";
    private const string Done = "erase";

    /// <summary>In an order in which nothing refers to what is gone.</summary>
    private static readonly Query[] Steps =
    [
        Query.EraseInteractions, Query.EraseGroupMembers, Query.EraseClaims, Query.EraseTenures, Query.FreeAccounts,
        Query.EraseFromIdentityLog, Query.CloseMoves, Query.CloseRanks, Query.LessenRuns, Query.ForgetExplanations,
        Query.EraseRankings, Query.EraseRunTies, Query.EraseRuleMoves,
        Query.EraseCohortMembers, Query.EraseConsents, Query.EraseApiKeys, Query.EraseFormerKeys, Query.MoveReportsUp,
        Query.EraseName, Query.ErasePerson,
    ];

    private readonly Database _database;
    private readonly Wiping _wiping;

    internal ErasureStore(Database database, Wiping wiping) => (_database, _wiping) = (database, wiping);

    /// <summary>
    /// Erases events, ties, scores, history, mapping and everything said, in one transaction, and the person's keys in
    /// the audit; then no byte of the files holds any of it. Of each handle a keyed hash stays, by which files read
    /// again leave the person out; the next night computes without them.
    /// </summary>
    /// <remarks>
    /// That it was asked for is in the audit before, that it was done after: a process that ends in between leaves
    /// everything as it was, or an erasure that whoever opens the store to write next finishes.
    /// </remarks>
    /// <param name="personId">Whom, with everybody found to be one with them.</param>
    /// <param name="audit">The audit of this store.</param>
    /// <param name="entry">When, who and in which role; the rest is filled in.</param>
    /// <param name="cancellation">Undoes all of it, until the rows are gone.</param>
    /// <returns>
    /// Whether no byte is left; else another process reads the store, and the next command that writes sees to it.
    /// </returns>
    public async Task<bool> EraseAsync(
        PersonId personId, AuditStore audit, AuditEntry entry, CancellationToken cancellation)
    {
        var keys = await _database.ReadAsync(session => PeopleStore.KeysAsync(session, personId), cancellation);
        await audit.AppendAsync([entry with { Action = Asked, Detail = "", Keys = keys }], cancellation);
        await _database.WriteAsync(session => EraseAsync(session, personId, entry, keys), cancellation);
        return await FinishAsync(audit, cancellation);
    }

    /// <summary>
    /// Which of these ids, keys and handles, in any spelling, were an erased person's: files that the customer keeps
    /// name them still.
    /// </summary>
    public Task<HashSet<string>> ErasedAmongAsync(IEnumerable<string> texts, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var tombstones = await Tombstones.ReadAsync(session);
                return texts.Where(text => tombstones.Hold(text.Trim().ToLowerInvariant()))
                    .ToHashSet(StringComparer.Ordinal);
            },
            cancellation);

    /// <summary>
    /// What stands in the place of a handle, in normal spelling, that was an erased person's; null where nobody was
    /// erased. Collectors find by it the account that nothing may be credited to any more.
    /// </summary>
    public Task<Func<string, string>?> TombstoneOfAsync(CancellationToken cancellation) =>
        _database.ReadAsync<Func<string, string>?>(
            async session => await Tombstones.ReadAsync(session) is { Any: true } tombstones ? tombstones.Of : null,
            cancellation);

    /// <summary>Finishes what was begun: lines of the audit, then bytes of the files.</summary>
    internal async Task<bool> FinishAsync(AuditStore audit, CancellationToken cancellation)
    {
        foreach (var erasure in await _database.QueryAsync<UnfinishedRow>(
            Query.ReadUnfinishedErasures, null, cancellation))
        {
            await audit.FinishErasureAsync(erasure.ToEntry(), cancellation);
            await _database.ExecuteAsync(Query.FinishErasure, erasure, cancellation);
        }
        return await _wiping.FinishAsync(cancellation);
    }

    internal static async Task<int> EraseAsync(Session session, PersonId personId, AuditEntry entry, string[] keys)
    {
        var tombstones = await Tombstones.BeginAsync(session);
        foreach (var self in (await Merges.ReadAsync(session)).SelvesOf(personId))
            await EraseOneAsync(session, tombstones, self);
        await session.ExecuteAsync(Query.AddUnfinishedErasure, UnfinishedRow.From(entry, keys));
        await Wiping.MarkAsync(session, withAudit: true);
        return await session.ExecuteAsync(Query.RecordErasure, new { entry.At });
    }

    private static async Task EraseOneAsync(Session session, Tombstones tombstones, PersonId personId)
    {
        var person = new { PersonId = personId };
        var handles = await session.QueryAsync<HandleRow>(Query.ReadHandlesOfPerson, person);
        var name = (await NamedPerson.ReadAsync(session)).Single(row => row.PersonId == personId);
        string[] keys =
        [
            (await session.FirstAsync<string>(Query.ReadPersonKey, person))!,
            .. await session.QueryAsync<string>(Query.ReadFormerKeys, person),
        ];
        await session.ExecuteAsync(
            Query.BuryHandle,
            handles.Select(handle => new { handle.AccountId, Tombstone = tombstones.Of(handle.Handle) }));
        // A file may name somebody by their key.
        await Tombstones.AddAsync(session, keys.Select(tombstones.Of), AccountKind.Unknown);
        foreach (var step in Steps)
            await session.ExecuteAsync(step, person);
        await new ErasedTexts(
            [name.SourceId, name.Spelling, name.Name ?? "", .. keys, .. handles.Select(handle => handle.Handle)])
            .RedactAsync(session);
    }

    private sealed record HandleRow(AccountId AccountId, string Handle);

    private sealed record UnfinishedRow(
        string Id, DateTime At, string Caller, string Roles, string TextVersion, string PersonKeys)
    {
        public static UnfinishedRow From(AuditEntry entry, string[] keys) => new(
            $"{Guid.NewGuid():N}", entry.At, entry.Caller, entry.Roles, entry.TextVersion, string.Join(' ', keys));

        /// <summary>The id tells one erasure from another, so that none is written down twice.</summary>
        public AuditEntry ToEntry() => new()
        {
            At = At,
            Caller = Caller,
            Roles = Roles,
            Action = Done,
            Detail = $"erasure {Id}",
            TextVersion = TextVersion,
            Keys = PersonKeys.Split(' '),
        };
    }
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>How far each source of a tenant was read; stored together with what was read.</summary>
public sealed class CursorStore
{
    private readonly Database _database;

    internal CursorStore(Database database) => _database = database;

    /// <summary>The cursors of one source by scope.</summary>
    public Task<IReadOnlyDictionary<string, string>> ReadAsync(string source, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyDictionary<string, string>>(
            async session => (await session.QueryAsync<CursorRow>(Query.ReadCursors, new { Source = source }))
                .ToDictionary(row => row.Scope, row => row.Value, StringComparer.Ordinal),
            cancellation);

    /// <summary>
    /// Stores a batch and its cursors in one transaction: whatever happens, the cursors stand for exactly what is
    /// stored. A batch stored twice changes nothing.
    /// </summary>
    public Task<BatchStored> AdvanceAsync(CursorAdvance advance, CancellationToken cancellation) =>
        _database.WriteAsync(
            async session =>
            {
                var people = advance.Entries.Count == 0
                    ? null
                    : await DirectoryMerge.SaveAsync(session, advance.Entries);
                await using var append = await InteractionAppend.BeginAsync(session);
                foreach (var interaction in advance.Interactions)
                    await append.AddAsync(interaction);
                foreach (var group in advance.Groups)
                    append.Name([group.Account, .. group.Joined, .. group.Addresses ?? []]);
                var appended = await append.EndAsync(advance.NewAccounts);
                await new GroupSave(session, advance.Source).ApplyAsync(advance.Groups, advance.GroupsAreAll);
                await CollectionStore.AddAsync(session, advance, appended);
                var tombstones = await Tombstones.ReadAsync(session);
                // Such as the position in a mailbox whose owner was erased while it was read.
                foreach (var (scope, value) in advance.Cursors.Where(cursor => !TellsOfErased(cursor.Key)))
                    await session.ExecuteAsync(
                        value is null ? Query.ForgetCursor : Query.SaveCursor,
                        new { advance.Source, Scope = scope, Value = value, AtMs = Instant.ToMs(advance.At) });
                return new BatchStored(appended, people, append.NotStored);

                bool TellsOfErased(string scope) =>
                    tombstones.Any && scope.Split(':', '/').Any(word => tombstones.Hold(word.ToLowerInvariant()));
            },
            cancellation);

    private sealed record CursorRow(string Scope, string Value);
}

/// <summary>What a source gave, and where it stands once that is stored.</summary>
public sealed record CursorAdvance
{
    public required string Source { get; init; }

    /// <summary>The collection that the batch belongs to; 0 counts it in none.</summary>
    public long CollectionId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    public IReadOnlyList<Interaction<AccountId>> Interactions { get; init; } = [];

    /// <summary>The accounts that the interactions and groups name and the store lacks.</summary>
    public IReadOnlyList<Account> NewAccounts { get; init; } = [];

    public IReadOnlyList<DirectoryEntry> Entries { get; init; } = [];

    public IReadOnlyList<GroupChange> Groups { get; init; } = [];

    /// <summary>Whether <see cref="Groups"/> are all of the source: others, stored before, are gone.</summary>
    public bool GroupsAreAll { get; init; }

    /// <summary>Source items behind the batch.</summary>
    public int Items { get; init; }

    /// <summary>Items that did not simply count, by what became of them.</summary>
    public IReadOnlyList<CollectionOutcome> Outcomes { get; init; } = [];

    /// <summary>By scope; null forgets the scope.</summary>
    public required IReadOnlyDictionary<string, string?> Cursors { get; init; }
}

/// <summary>What storing a batch did.</summary>
/// <param name="People">Null where the batch held no directory entries.</param>
/// <param name="NotStored">
/// New accounts that only rows left out name. Whoever goes on with their ids offers them again with the next batch.
/// </param>
public readonly record struct BatchStored(
    AppendResult Appended, PeopleSaved? People, IReadOnlyList<Account> NotStored);

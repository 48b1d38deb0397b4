using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>The people of the directory and, apart from them, their names.</summary>
public sealed class PeopleStore
{
    private readonly Database _database;

    internal PeopleStore(Database database) => _database = database;

    /// <summary>
    /// Adds and changes people in one transaction. What an entry does not state stays as it is. The source id and the
    /// handles of an entry, in normal spelling, become accounts: the person's, or nobody's where the entry is no
    /// person. Accounts seen in interactions before get their owner, so the order of imports does not matter.
    /// </summary>
    /// <exception cref="StoreException">An id comes twice, or an address has two owners; nothing is stored.</exception>
    public Task<PeopleSaved> SaveAsync(IReadOnlyList<DirectoryEntry> entries, CancellationToken cancellation) =>
        _database.WriteAsync(session => DirectoryMerge.SaveAsync(session, entries), cancellation);

    /// <summary>
    /// Everybody but those who are excluded by their own word, by id. Who reported to one of them reports to that one's
    /// manager, so that nothing read from here can show that somebody is missing. Who was merged into another is that
    /// one.
    /// </summary>
    public Task<Person[]> ReadAsync(CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var merges = await Merges.ReadAsync(session);
                var excluded = merges.Follow((await ConsentStore.ReadAsync(session)).Excluded);
                var merged = await MergedAsync(session, merges);
                return excluded.Count == 0
                    ? merged
                    : [.. PersonIndex.Without(merged, person => excluded.Contains(person.Id))];
            },
            cancellation);

    /// <summary>
    /// Everybody, also who is excluded: for headcounts, which are those of any staff list. With one less, whoever has
    /// that list would find who is missing.
    /// </summary>
    public Task<Person[]> ReadForHeadcountAsync(CancellationToken cancellation) =>
        _database.ReadAsync(
            async session => await MergedAsync(session, await Merges.ReadAsync(session)), cancellation);

    /// <summary>Names by person id: for people with the right to see them, never for scoring.</summary>
    public Task<IReadOnlyDictionary<PersonId, PersonName>> NamesAsync(CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyDictionary<PersonId, PersonName>>(
            async session => (await NamedPerson.ReadAsync(session))
                .ToDictionary(row => row.PersonId, row => new PersonName(row.Spelling, row.Name)),
            cancellation);

    /// <summary>Every handle that a person owns, for collectors that join what they read to whom they know.</summary>
    public Task<PersonHandle[]> HandlesAsync(CancellationToken cancellation) =>
        _database.QueryAsync<PersonHandle>(Query.ReadPersonHandles, null, cancellation);

    /// <summary>
    /// The id of the person with this source id, key or handle, in any spelling; null = nobody. Who was merged into
    /// another is that one.
    /// </summary>
    public Task<PersonId?> FindAsync(string sourceIdOrKey, CancellationToken cancellation) =>
        _database.ReadAsync<PersonId?>(
            async session => await session.FirstAsync<PersonId?>(
                    Query.FindPerson, new { Text = sourceIdOrKey.Trim().ToLowerInvariant() }) is { } found
                ? (await Merges.ReadAsync(session)).Follow(found)
                : null,
            cancellation);

    /// <summary>The pseudonymous key of a person of the store, excluded or not.</summary>
    public async Task<string> KeyAsync(PersonId personId, CancellationToken cancellation) =>
        await _database.FirstAsync<string>(Query.ReadPersonKey, new { PersonId = personId }, cancellation)
        ?? throw new ArgumentException($"The store has no person {personId}.");

    /// <summary>The id of the person of this pseudonymous key, excluded or not; null = nobody.</summary>
    public Task<PersonId?> FindKeyAsync(string key, CancellationToken cancellation) =>
        _database.FirstAsync<PersonId?>(Query.FindPersonKey, new { Key = key }, cancellation);

    /// <summary>
    /// The pseudonymous keys of everybody who was found to be one with the person, first of the one who stands for all,
    /// then those that they had before the customer's key changed.
    /// </summary>
    public Task<string[]> KeysAsync(PersonId personId, CancellationToken cancellation) =>
        _database.ReadAsync(session => KeysAsync(session, personId), cancellation);

    /// <summary>One person's name, for a view that may show it; null where the directory gives none.</summary>
    public Task<string?> NameAsync(PersonId personId, CancellationToken cancellation) =>
        _database.FirstAsync<string>(Query.ReadPersonName, new { PersonId = personId }, cancellation);

    internal static async Task<string[]> KeysAsync(Session session, PersonId personId)
    {
        var (keys, former) = (new List<string>(), new List<string>());
        foreach (var id in (await Merges.ReadAsync(session)).SelvesOf(personId))
        {
            keys.Add((await session.FirstAsync<string>(Query.ReadPersonKey, new { PersonId = id }))!);
            former.AddRange(await session.QueryAsync<string>(Query.ReadFormerKeys, new { PersonId = id }));
        }
        return keys.Concat(former).Distinct(StringComparer.Ordinal).ToArray();
    }

    private static async Task<Person[]> MergedAsync(Session session, Merges merges)
    {
        var people = await session.QueryAsync<Person>(Query.ReadPeople);
        return merges.Any ? [.. merges.Apply(people)] : people;
    }
}

/// <summary>A handle of a person.</summary>
public sealed record PersonHandle
{
    /// <summary>In normal spelling.</summary>
    public required string Handle { get; init; }

    /// <summary>The id of whose it is, in normal spelling.</summary>
    public required string SourceId { get; init; }

    /// <summary>That id as its source writes it.</summary>
    public required string Spelling { get; init; }

    /// <summary>First day no longer with the company.</summary>
    public DateOnly? Leave { get; init; }
}

/// <summary>What the people file calls a person.</summary>
/// <param name="SourceId">The id, as the file writes it.</param>
/// <param name="Name">The name, where the file gives one.</param>
public sealed record PersonName(string SourceId, string? Name);

/// <summary>What saving a directory did.</summary>
/// <param name="Added">People new to the store.</param>
/// <param name="Changed">People whose properties, name or accounts changed.</param>
/// <param name="Unchanged">People given as they were stored.</param>
/// <param name="NonPersonAccounts">Entries that are no persons: shared, room, bot.</param>
/// <param name="UnknownManagers">Entries whose manager is nobody in the store; their manager stays as it was.</param>
/// <param name="Withheld">
/// Personal accounts on networks outside, of anybody, that count for nobody: consent is not on record.
/// </param>
public sealed record PeopleSaved(
    int Added, int Changed, int Unchanged, int NonPersonAccounts, int UnknownManagers, int Withheld = 0)
{
    /// <summary>Entries of people who were erased: left out.</summary>
    public int Erased { get; init; }
}

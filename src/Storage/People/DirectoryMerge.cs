using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Compares a directory with what is stored, and writes the difference.</summary>
internal sealed class DirectoryMerge(Tombstones tombstones)
{
    private readonly Dictionary<PersonId, Known> _stored = [];
    private readonly Dictionary<PersonId, Known> _wanted = [];
    private readonly Dictionary<string, PersonId> _idBySource = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccountRow> _storedAccounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccountRow> _wantedAccounts = new(StringComparer.Ordinal);
    private readonly Dictionary<AccountId, HashSet<PersonId>> _claimants = [];
    private readonly List<Claim> _newClaims = [];
    private int _personIdMax;
    private int _accountIdMax;
    private int _nonPersonAccounts;
    private int _unknownManagers;
    private int _otherKeys;
    private int _erasedCount;

    public static async Task<PeopleSaved> SaveAsync(Session session, IReadOnlyList<DirectoryEntry> entries)
    {
        var merge = await BeginAsync(session);
        merge.Apply(entries);
        return await merge.WriteAsync(session);
    }

    private static async Task<DirectoryMerge> BeginAsync(Session session)
    {
        var merge = new DirectoryMerge(await Tombstones.ReadAsync(session));
        var people = (await session.QueryAsync<Person>(Query.ReadPeople)).ToDictionary(p => p.Id);
        foreach (var (id, sourceId, spelling, name) in await NamedPerson.ReadAsync(session))
        {
            merge._stored.Add(id, new(people[id], sourceId, spelling, name));
            merge._idBySource.Add(sourceId, id);
            merge._personIdMax = Math.Max(merge._personIdMax, id.Value);
        }
        foreach (var account in await session.QueryAsync<AccountRow>(Query.ReadOwnedAccounts))
        {
            merge._storedAccounts.Add(account.Handle, account);
            merge._accountIdMax = Math.Max(merge._accountIdMax, account.AccountId.Value);
        }
        foreach (var claim in await session.QueryAsync<Claim>(Query.ReadClaims))
            if (claim.Origin == ClaimOrigin.Directory)
                merge.ClaimantsOf(claim.AccountId).Add(claim.PersonId!.Value);
        return merge;
    }

    /// <summary>Entries of erased people are passed over: they are not to come back by a file.</summary>
    private void Apply(IReadOnlyList<DirectoryEntry> all)
    {
        DirectoryEntry[] entries =
            [.. all.Where(entry => !entry.Handles.Prepend(entry.SourceId).Any(tombstones.Hold))];
        _erasedCount += all.Count - entries.Length;
        var twice = entries.Length - entries.DistinctBy(e => e.SourceId, StringComparer.Ordinal).Count();
        if (twice > 0)
            throw new StoreException(
                $"{twice} ids of the directory come more than once; nothing was stored. Keep one row an id.");
        var conflicts = 0;
        foreach (var entry in entries)
        {
            var kind = KindOf(entry);
            PersonId? owner = kind == AccountKind.Person ? Take(entry) : null;
            _nonPersonAccounts += owner is null ? 1 : 0;
            foreach (var handle in entry.Handles.Prepend(entry.SourceId))
                conflicts += Claim(handle, owner, kind) ? 0 : 1;
        }
        if (_otherKeys > 0)
            throw new StoreException(
                $"{_otherKeys} people of the store have pseudonyms of another customer key; nothing was stored. Give "
                + "the key as it was, or change everybody's at once: influencermap keys rotate.");
        // When all dates of leaving are known.
        conflicts += _wantedAccounts.Values.Count(HasTwoOwners);
        if (conflicts > 0)
            throw new StoreException(
                $"{conflicts} ids or addresses of the directory have another owner already; nothing was stored. "
                + "Give each address to one person, or to one shared mailbox, room or bot; it passes to another "
                + "when its owner has a date of leaving." + (OtherZeros(entries) is > 0 and var zeros
                    ? $" {zeros} ids differ from those stored in leading zeros alone, as 0005 and 5 do: a spreadsheet "
                        + "cut them off or put them back. Write them as the first file did, as text."
                    : ""));
        // When all accounts have owners: a manager may stand below the people who report to them.
        foreach (var entry in entries.Where(e => e.ManagerSourceId is not null && KindOf(e) == AccountKind.Person))
            TakeManager(entry);
    }

    private async Task<PeopleSaved> WriteAsync(Session session)
    {
        var added = _wanted.Where(w => !_stored.ContainsKey(w.Key)).Select(w => w.Value).ToList();
        var changed = _wanted.Where(w => _stored.TryGetValue(w.Key, out var known) && known != w.Value)
            .Select(w => w.Value).ToList();
        await session.ExecuteAsync(Query.AddPerson, added.Select(k => k.Person));
        await session.ExecuteAsync(
            Query.ChangePerson,
            added.Where(k => k.Person.ManagerId is not null).Concat(changed).Select(k => k.Person));
        await session.ExecuteAsync(
            Query.NamePerson,
            added.Concat(changed).Select(k => new { PersonId = k.Person.Id, k.SourceId, k.Spelling, k.Name }));

        var newAccounts = _wantedAccounts.Values.Where(a => !_storedAccounts.ContainsKey(a.Handle)).ToList();
        await session.ExecuteAsync(Query.AddAccount, newAccounts);
        await session.ExecuteAsync(Query.AddAccountHandle, newAccounts);
        await session.ExecuteAsync(Query.ChangeAccount, _wantedAccounts.Values
            .Where(a => _storedAccounts.TryGetValue(a.Handle, out var known) && known != a));
        await session.ExecuteAsync(Query.AddClaim, _newClaims);
        var settled = await Settlement.WriteAsync(session);

        var changedIds = changed.Select(k => k.Person.Id)
            .Concat(_newClaims.Select(claim => claim.PersonId!.Value))
            .Where(_stored.ContainsKey)
            .ToHashSet();
        var unchanged = _wanted.Count - added.Count - changedIds.Count;
        return new(added.Count, changedIds.Count, unchanged, _nonPersonAccounts, _unknownManagers, settled.Withheld)
        {
            Erased = _erasedCount,
        };
    }

    /// <summary>How many ids would be those of people in the store if zeros before them did not count.</summary>
    private int OtherZeros(DirectoryEntry[] entries)
    {
        var stored = _stored.Values.Select(known => WithoutZeros(known.SourceId)).OfType<string>().ToHashSet();
        var same = _stored.Values.Select(known => known.SourceId).ToHashSet(StringComparer.Ordinal);
        return entries.Count(entry => !same.Contains(entry.SourceId)
            && WithoutZeros(entry.SourceId) is { } number && stored.Contains(number));

        static string? WithoutZeros(string id) =>
            id.Length > 0 && id.All(char.IsAsciiDigit) ? id.TrimStart('0') : null;
    }

    /// <summary>What another file said of the account stays where this one does not say.</summary>
    private AccountKind KindOf(DirectoryEntry entry) =>
        entry.Kind ?? (AccountKind)(_storedAccounts.GetValueOrDefault(entry.SourceId)?.Kind ?? 0) switch
        {
            AccountKind.Unknown => AccountKind.Person,
            var known => known,
        };

    /// <returns>The person's id.</returns>
    private PersonId Take(DirectoryEntry entry)
    {
        if (!_idBySource.TryGetValue(entry.SourceId, out var id))
            _idBySource.Add(entry.SourceId, id = new(++_personIdMax));
        var before = _stored.GetValueOrDefault(id);
        var person = before?.Person;
        _otherKeys += person is not null && person.Key != entry.Key ? 1 : 0;
        var wanted = new Person
        {
            Id = id,
            Key = entry.Key,
            ManagerId = person?.ManagerId,
            Department = entry.Department ?? person?.Department,
            Site = entry.Site ?? person?.Site,
            JobFamily = entry.JobFamily ?? person?.JobFamily,
            Level = entry.Level ?? person?.Level,
            Start = entry.Start ?? person?.Start,
            Leave = entry.Leave ?? person?.Leave,
            AbsentFrom = entry.AbsentFrom ?? person?.AbsentFrom,
            AbsentTo = entry.AbsentTo ?? person?.AbsentTo,
            Fte = entry.Fte ?? person?.Fte,
            WorkingDays = entry.WorkingDays ?? person?.WorkingDays,
        };
        _wanted.Add(id, new(wanted, entry.SourceId, entry.Spelling, entry.Name ?? before?.Name));
        return id;
    }

    /// <returns>Whether the account can be of this kind.</returns>
    private bool Claim(string handle, PersonId? owner, AccountKind kind)
    {
        var account = _wantedAccounts.GetValueOrDefault(handle) ?? _storedAccounts.GetValueOrDefault(handle)
            ?? new(new(++_accountIdMax), handle, (long)AccountKind.Unknown, null);
        var isMailbox = _wantedAccounts.ContainsKey(handle) && IsMailbox(account);
        // An address that someone left behind may have become a mailbox of several.
        var hasPassed = owner is { } person && IsMailbox(account)
            && DirectoryStakes.Leaves(_wanted[person].Person);
        _wantedAccounts[handle] = isMailbox || hasPassed ? account : account with { Kind = (long)kind };
        if (owner is { } claimant && ClaimantsOf(account.AccountId).Add(claimant))
            _newClaims.Add(new(account.AccountId, claimant, ClaimOrigin.Directory));
        return !isMailbox || owner is not null || account.Kind == (long)kind;
    }

    /// <summary>Who has left keeps what was; only one can have an address now.</summary>
    private bool HasTwoOwners(AccountRow account) =>
        Claimants(account).Count(person => !DirectoryStakes.Leaves(person)) > (IsMailbox(account) ? 0 : 1);

    /// <summary>Whose an address is now: the one who stays, or the last who left.</summary>
    private PersonId? PresentOwner(AccountRow account)
    {
        var tenures = Tenures.Settle([.. DirectoryStakes.Of(Claimants(account), IsMailbox(account))]);
        return tenures[^1].PersonId is { IsNobody: false } owner ? owner : null;
    }

    private IEnumerable<Person> Claimants(AccountRow account) =>
        ClaimantsOf(account.AccountId).Select(id => (_wanted.GetValueOrDefault(id) ?? _stored[id]).Person);

    private HashSet<PersonId> ClaimantsOf(AccountId account)
    {
        if (!_claimants.TryGetValue(account, out var people))
            _claimants.Add(account, people = []);
        return people;
    }

    private static bool IsMailbox(AccountRow account) =>
        (AccountKind)account.Kind is AccountKind.Shared or AccountKind.Room or AccountKind.Bot;

    private void TakeManager(DirectoryEntry entry)
    {
        var handle = entry.ManagerSourceId!;
        var manager = _wantedAccounts.GetValueOrDefault(handle) ?? _storedAccounts.GetValueOrDefault(handle);
        if (manager is null || PresentOwner(manager) is not { } managerId)
        {
            _unknownManagers++;
            return;
        }
        var id = _idBySource[entry.SourceId];
        _wanted[id] = _wanted[id] with { Person = _wanted[id].Person with { ManagerId = managerId } };
    }

    private sealed record Known(Person Person, string SourceId, string Spelling, string? Name);
}

using InfluencerMap.Graph.Identities;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>Sets a directory against what is stored, and writes the difference.</summary>
internal sealed class DirectoryMerge
{
    private readonly Dictionary<int, Known> _stored = [];
    private readonly Dictionary<int, Known> _wanted = [];
    private readonly Dictionary<string, int> _idBySource = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Owned> _storedAccounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Owned> _wantedAccounts = new(StringComparer.Ordinal);
    private int _personIdMax;
    private long _accountIdMax;
    private int _nonPersonAccounts;
    private int _unknownManagers;

    public static async Task<DirectoryMerge> BeginAsync(Session session)
    {
        var merge = new DirectoryMerge();
        var people = (await session.QueryAsync<Person>(Query.ReadPeople)).ToDictionary(p => p.Id);
        foreach (var name in await session.QueryAsync<NameRow>(Query.ReadPersonNames))
        {
            var id = (int)name.PersonId;
            merge._stored.Add(id, new(people[id], name.SourceId, name.Spelling, name.Name));
            merge._idBySource.Add(name.SourceId, id);
            merge._personIdMax = Math.Max(merge._personIdMax, id);
        }
        foreach (var account in await session.QueryAsync<Owned>(Query.ReadOwnedAccounts))
        {
            merge._storedAccounts.Add(account.Handle, account);
            merge._accountIdMax = Math.Max(merge._accountIdMax, account.AccountId);
        }
        return merge;
    }

    public void Apply(IReadOnlyList<DirectoryEntry> entries)
    {
        var twice = entries.Count - entries.DistinctBy(e => e.SourceId, StringComparer.Ordinal).Count();
        if (twice > 0)
            throw new StoreException(
                $"{twice} ids of the directory come more than once; nothing was stored. Keep one row an id.");
        var conflicts = 0;
        foreach (var entry in entries)
        {
            var kind = KindOf(entry);
            int? owner = kind == AccountKind.Person ? Take(entry) : null;
            _nonPersonAccounts += owner is null ? 1 : 0;
            foreach (var handle in entry.Handles.Prepend(entry.SourceId))
                conflicts += Claim(handle, owner, kind) ? 0 : 1;
        }
        if (conflicts > 0)
            throw new StoreException(
                $"{conflicts} ids or addresses of the directory have another owner already; nothing was stored. "
                + "Give each address to one person, or to one shared mailbox, room or bot.");
        // When all accounts have owners: a manager may stand below the people who report to them.
        foreach (var entry in entries.Where(e => e.ManagerSourceId is not null && KindOf(e) == AccountKind.Person))
            TakeManager(entry);
    }

    public async Task<PeopleSaved> WriteAsync(Session session)
    {
        var added = _wanted.Where(w => !_stored.ContainsKey(w.Key)).Select(w => w.Value).ToList();
        var changed = _wanted.Where(w => _stored.TryGetValue(w.Key, out var known) && known != w.Value)
            .Select(w => w.Value).ToList();
        await session.ExecuteAsync(Query.AddPerson, added.Select(k => k.Person));
        await session.ExecuteAsync(Query.ChangePerson, added.Concat(changed).Select(k => k.Person));
        await session.ExecuteAsync(
            Query.NamePerson,
            added.Concat(changed).Select(k => new { PersonId = k.Person.Id, k.SourceId, k.Spelling, k.Name }));

        var newAccounts = _wantedAccounts.Values.Where(a => !_storedAccounts.ContainsKey(a.Handle)).ToList();
        var movedAccounts = _wantedAccounts.Values
            .Where(a => _storedAccounts.TryGetValue(a.Handle, out var known) && known != a).ToList();
        await session.ExecuteAsync(Query.AddAccount, newAccounts);
        await session.ExecuteAsync(Query.AddAccountHandle, newAccounts);
        await session.ExecuteAsync(Query.ChangeAccount, movedAccounts);

        var changedIds = changed.Select(k => (long?)k.Person.Id)
            .Concat(newAccounts.Concat(movedAccounts).Select(a => a.PersonId))
            .Where(id => id is { } known && _stored.ContainsKey((int)known))
            .ToHashSet();
        var unchanged = _wanted.Count - added.Count - changedIds.Count;
        return new(added.Count, changedIds.Count, unchanged, _nonPersonAccounts, _unknownManagers);
    }

    /// <summary>What another file said of the account stays where this one does not say.</summary>
    private AccountKind KindOf(DirectoryEntry entry) =>
        entry.Kind ?? (AccountKind)(_storedAccounts.GetValueOrDefault(entry.SourceId)?.Kind ?? 0) switch
        {
            AccountKind.Unknown => AccountKind.Person,
            var known => known,
        };

    /// <returns>The person's id.</returns>
    private int Take(DirectoryEntry entry)
    {
        if (!_idBySource.TryGetValue(entry.SourceId, out var id))
            _idBySource.Add(entry.SourceId, id = ++_personIdMax);
        var before = _stored.GetValueOrDefault(id);
        var person = before?.Person;
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
        };
        _wanted.Add(id, new(wanted, entry.SourceId, entry.Spelling, entry.Name ?? before?.Name));
        return id;
    }

    /// <returns>Whether the account is free for this owner.</returns>
    private bool Claim(string handle, int? owner, AccountKind kind)
    {
        var claim = new Owned(0, handle, owner, (long)kind);
        if (_wantedAccounts.TryGetValue(handle, out var given))
            return claim with { AccountId = given.AccountId } == given;
        var known = _storedAccounts.GetValueOrDefault(handle);
        if (known?.PersonId is not null && known.PersonId != owner)
            return false;
        _wantedAccounts.Add(handle, claim with { AccountId = known?.AccountId ?? ++_accountIdMax });
        return true;
    }

    private void TakeManager(DirectoryEntry entry)
    {
        var handle = entry.ManagerSourceId!;
        var manager = _wantedAccounts.GetValueOrDefault(handle) ?? _storedAccounts.GetValueOrDefault(handle);
        if (manager?.PersonId is not { } managerId)
        {
            _unknownManagers++;
            return;
        }
        var id = _idBySource[entry.SourceId];
        _wanted[id] = _wanted[id] with { Person = _wanted[id].Person with { ManagerId = (int)managerId } };
    }

    private sealed record Known(Person Person, string SourceId, string Spelling, string? Name);

    private sealed record NameRow(long PersonId, string SourceId, string Spelling, string? Name);

    private sealed record Owned(long AccountId, string Handle, long? PersonId, long Kind);
}

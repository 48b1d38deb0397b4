using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>One decision while it is made: checked against what is stored, then written with what follows.</summary>
internal sealed class IdentityWork(
    Session session, IdentityDecision decision, Settlement settlement, Merges merges, IdentityLogEntry[] log,
    int accountIdMax)
{
    private readonly List<Claim> _claims = [];
    private readonly Dictionary<string, AccountRow> _newAccounts = new(StringComparer.Ordinal);
    private readonly long _entry = log.Length == 0 ? 1 : log[0].Entry + 1;
    private readonly long? _fromMs = MsOf(decision.From);
    private readonly long? _toMs = MsOf(decision.To);
    private DomainRow? _domain;
    private int _erasedCount;
    private int _accountIdMax = accountIdMax;

    public Merges Merges => merges;

    /// <summary>When nothing was new.</summary>
    public IdentityDone Nothing => new(null, 0) { Erased = _erasedCount };

    public static async Task<IdentityWork> BeginAsync(Session session, IdentityDecision decision) =>
        decision.From >= decision.To
            ? throw new StoreException(
                $"--from {decision.From:yyyy-MM-dd} is not before --to {decision.To:yyyy-MM-dd}, the first day after.")
            : new(session, decision, await Settlement.ReadAsync(session), await Merges.ReadAsync(session),
                await session.QueryAsync<IdentityLogEntry>(Query.ReadIdentityLog),
                await session.FirstAsync<int>(Query.ReadAccountIdMax));

    public async Task<FoundPerson> RequirePersonAsync(string text) =>
        await FindPersonAsync(text) ?? throw new StoreException(
            "The second word is nobody's id, key or address. Import people first, or look them up: rank.");

    public async Task<FoundPerson?> FindPersonAsync(string text) =>
        await session.FirstAsync<FoundPerson>(Query.FindPerson, new { Text = text });

    public NewEntry MergePeople(PersonId other, PersonId into)
    {
        if (Merges.EntryOf(other) is { } earlier)
            throw new StoreException(
                $"That person was merged into another by entry {earlier}. Undo it first: identities undo {earlier}");
        if (Merges.Follow(into) == other)
            throw new StoreException(
                $"That would be a circle: entry {Merges.EntryOf(into)} merged the second person into the first. "
                + "Undo it first, or leave things as they are.");
        if (_fromMs is not null || _toMs is not null)
            throw new StoreException("Two people are one for all time: leave --from and --to out.");
        return new(IdentityAction.Merge) { PersonId = into, OtherPersonId = other };
    }

    public NewEntry MergeAccount(string handle, PersonId person)
    {
        var account = RequireAccount(handle);
        var owners = settlement.OwnersOf(account, _fromMs, _toMs).ToArray();
        if (owners.All(owner => owner == person))
            throw new StoreException("It is that person's already. See: influencermap identities log");
        if (owners.Any(owner => owner != person && !owner.IsNobody))
            throw new StoreException(
                "It is somebody else's in some of that time. Split it first (identities split), or name other days.");
        _claims.Add(new(account.AccountId, person, ClaimOrigin.Decision, _fromMs, _toMs, _entry));
        return new(IdentityAction.Merge) { AccountId = account.AccountId, PersonId = person };
    }

    public NewEntry Split(string handle)
    {
        var account = RequireAccount(handle);
        if (settlement.OwnersOf(account, _fromMs, _toMs).All(owner => owner.IsNobody))
            throw new StoreException("It is nobody's in that time: there is nothing to split.");
        _claims.Add(new(account.AccountId, null, ClaimOrigin.Decision, _fromMs, _toMs, _entry));
        return new(IdentityAction.Split) { AccountId = account.AccountId };
    }

    /// <summary>Takes a pair off the review, as it stands there.</summary>
    public async Task<NewEntry> DismissAsync(string handleOrPerson, string person)
    {
        var one = await RequirePersonAsync(person);
        var pair = await FindPersonAsync(handleOrPerson) is { IsAddress: false } other && other.Id != one.Id
            ? PairKey.OfPeople(Merges.Follow(other.Id), Merges.Follow(one.Id))
            : PairKey.OfAccount(RequireAccount(handleOrPerson).AccountId, Merges.Follow(one.Id));
        return (await LikelyPairs.FindAsync(session)).Any(likely => likely.Key == pair)
            ? new(IdentityAction.Dismiss)
            {
                AccountId = pair.AccountId, PersonId = pair.PersonId, OtherPersonId = pair.OtherPersonId,
            }
            : throw new StoreException(
                "The two are no pair of the review: dismissed already, decided, or never likely. "
                + "See: influencermap identities review, and identities log");
    }

    public NewEntry Undo(long entry)
    {
        var found = log.FirstOrDefault(row => row.Entry == entry)
            ?? throw new StoreException(
                $"The log has no entry {entry}; it holds {log.Length}. See: influencermap identities log");
        if (found.Undoes is not null)
            throw new StoreException($"Entry {entry} is itself an undo. Make the decision anew instead.");
        if (found.UndoneBy is { } by)
            throw new StoreException($"Entry {entry} is undone already, by entry {by}.");
        return new(IdentityAction.Undo) { Undoes = entry, Items = found.Items };
    }

    public async Task<NewEntry> DeclareDomainAsync(string domain)
    {
        foreach (var known in await session.QueryAsync<DomainRow>(Query.ReadInternalDomains))
            if (known.Domain == domain && Overlap(known.FromMs, known.ToMs, _fromMs, _toMs))
                throw new StoreException(
                    "That domain is declared for some of that time already. See: influencermap identities log");
        _domain = new(domain, _fromMs, _toMs);
        return new(IdentityAction.Domain);
    }

    public async Task<NewEntry?> MapAsync(IReadOnlyList<IdentityMapping> mappings)
    {
        var taken = await MappedAsync();
        var tombstones = await Tombstones.ReadAsync(session);
        var already = 0;
        foreach (var mapping in mappings)
        {
            if (tombstones.Hold(mapping.Person) || tombstones.Hold(mapping.Handle))
            {
                _erasedCount++;
                continue;
            }
            var person = await FindPersonAsync(mapping.Person)
                ?? throw new StoreException(
                    $"Line {mapping.LineNumber} names a person whom no directory has; nothing was stored. "
                    + "Import people first, or correct the line.");
            var account = settlement.Find(mapping.Handle)?.AccountId ?? AddAccount(mapping.Handle);
            var claim = new Claim(
                account, person.Id, ClaimOrigin.Mapping, MsOf(mapping.From), MsOf(mapping.To), _entry);
            var stake = claim.ToStake();
            if (!taken.TryGetValue(account, out var stakes))
                taken.Add(account, stakes = []);
            if (stakes.Contains(stake))
            {
                already++;
                continue;
            }
            if (stakes.Any(known => known.FromMs < stake.ToMs && stake.FromMs < known.ToMs))
                throw new StoreException(
                    $"Line {mapping.LineNumber} gives a handle for days in which another line, or an earlier file, "
                    + "gives it too; nothing was stored. Let the days not overlap, or undo the earlier file.");
            stakes.Add(stake);
            _claims.Add(claim);
        }
        return _claims.Count == 0
            ? null
            : new(IdentityAction.Map) { Items = _claims.Count, AlreadyThere = already };
    }

    /// <summary>Writes the entry with its claims, and settles.</summary>
    public async Task<IdentityDone> WriteAsync(NewEntry entry)
    {
        await session.ExecuteAsync(Query.AddAccount, _newAccounts.Values);
        await session.ExecuteAsync(Query.AddAccountHandle, _newAccounts.Values);
        await session.ExecuteAsync(Query.LogIdentity, new
        {
            Entry = _entry,
            decision.At,
            decision.Who,
            entry.Action,
            entry.AccountId,
            entry.PersonId,
            entry.OtherPersonId,
            FromMs = _fromMs,
            ToMs = _toMs,
            entry.Items,
            entry.Undoes,
        });
        await session.ExecuteAsync(Query.AddClaim, _claims);
        if (_domain is { } domain)
            await session.ExecuteAsync(
                Query.AddInternalDomain, new { domain.Domain, domain.FromMs, domain.ToMs, Entry = _entry });
        var settled = await Settlement.WriteAsync(session);
        return new(_entry, entry.Items, entry.AlreadyThere, await OutvotedAsync(), settled.Withheld)
        {
            Erased = _erasedCount,
        };
    }

    /// <summary>Mappings that do not own their account in all of their time, since something else goes first.</summary>
    private async Task<int> OutvotedAsync()
    {
        var mapped = _claims.Where(claim => claim.Origin == ClaimOrigin.Mapping).ToArray();
        if (mapped.Length == 0)
            return 0;
        var settled = await Settlement.ReadAsync(session);
        var accounts = settled.Accounts.ToDictionary(account => account.AccountId);
        return mapped.Count(claim => settled.OwnersOf(accounts[claim.AccountId], claim.FromMs, claim.ToMs)
            .Any(owner => owner != Merges.Follow(claim.PersonId!.Value)));
    }

    /// <summary>The mappings that stand, by account.</summary>
    private async Task<Dictionary<AccountId, List<Stake>>> MappedAsync() =>
        (await session.QueryAsync<Claim>(Query.ReadClaims))
            .Where(claim => claim.Origin == ClaimOrigin.Mapping)
            .GroupBy(claim => claim.AccountId)
            .ToDictionary(account => account.Key, claims => claims.Select(claim => claim.ToStake()).ToList());

    private AccountRow RequireAccount(string handle) =>
        settlement.Find(handle) ?? throw new StoreException(
            "The first word is no person's id or key, and no address that was seen. Declare it in a file instead: "
            + "influencermap identities map FILE");

    private AccountId AddAccount(string handle)
    {
        if (!_newAccounts.TryGetValue(handle, out var added))
            _newAccounts.Add(handle, added = new(new(++_accountIdMax), handle, (long)AccountKind.Unknown, null));
        return added.AccountId;
    }

    private static bool Overlap(long? from, long? to, long? otherFrom, long? otherTo) =>
        (from ?? long.MinValue) < (otherTo ?? long.MaxValue) && (otherFrom ?? long.MinValue) < (to ?? long.MaxValue);

    private static long? MsOf(DateOnly? day) => day is { } known ? Instant.OfDay(known) : null;
}

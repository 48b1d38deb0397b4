using System.Globalization;
using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Looks for accounts and people that may belong together, for an operator to decide; joins nothing.</summary>
/// <remarks>Addresses of other companies are never looked at: whose they are is nobody's business here.</remarks>
internal sealed class LikelyPairs(
    Settlement settlement, Dictionary<PersonId, NamedPerson> people, Dictionary<AccountId, long> interactions,
    InternalDomains domains, HashSet<PairKey> dismissed)
{
    public static async Task<LikelyPair[]> FindAsync(Session session)
    {
        var settlement = await Settlement.ReadAsync(session);
        var merges = await Merges.ReadAsync(session);
        var people = (await NamedPerson.ReadAsync(session))
            .Where(person => merges.EntryOf(person.PersonId) is null).ToDictionary(person => person.PersonId);
        var interactions = (await session.QueryAsync<CountRow>(Query.CountAccountInteractions))
            .ToDictionary(count => count.AccountId, count => count.Interactions);
        var dismissed = await DismissedAsync(session, merges);
        var pairs = new LikelyPairs(
            settlement, people, interactions, await InternalDomains.ReadAsync(session), dismissed);
        return
        [
            .. pairs.Joined().Concat(pairs.OfAccounts()).Concat(pairs.OfPeople())
                .Where(pair => !dismissed.Contains(pair.Key))
                .OrderBy(pair => pair.Joined).ThenByDescending(pair => pair.Interactions)
                .ThenBy(pair => pair.Handle, StringComparer.Ordinal)
                .ThenBy(pair => pair.Person, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<LikelyPair> Joined() =>
        from account in settlement.Accounts
        where account.PersonId is not null && !settlement.IsClaimed(account)
        select Pair(account, account.PersonId!.Value, "a tag or a sub-domain apart, the same address", joined: true);

    private IEnumerable<LikelyPair> OfAccounts()
    {
        var byLocal = settlement.Accounts
            .Where(account => account.PersonId is not null && InternalDomains.DomainOf(account.Handle) is not null)
            .ToLookup(account => LocalOf(account.Handle), StringComparer.Ordinal);
        var byName = people.Values.Where(person => Words(person.Name) is not null)
            .ToLookup(person => Words(person.Name), StringComparer.Ordinal);
        foreach (var account in settlement.Accounts.Where(IsOpen))
        {
            var found = new HashSet<PersonId>();
            foreach (var same in byLocal[LocalOf(account.Handle)].Where(same => found.Add(same.PersonId!.Value)))
                yield return Pair(account, same.PersonId!.Value, "the same before the @, another own domain");
            if (Words(LocalOf(account.Handle)) is { } words)
                foreach (var person in byName[words].Where(person => found.Add(person.PersonId)))
                    yield return Pair(account, person.PersonId, "the words of the name");
        }
    }

    /// <summary>Each namesake with the first of them whom nobody has marked as somebody else.</summary>
    private IEnumerable<LikelyPair> OfPeople() =>
        from namesakes in people.Values.Where(person => Words(person.Name) is not null)
            .GroupBy(person => Words(person.Name), StringComparer.Ordinal)
        let ordered = namesakes.OrderBy(person => person.SourceId, StringComparer.Ordinal).ToArray()
        from other in ordered.Index()
        let first = ordered.Take(other.Index).FirstOrDefault(one => !dismissed.Contains(KeyOf(other.Item, one)))
        where first is not null
        select new LikelyPair(other.Item.Spelling, first.Spelling, "two people of the same name", 0, Joined: false)
        {
            Key = KeyOf(other.Item, first),
        };

    private static PairKey KeyOf(NamedPerson other, NamedPerson one) =>
        PairKey.OfPeople(other.PersonId, one.PersonId);

    private static async Task<HashSet<PairKey>> DismissedAsync(Session session, Merges merges) =>
    [
        .. from row in await session.QueryAsync<DismissedRow>(Query.ReadDismissals)
           let person = merges.Follow(row.PersonId)
           select row.AccountId is { } account
               ? PairKey.OfAccount(account, person)
               : PairKey.OfPeople(merges.Follow(row.OtherPersonId!.Value), person),
    ];

    /// <summary>Nobody's, inside the company, and not decided upon.</summary>
    private bool IsOpen(AccountRow account) =>
        account.PersonId is null && account.Kind == (long)AccountKind.Unknown && !settlement.IsClaimed(account)
        && domains.ForeignDomainOf(account.Handle) is null;

    private LikelyPair Pair(AccountRow account, PersonId person, string reason, bool joined = false) => new(
        account.Handle, people[person].Spelling, reason, interactions.GetValueOrDefault(account.AccountId), joined)
    {
        Key = PairKey.OfAccount(account.AccountId, person),
    };

    private static string LocalOf(string handle) =>
        handle.LastIndexOf('@') is > 0 and var at ? handle[..at] : handle;

    /// <summary>
    /// Two words or more, in one order, without accents and apostrophes, which keyboards swap; null for fewer, which
    /// many share.
    /// </summary>
    private static string? Words(string? text)
    {
        var plain = (text ?? "").Normalize(NormalizationForm.FormD).Where(c => c is not ('\'' or '’' or '‘' or '`')
            && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark);
        var words = string.Concat(plain).ToLowerInvariant()
            .Split([' ', '.', '_', '-', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? null : string.Join(' ', words.Order(StringComparer.Ordinal));
    }

    private sealed record DismissedRow(AccountId? AccountId, PersonId PersonId, PersonId? OtherPersonId);

    private sealed record CountRow(AccountId AccountId, long Interactions);
}

/// <summary>An account, or a person, and the person whom it may belong to: readable, for operators only.</summary>
/// <param name="Handle">The account's handle, or the id of the other person.</param>
/// <param name="Person">The id of the person, as the source writes it.</param>
/// <param name="Reason">Why it may be.</param>
/// <param name="Interactions">Stored interactions in which the account is source or target.</param>
/// <param name="Joined">Whether a cautious rule has joined them; split what is wrong.</param>
public sealed record LikelyPair(string Handle, string Person, string Reason, long Interactions, bool Joined)
{
    internal PairKey Key { get; init; }
}

/// <summary>A pair of the review: an account and a person, or two people in either order.</summary>
internal readonly record struct PairKey(AccountId? AccountId, PersonId PersonId, PersonId? OtherPersonId)
{
    public static PairKey OfAccount(AccountId account, PersonId person) => new(account, person, null);

    public static PairKey OfPeople(PersonId one, PersonId other) =>
        one.CompareTo(other) < 0 ? new(null, one, other) : new(null, other, one);
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>
/// Derives who owns which account when from everything that was said about it. Depends on nothing else, so that what is
/// undone leaves no trace.
/// </summary>
internal sealed class Settlement(
    Claim[] claims, Person[] people, AccountRow[] accounts, Merges merges, DomainRow[] domains,
    PersonalAccounts personal)
{
    private static readonly Tenure[] Nobodys = [new(long.MinValue, PersonId.Nobody)];

    private readonly ILookup<AccountId, Claim> _claims = claims.ToLookup(claim => claim.AccountId);
    private readonly Dictionary<PersonId, Person> _people = people.ToDictionary(person => person.Id);
    private readonly Dictionary<string, AccountRow> _accounts =
        accounts.ToDictionary(account => account.Handle, StringComparer.Ordinal);

    public static async Task<Settlement> ReadAsync(Session session)
    {
        var accounts = await session.QueryAsync<AccountRow>(Query.ReadOwnedAccounts);
        return new(
            await session.QueryAsync<Claim>(Query.ReadClaims),
            await session.QueryAsync<Person>(Query.ReadPeople),
            accounts,
            await Merges.ReadAsync(session),
            await session.QueryAsync<DomainRow>(Query.ReadInternalDomains),
            await PersonalAccounts.ReadAsync(session, accounts));
    }

    /// <summary>Writes what differs from what is stored.</summary>
    public static async Task<Settled> WriteAsync(Session session)
    {
        var settlement = await ReadAsync(session);
        var changed = new List<AccountRow>();
        var dated = new List<TenureRow>();
        var withheld = 0;
        foreach (var account in settlement._accounts.Values)
        {
            var said = settlement.Said(account);
            var tenures = settlement.Agreed(account, said);
            withheld += ReferenceEquals(said, tenures) ? 0 : 1;
            PersonId? owner = tenures[^1].PersonId is { IsNobody: false } last ? last : null;
            if (account.PersonId != owner)
                changed.Add(account with { PersonId = owner });
            if (tenures.Length > 1)
                dated.AddRange(tenures.Select(tenure => new TenureRow(
                    account.AccountId, tenure.FromMs, tenure.PersonId.IsNobody ? null : tenure.PersonId)));
        }
        dated.Sort((a, b) => (a.AccountId, a.FromMs).CompareTo((b.AccountId, b.FromMs)));
        await session.ExecuteAsync(Query.SettleAccount, changed);
        if (!dated.SequenceEqual(await session.QueryAsync<TenureRow>(Query.ReadTenures)))
        {
            await session.ExecuteAsync(Query.ForgetTenures);
            await session.ExecuteAsync(Query.AddTenure, dated);
        }
        return new(changed.Count, dated.Select(row => row.AccountId).Distinct().Count(), withheld);
    }

    /// <summary>The account of a handle in normal spelling; null where none was seen.</summary>
    public AccountRow? Find(string handle) => _accounts.GetValueOrDefault(handle);

    public IEnumerable<AccountRow> Accounts => _accounts.Values;

    /// <summary>Whether anybody has said whose it is.</summary>
    public bool IsClaimed(AccountRow account) => _claims.Contains(account.AccountId);

    /// <summary>Who owned the account in the span, in order; nobody where nobody did.</summary>
    public IEnumerable<PersonId> OwnersOf(AccountRow account, long? fromMs, long? toMs)
    {
        var tenures = Agreed(account, Said(account));
        for (var i = 0; i < tenures.Length; i++)
            if ((toMs is null || tenures[i].FromMs < toMs)
                && (fromMs is null || i == tenures.Length - 1 || fromMs < tenures[i + 1].FromMs))
                yield return tenures[i].PersonId;
    }

    private Tenure[] Said(AccountRow account) =>
        Followed(Tenures.Settle([.. RuleStakes(account), .. ClaimStakes(account)]));

    /// <summary>Without owners who would have to agree and have not; the same array where there are none.</summary>
    private Tenure[] Agreed(AccountRow account, Tenure[] tenures) =>
        Array.TrueForAll(tenures, tenure => MayStay(tenure, account))
            ? tenures
            : Tenures.Joined(tenures.Select(tenure =>
                MayStay(tenure, account) ? tenure : tenure with { PersonId = PersonId.Nobody }));

    private bool MayStay(Tenure tenure, AccountRow account) =>
        tenure.PersonId.IsNobody || personal.MayBeOf(tenure.PersonId, account.Handle);

    private IEnumerable<Stake> ClaimStakes(AccountRow account)
    {
        var claims = _claims[account.AccountId];
        var claimants = claims.Where(claim => claim.Origin == ClaimOrigin.Directory)
            .Select(claim => _people[claim.PersonId!.Value]);
        var isNobodys = (AccountKind)account.Kind is not (AccountKind.Unknown or AccountKind.Person);
        return DirectoryStakes.Of(claimants, isNobodys).Concat(claims
            .Where(claim => claim.Origin != ClaimOrigin.Directory)
            .Select(claim => claim.ToStake()));
    }

    private IEnumerable<Stake> RuleStakes(AccountRow account)
    {
        foreach (var (found, from, to) in Bases(account).Take(1))
        {
            var tenures = Tenures.Settle([.. ClaimStakes(found)]);
            for (var i = 0; i < tenures.Length; i++)
            {
                var end = i + 1 < tenures.Length ? tenures[i + 1].FromMs : long.MaxValue;
                yield return new(
                    Math.Max(from, tenures[i].FromMs), Math.Min(to, end), tenures[i].PersonId, StakeRank.Rule);
            }
        }
    }

    private IEnumerable<(AccountRow Base, long FromMs, long ToMs)> Bases(AccountRow account) =>
        from possible in AddressBases.Of(account.Handle, domains)
        let found = _accounts.GetValueOrDefault(possible.Handle)
        where found is not null && IsClaimed(found)
        select (found, possible.FromMs, possible.ToMs);

    private Tenure[] Followed(Tenure[] tenures)
    {
        if (tenures is [{ PersonId.IsNobody: true }])
            return Nobodys;
        return merges.Any
            ? Tenures.Joined(tenures.Select(tenure => tenure with { PersonId = merges.Follow(tenure.PersonId) }))
            : tenures;
    }
}

/// <summary>An account with its handle, its kind, and its last owner as settled.</summary>
internal sealed record AccountRow(AccountId AccountId, string Handle, long Kind, PersonId? PersonId);

/// <summary>What settling did.</summary>
/// <param name="Changed">Accounts whose last owner is another than before.</param>
/// <param name="Dated">Accounts that had several owners, one after the other.</param>
/// <param name="Withheld">
/// Personal accounts on networks outside that count for nobody, since whose they are has not agreed.
/// </param>
public readonly record struct Settled(int Changed, int Dated, int Withheld);

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Who gets what is sent to a list, by the list's addresses. Members of nested lists are members.</summary>
internal sealed class MailLists(
    ILookup<AccountId, AccountId> groupsByAddress, ILookup<AccountId, AccountId> membersByGroup, Ownership owners,
    int membersMax)
{
    private readonly Dictionary<AccountId, MailList> _lists = [];

    /// <param name="session">The state of the store from which the window is read too.</param>
    /// <param name="owners">Who owns which account; of a member, the last owner counts.</param>
    /// <param name="membersMax">Most members of a list that is expanded.</param>
    public static async Task<MailLists> ReadAsync(Session session, Ownership owners, int membersMax) => new(
        (await session.QueryAsync<AddressRow>(Query.ReadListAddresses))
            .ToLookup(row => row.AddressId, row => row.GroupId),
        (await session.QueryAsync<MemberRow>(Query.ReadListMembers))
            .ToLookup(row => row.GroupId, row => row.MemberId),
        owners, membersMax);

    /// <summary>The list whose address an account is; null where it is none.</summary>
    public MailList? Find(AccountId address)
    {
        if (!groupsByAddress.Contains(address))
            return null;
        if (!_lists.TryGetValue(address, out var list))
            _lists.Add(address, list = Resolve(groupsByAddress[address]));
        return list;
    }

    /// <summary>Lists may hold each other in a circle: each is entered once.</summary>
    private MailList Resolve(IEnumerable<AccountId> groups)
    {
        var (people, others) = (new SortedSet<PersonId>(), 0);
        var seen = new HashSet<AccountId>(groups);
        var toVisit = new Stack<AccountId>(groups);
        while (toVisit.TryPop(out var group))
            foreach (var member in membersByGroup[group].Where(seen.Add))
            {
                if (membersByGroup.Contains(member))
                    toVisit.Push(member);
                else if (owners.OwnerNow(member) is { Value: > 0 } person)
                    people.Add(person);
                else
                    others++;
            }
        return new(people, others, IsExpanded: people.Count + others <= membersMax);
    }

    private sealed record AddressRow(AccountId AddressId, AccountId GroupId);

    private sealed record MemberRow(AccountId GroupId, AccountId MemberId);
}

/// <summary>A list as it is when it is written to.</summary>
/// <param name="People">Ids of the people who belong to it.</param>
/// <param name="OtherCount">Members who are nobody in the directory: guests, shared mailboxes, excluded people.</param>
/// <param name="IsExpanded">Whether its members stand for it.</param>
internal sealed record MailList(SortedSet<PersonId> People, int OtherCount, bool IsExpanded);

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Writes the groups of a batch. Their accounts must be stored before.</summary>
internal sealed class GroupSave(Session session, string source)
{
    public async Task ApplyAsync(IReadOnlyList<GroupChange> groups, bool areAll)
    {
        var gone = groups.Where(group => group.IsRemoved).Select(group => group.Account);
        if (areAll)
            gone = (await session.QueryAsync<AccountId>(Query.ReadGroups, new { Source = source }))
                .Except(groups.Select(group => group.Account)).Concat(gone);
        await session.ExecuteAsync(
            Query.ForgetGroup, gone.Select(account => new { Source = source, AccountId = account }));
        foreach (var group in groups.Where(group => !group.IsRemoved))
            await SaveAsync(group);
    }

    private async Task SaveAsync(GroupChange group)
    {
        var key = new { Source = source, AccountId = group.Account, group.Name };
        await session.ExecuteAsync(Query.SaveGroup, key);
        if (group.IsWhole)
            await session.ExecuteAsync(Query.ForgetGroupMembers, key);
        await session.ExecuteAsync(Query.DropGroupMember, Members(group.Left));
        await session.ExecuteAsync(Query.AddGroupMember, Members(group.Joined));
        await MarkAsync([group.Account]);
        if (group.Addresses is not { } addresses)
            return;
        await session.ExecuteAsync(Query.ForgetGroupAddresses, key);
        await session.ExecuteAsync(
            Query.AddGroupAddress,
            addresses.Select(address => new { key.Source, key.AccountId, AddressId = address }));
        await MarkAsync(addresses);

        IEnumerable<object> Members(IReadOnlyList<AccountId> accounts) =>
            accounts.Select(member => new { key.Source, key.AccountId, MemberId = member });
    }

    private Task<int> MarkAsync(IReadOnlyList<AccountId> accounts) => session.ExecuteAsync(
        Query.MarkListAccount,
        accounts.Select(account => new { AccountId = account, Kind = AccountKind.List }));
}

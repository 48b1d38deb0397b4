using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>What one element of a delta round says of a group; a round may name the same group often.</summary>
/// <param name="Account">Account of the group's object id.</param>
internal sealed record DirectoryGroup(AccountId Account)
{
    /// <summary>All that the select of a round asks for; the service adds <c>members@delta</c> for the last.</summary>
    public static readonly string[] Select = ["id", "proxyAddresses", "members"];

    /// <summary>Groups that one filter of a round may name.</summary>
    public const int FilteredMax = 50;

    public bool Removed { get; private init; }

    /// <summary>Addresses at which it gets mail; null was not said, and leaves them as they are.</summary>
    public IReadOnlyList<string>? Addresses { get; private init; }

    /// <summary>Whether an account joined or left; of those not named nothing is said.</summary>
    public Dictionary<AccountId, bool> Members { get; private init; } = [];

    /// <summary>All groups in order of their accounts, or the changes since a cursor.</summary>
    /// <param name="pages">The tenant.</param>
    /// <param name="ids">Object ids of the only groups to ask for; empty asks for all.</param>
    /// <param name="cursor">Where the last round ended; null begins anew.</param>
    /// <param name="accounts">Turns ids into accounts.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<DeltaRound<AccountId, DirectoryGroup>> ReadAllAsync(
        GraphPages pages, IReadOnlyCollection<string> ids, string? cursor, AccountDirectory accounts,
        CancellationToken cancellation) => pages.ReadWholeRoundAsync<AccountId, DirectoryGroup>(
            GraphQuery.Of(pages.Connection.Requests.Groups.Delta.ToGetRequestInformation(request =>
            {
                request.QueryParameters.Select = Select;
                if (ids.Count > 0)
                    request.QueryParameters.Filter = string.Join(" or ", ids.Select(id => $"id eq '{id}'"));
            })),
            cursor, (ref reader, out group) => Read(ref reader, accounts, out group), group => group.Account,
            (group, earlier) => group.After(earlier), cancellation);

    /// <summary>What a later element says goes before what this one said.</summary>
    public DirectoryGroup After(DirectoryGroup earlier)
    {
        if (Removed || earlier.Removed)
            return this;
        // Large groups come in parts: the members of the parts before stay.
        foreach (var (account, isMember) in Members)
            earlier.Members[account] = isMember;
        return this with { Members = earlier.Members, Addresses = Addresses ?? earlier.Addresses };
    }

    public GroupChange Change(bool isWhole, Func<string, AccountId?> addressOf) => new()
    {
        Account = Account,
        IsRemoved = Removed,
        IsWhole = isWhole,
        Addresses = Addresses is null ? null : [.. Addresses.Select(addressOf).OfType<AccountId>().Distinct()],
        Joined = [.. Members.Where(member => member.Value).Select(member => member.Key)],
        Left = [.. Members.Where(member => !member.Value).Select(member => member.Key)],
    };

    public static bool Read(ref Utf8JsonReader reader, AccountDirectory accounts, out DirectoryGroup group)
    {
        var said = JsonSerializer.Deserialize(ref reader, GroupJson.Default.GroupSaid)!;
        var account = accounts.ResolveOrNobody(said.Id);
        var members = new Dictionary<AccountId, bool>();
        foreach (var link in said.MemberChanges ?? [])
            if (accounts.ResolveOrNobody(link.Id) is { IsNone: false } member)
                members[member] = link.Removal is null;
        group = new(account) { Removed = said.Removal is not null, Addresses = said.Addresses, Members = members };
        return !account.IsNone;
    }
}

using InfluencerMap.Collectors.Identities;
using InfluencerMap.Collectors.Microsoft365;

namespace InfluencerMap.Collectors.Sources;

/// <summary>One delta round of groups and their members: all of it, or nothing.</summary>
/// <param name="Groups">In order of their accounts.</param>
/// <param name="Delta">Where the next round begins.</param>
internal sealed record GroupRound(IReadOnlyCollection<DirectoryGroup> Groups, string? Delta)
{
    /// <summary>Groups that one filter of a round may name.</summary>
    public const int FilteredMax = 50;

    /// <param name="pages">The tenant.</param>
    /// <param name="ids">Object ids of the only groups to ask for; empty asks for all.</param>
    public static GraphQuery Query(GraphPages pages, IReadOnlyCollection<string> ids) => GraphQuery.Of(
        pages.Connection.Requests.Groups.Delta.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = DirectoryGroup.Select;
            if (ids.Count > 0)
                request.QueryParameters.Filter = string.Join(" or ", ids.Select(id => $"id eq '{id}'"));
        }));

    public static async Task<GroupRound> ReadAsync(
        GraphPages pages, GraphQuery query, AccountDirectory accounts, CancellationToken cancellation)
    {
        var groups = new SortedDictionary<int, DirectoryGroup>();
        string? delta = null;
        await foreach (var page in pages.ReadAsync<DirectoryGroup>(
            query, (ref reader, out group) => DirectoryGroup.Read(ref reader, accounts, out group), cancellation))
        {
            foreach (var group in page.Items)
                groups[group.Account] =
                    groups.TryGetValue(group.Account, out var earlier) ? group.After(earlier) : group;
            delta = page.Delta ?? delta;
        }
        return new(groups.Values, delta);
    }
}

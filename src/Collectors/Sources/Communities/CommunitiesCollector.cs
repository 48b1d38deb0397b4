using System.Runtime.CompilerServices;
using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>
/// The communities of Viva Engage and, through the group behind each, who belongs to them. No message: those come with
/// the network's export. See README.md in this folder.
/// </summary>
public sealed class CommunitiesCollector(GraphPages pages, CommunitiesOptions options) : ICollector
{
    public string Name => "communities";

    /// <summary>One batch of all that there is: what it does not name is gone.</summary>
    public async IAsyncEnumerable<CollectedBatch> CollectAsync(
        CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var communities = new SortedDictionary<string, Community>(StringComparer.Ordinal);
        var itemCount = 0;
        await foreach (var page in pages.ReadAsync<Community>(Query(), Read, cancellation))
        {
            itemCount += page.ItemCount;
            foreach (var community in page.Items)
                communities[community.GroupId!] = community;
        }
        var names = communities.Values.ToDictionary(c => request.Accounts.Resolve(c.GroupId), c => c.Name);
        var groups = new List<DirectoryGroup>();
        foreach (var ids in communities.Keys.Chunk(DirectoryGroup.FilteredMax))
            groups.AddRange((await DirectoryGroup.ReadAllAsync(pages, ids, null, request.Accounts, cancellation))
                .Items.Values.OrderBy(group => group.Account));
        yield return new()
        {
            // Mail to the group is the business of the source groups.
            Groups = [.. groups.Where(group => !group.Removed && names.ContainsKey(group.Account))
                .Select(group => group.Change(isWhole: true, _ => null) with
                {
                    Name = names[group.Account],
                    Addresses = null,
                })],
            GroupsAreAll = true,
            Items = itemCount,
            ScopesDone = 1,
            ScopesAll = 1,
        };
    }

    private GraphQuery Query() => GraphQuery.Of(
        pages.Connection.Requests.EmployeeExperience.Communities.ToGetRequestInformation(
            request => request.QueryParameters.Select = ["displayName", "privacy", "groupId"]));

    private bool Read(ref Utf8JsonReader reader, out Community community)
    {
        community = JsonSerializer.Deserialize(ref reader, CommunityJson.Default.Community)!;
        return Guid.TryParse(community.GroupId, out _)
            && (options.Private || "public".Equals(community.Privacy, StringComparison.OrdinalIgnoreCase));
    }
}

using System.Runtime.CompilerServices;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Lists and other groups with their addresses and members, from the directory's changes, so that mail to a list is
/// known to be that. See README.md in this folder.
/// </summary>
public sealed class GroupsCollector(GraphPages pages) : ICollector
{
    public string Name => "groups";

    public async IAsyncEnumerable<CollectedBatch> CollectAsync(
        CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var round = await DirectoryGroup.ReadAllAsync(
            pages, [], request.Cursors.GetValueOrDefault(""), request.Accounts, cancellation);
        var sharedCount = 0;
        var changes = round.Items.Values.OrderBy(group => group.Account)
            .Select(group => group.Change(round.IsWhole, AddressOf)).ToArray();
        yield return new()
        {
            Groups = changes,
            GroupsAreAll = round.IsWhole,
            Items = round.Items.Count,
            ScopesDone = 1,
            ScopesAll = 1,
            Cursors = new Dictionary<string, string?> { [""] = round.Delta },
            Notes = sharedCount == 0
                ? []
                : [$"{sharedCount} addresses of groups belong to a person already: left with their first owner."],
        };

        AccountId? AddressOf(string address)
        {
            if (Handle.Normalise(address) is not { } handle)
                return null;
            if (request.People.Find(handle) is null)
                return request.Accounts.Resolve(handle);
            sharedCount++;
            return null;
        }
    }
}

using System.Runtime.CompilerServices;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Collectors.Microsoft365;

namespace InfluencerMap.Collectors.Sources;

/// <summary>
/// Lists and other groups with their addresses and members, from the directory's changes, so that mail to a list is
/// known to be that. README.md beside this file.
/// </summary>
public sealed class GroupsCollector(GraphPages pages) : ICollector
{
    public string Name => "groups";

    public async IAsyncEnumerable<CollectedBatch> CollectAsync(
        CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var cursor = request.Cursors.GetValueOrDefault("");
        GroupRound round;
        try
        {
            round = await ReadAsync(cursor);
        }
        catch (FullResyncException) when (cursor is not null)
        {
            cursor = null;
            round = await ReadAsync(null);
        }
        var sharedCount = 0;
        // A round from the start names every group that is there and all who belong to it.
        var isWhole = cursor is null;
        var changes = round.Groups.Select(group => group.Change(isWhole, AddressOf)).ToArray();
        yield return new()
        {
            Groups = changes,
            GroupsAreAll = isWhole,
            Items = round.Groups.Count,
            ScopesDone = 1,
            ScopesAll = 1,
            Cursors = new Dictionary<string, string?> { [""] = round.Delta },
            Notes = sharedCount == 0
                ? []
                : [$"{sharedCount} addresses of groups belong to a person already: left with their first owner."],
        };

        Task<GroupRound> ReadAsync(string? from) => GroupRound.ReadAsync(
            pages, from is null ? GroupRound.Query(pages, []) : new() { Link = from }, request.Accounts, cancellation);

        int? AddressOf(string address)
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

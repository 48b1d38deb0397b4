using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// People, who reports to whom, units, addresses, joiners and leavers, from the directory's changes. A round is one
/// batch: managers may come pages after the people who report to them.
/// </summary>
public sealed class DirectoryCollector(GraphPages pages, DirectoryOptions options, byte[] customerKey) : ICollector
{
    private const int PurposesAtOnce = 8;

    private readonly HashSet<string> _attributes = new(
        ((string?[])[options.Department, options.Site, options.JobFamily, options.Level, options.AbsentFrom,
            options.AbsentTo]).OfType<string>(),
        StringComparer.Ordinal);

    public string Name => "directory";

    public async IAsyncEnumerable<CollectedBatch> CollectAsync(
        CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var round = await pages.ReadWholeRoundAsync<string, DirectoryUser>(
            FirstQuery(), request.Cursors.GetValueOrDefault(""),
            (ref reader, out user) => DirectoryUser.Read(ref reader, _attributes, out user), user => user.ObjectId!,
            (user, earlier) => earlier.Removal is null ? user.After(earlier) : user, cancellation);
        var users = new SortedDictionary<string, DirectoryUser>(round.Items.ToDictionary(), StringComparer.Ordinal);
        // A round from the start names everyone who is there, and says nothing of those removed meanwhile.
        string[] absent = [.. round.IsWhole ? request.People.ObjectIds.Where(id => !users.ContainsKey(id)) : []];
        var gone = users.Where(user => user.Value is not { Removal: null, Enabled: not false }).Select(user => user.Key)
            .Concat(absent).ToHashSet(StringComparer.Ordinal);
        var directory = new DirectoryRound(request, options, customerKey, gone);
        var (kinds, note) = await KindsAsync(
            users.Values.Where(user => directory.KnownAs(user) is null), cancellation);
        foreach (var (id, user) in users.OrderBy(user => gone.Contains(user.Key)))
            directory.Add(user, kinds.GetValueOrDefault(id, AccountKind.Person));
        foreach (var id in absent)
            directory.AddLeaver(id, request.People.Find(id));
        yield return new()
        {
            Entries = directory.Entries,
            Items = users.Count,
            ScopesDone = 1,
            ScopesAll = 1,
            Cursors = new Dictionary<string, string?>(directory.Cursors) { [""] = round.Delta },
            Notes = [.. directory.Notes().Concat(note is null ? [] : [note])],
        };
    }

    private GraphQuery FirstQuery()
    {
        string[] select =
        [
            "id", "displayName", "mail", "userPrincipalName", "proxyAddresses", "accountEnabled", "userType",
            "employeeId", "employeeHireDate", .. options.LeaveDates ? (string[])["employeeLeaveDateTime"] : [],
            .. _attributes.Select(PropertyOf).Distinct(), "manager",
        ];
        return GraphQuery.Of(pages.Connection.Requests.Users.Delta.ToGetRequestInformation(
            request => request.QueryParameters.Select = select));
    }

    /// <summary>The property of a user that holds the attribute.</summary>
    private static string PropertyOf(string attribute) => attribute == "division" ? "employeeOrgData"
        : attribute.StartsWith("extension", StringComparison.Ordinal) ? "onPremisesExtensionAttributes" : attribute;

    /// <summary>What new accounts are, by object id; those with no mailbox of their own are people.</summary>
    private async Task<(IReadOnlyDictionary<string, AccountKind> Kinds, string? Note)> KindsAsync(
        IEnumerable<DirectoryUser> users, CancellationToken cancellation)
    {
        var kinds = new ConcurrentDictionary<string, AccountKind>(StringComparer.Ordinal);
        if (!options.MailboxPurpose)
            return (kinds, null);
        var asked = users.Where(user => user is { Removal: null, Mail: not null, IsGuest: false });
        var limits = new ParallelOptions { MaxDegreeOfParallelism = PurposesAtOnce, CancellationToken = cancellation };
        try
        {
            await Parallel.ForEachAsync(asked, limits, async (user, token) =>
                kinds[user.ObjectId!] = await KindAsync(user.ObjectId!, token));
        }
        catch (GraphException refused) when (refused.Status == 403)
        {
            return (kinds, "The purpose of mailboxes may not be read: shared mailboxes and rooms pass for people. "
                + "Grant MailboxSettings.Read, or set mailboxPurpose to false if files distinguish them.");
        }
        return (kinds, null);
    }

    private async Task<AccountKind> KindAsync(string objectId, CancellationToken cancellation)
    {
        var request = pages.Connection.Requests.Users[objectId].MailboxSettings.ToGetRequestInformation(
            r => r.QueryParameters.Select = ["userPurpose"]);
        try
        {
            return await pages.ReadOneAsync<AccountKind>(
                GraphQuery.Of(request) with { Mailbox = objectId }, ReadPurpose, cancellation);
        }
        catch (GraphException none) when (none.Status == 404)
        {
            return AccountKind.Person;
        }
    }

    private static bool ReadPurpose(ref Utf8JsonReader reader, out AccountKind kind)
    {
        kind = JsonSerializer.Deserialize(ref reader, DirectoryJson.Default.MailboxSettings)?.UserPurpose switch
        {
            "shared" => AccountKind.Shared,
            "room" or "equipment" => AccountKind.Room,
            "others" => AccountKind.Bot,
            _ => AccountKind.Person,
        };
        return true;
    }
}

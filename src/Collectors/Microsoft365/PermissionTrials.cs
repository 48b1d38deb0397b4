using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>
/// Tries permissions by a cheap request each: the token says neither what Exchange grants to an application or keeps
/// from it, nor whether an interface is protected besides.
/// </summary>
/// <param name="pages">The tenant.</param>
/// <param name="mailboxes">Object ids of a few people, for permissions that reach mailboxes.</param>
public sealed class PermissionTrials(GraphPages pages, IReadOnlyList<string> mailboxes)
{
    private const string Teams = "/teams?$top=1&$select=id";

    private static readonly Dictionary<string, string> Links = new(StringComparer.Ordinal)
    {
        ["User.Read.All"] = "/users/delta?$select=id&$deltatoken=latest",
        ["User-LifeCycleInfo.Read.All"] = "/users/delta?$select=id,employeeLeaveDateTime&$deltatoken=latest",
        ["MailboxSettings.Read"] = "/users/{user}/mailboxSettings?$select=userPurpose",
        ["GroupMember.Read.All"] = "/groups/delta?$select=id&$deltatoken=latest",
        ["Community.Read.All"] = "/employeeExperience/communities?$top=1&$select=groupId",
        ["ExchangeMessageTrace.Read.All"] = "/admin/exchange/tracing/messageTraces?$top=1"
            + "&$filter=receivedDateTime%20ge%20{from}%20and%20receivedDateTime%20le%20{to}",
        ["Mail.ReadBasic.All"] = "/users/{user}/mailFolders/sentitems/messages/delta?$top=1&$select=id",
        ["Calendars.ReadBasic.All"] =
            "/users/{user}/calendarView?startDateTime={from}&endDateTime={to}&$top=1&$select=id",
        ["Chat.Read.All"] = "/users/{user}/chats/getAllMessages?$top=1"
            + "&$filter=lastModifiedDateTime%20gt%20{from}%20and%20lastModifiedDateTime%20lt%20{to}",
        ["Team.ReadBasic.All"] = Teams,
        ["Channel.ReadBasic.All"] = "/teams/{team}/channels?$select=id",
        ["ChannelMessage.Read.All"] = "/teams/{team}/channels/getAllMessages?$top=1"
            + "&$filter=lastModifiedDateTime%20gt%20{from}%20and%20lastModifiedDateTime%20lt%20{to}",
        ["CallRecords.Read.All"] = "/communications/callRecords?$select=id&$filter=startDateTime%20ge%20{from}",
    };

    private string? _team;

    /// <summary>Whether the application may do what the permission allows, whoever granted it.</summary>
    /// <exception cref="GraphException">Nothing answers, or the token is not taken.</exception>
    public async Task<TrialResult> TryAsync(string permission, CancellationToken cancellation)
    {
        var link = Links[permission];
        if (link.Contains("{team}", StringComparison.Ordinal)
            && (_team ??= await FirstTeamAsync(cancellation)) is null)
            return TrialResult.NotTried;
        if (!link.Contains("{user}", StringComparison.Ordinal))
            return await AskAsync(link, mailbox: null, cancellation);
        var result = TrialResult.NotTried;
        foreach (var mailbox in mailboxes)
        {
            var ofMailbox = link.Replace("{user}", mailbox, StringComparison.Ordinal);
            var asked = await AskAsync(ofMailbox, mailbox, cancellation);
            if (asked == TrialResult.Answered)
                return asked;
            if (asked == TrialResult.Refused)
                result = asked;
        }
        return result;
    }

    private async Task<string?> FirstTeamAsync(CancellationToken cancellation)
    {
        try
        {
            return await FirstIdAsync(Teams, mailbox: null, cancellation);
        }
        catch (GraphException refused) when (refused.Status == 403)
        {
            return null;
        }
    }

    private async Task<TrialResult> AskAsync(string link, string? mailbox, CancellationToken cancellation)
    {
        var now = pages.Throttle.Clock.GetUtcNow().UtcDateTime;
        var complete = link.Replace("{team}", _team, StringComparison.Ordinal)
            .Replace("{from}", Window.Ask(now.AddMinutes(-10)), StringComparison.Ordinal)
            .Replace("{to}", Window.Ask(now), StringComparison.Ordinal);
        try
        {
            await FirstIdAsync(complete, mailbox, cancellation);
            return TrialResult.Answered;
        }
        catch (GraphException refused) when (refused.Status is 403 or 404)
        {
            return refused.Status == 403 ? TrialResult.Refused : TrialResult.NotTried;
        }
    }

    private Task<string?> FirstIdAsync(string link, string? mailbox, CancellationToken cancellation) =>
        pages.ReadOneAsync<string>(new() { Link = link, Mailbox = mailbox }, ReadFirstId, cancellation);

    /// <summary>The first id among the elements, where the answer is a list.</summary>
    private static bool ReadFirstId(ref Utf8JsonReader reader, out string id)
    {
        var list = JsonSerializer.Deserialize(ref reader, IdentifiedJson.Default.IdentifiedList);
        id = list?.Value?.Select(one => one.Id).OfType<string>().FirstOrDefault() ?? "";
        return id.Length > 0;
    }
}

public enum TrialResult
{
    /// <summary>There was nothing to try it on: no person with a mailbox in the store, no team.</summary>
    NotTried,

    Answered,

    /// <summary>403: whatever the token says.</summary>
    Refused,
}

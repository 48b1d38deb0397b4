using System.Text.RegularExpressions;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>Application permissions that let a request in: the least one first.</summary>
internal static partial class Permissions
{
    private static readonly (Regex Path, string[] Accepted)[] ByPath =
    [
        (Traces(), ["ExchangeMessageTrace.Read.All"]),
        (MailboxSettings(), ["MailboxSettings.Read", "MailboxSettings.ReadWrite"]),
        (Mail(), ["Mail.ReadBasic.All", "Mail.Read", "Mail.ReadWrite"]),
        (Calendar(), ["Calendars.ReadBasic.All", "Calendars.ReadBasic", "Calendars.Read", "Calendars.ReadWrite"]),
        (ChatMessages(), ["Chat.Read.All", "Chat.ReadWrite.All"]),
        (ChatMembers(), ["ChatMember.Read.All", "Chat.ReadBasic.All", "Chat.Read.All"]),
        (ChannelMessages(), ["ChannelMessage.Read.All"]),
        (Channels(), ["Channel.ReadBasic.All"]),
        (Teams(), ["Team.ReadBasic.All"]),
        (Calls(), ["CallRecords.Read.All"]),
        (Communities(), ["Community.Read.All"]),
        (Groups(), ["GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"]),
        (Users(), ["User.Read.All", "Directory.Read.All"]),
    ];

    /// <summary>The least permission of every source.</summary>
    public static IEnumerable<string> Least => ByPath.Select(entry => entry.Accepted[0]).Append(LeaveDates);

    /// <summary>Needed to select when people leave.</summary>
    public const string LeaveDates = "User-LifeCycleInfo.Read.All";

    /// <summary>The permissions of which a request to this path needs one; none where the path is unknown.</summary>
    public static IReadOnlyList<string> AcceptedFor(string path) =>
        ByPath.Where(entry => entry.Path.IsMatch(path)).Select(entry => entry.Accepted).FirstOrDefault() ?? [];

    [GeneratedRegex("/messageTraces$", RegexOptions.IgnoreCase)]
    private static partial Regex Traces();

    [GeneratedRegex("^/v1.0/users/[^/]+/mailboxSettings", RegexOptions.IgnoreCase)]
    private static partial Regex MailboxSettings();

    [GeneratedRegex("^/v1.0/users/[^/]+/mailFolders", RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    [GeneratedRegex("^/v1.0/users/[^/]+/calendarView", RegexOptions.IgnoreCase)]
    private static partial Regex Calendar();

    [GeneratedRegex("^/v1.0/users/[^/]+/chats/(getA|a)llMessages$", RegexOptions.IgnoreCase)]
    private static partial Regex ChatMessages();

    [GeneratedRegex("^/v1.0/chats/[^/]+/members$", RegexOptions.IgnoreCase)]
    private static partial Regex ChatMembers();

    [GeneratedRegex("^/v1.0/teams/[^/]+/channels/.*messages", RegexOptions.IgnoreCase)]
    private static partial Regex ChannelMessages();

    [GeneratedRegex("^/v1.0/teams/[^/]+/(allC|c)hannels$", RegexOptions.IgnoreCase)]
    private static partial Regex Channels();

    [GeneratedRegex("^/v1.0/teams$", RegexOptions.IgnoreCase)]
    private static partial Regex Teams();

    [GeneratedRegex("^/v1.0/communications/callRecords", RegexOptions.IgnoreCase)]
    private static partial Regex Calls();

    [GeneratedRegex("^/v1.0/employeeExperience/communities", RegexOptions.IgnoreCase)]
    private static partial Regex Communities();

    [GeneratedRegex("^/v1.0/groups(/|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Groups();

    [GeneratedRegex("^/v1.0/users(/|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Users();
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfluencerMap.Collectors;

/// <summary>A source of a tenant that can be switched on, with the permissions that it needs and no others.</summary>
/// <param name="Name">As in the configuration.</param>
/// <param name="Permissions">Least application permissions, given what the configuration asks of the source.</param>
/// <param name="Create">The collector, from the settings, the pages and the customer's key.</param>
public sealed record TenantSource(
    string Name,
    Func<TenantSettings, IReadOnlyList<string>> Permissions,
    Func<TenantSettings, GraphPages, byte[], ICollector> Create)
{
    /// <summary>Every source, in the order in which they are collected: the people first.</summary>
    public static IReadOnlyList<TenantSource> All { get; } =
    [
        new("directory", DirectoryPermissions, (settings, pages, key) =>
            new DirectoryCollector(pages, DirectoryOf(settings), key)),
        new("groups", _ => ["GroupMember.Read.All"], (_, pages, _) => new GroupsCollector(pages)),
        new("communities", _ => ["Community.Read.All", "GroupMember.Read.All"], (settings, pages, _) =>
            new CommunitiesCollector(pages, settings.Options("communities", OptionsJson.Default.CommunitiesOptions))),
        new("message-trace", _ => ["ExchangeMessageTrace.Read.All"], (_, pages, _) => new MessageTraceCollector(pages)),
        new("sent-items", _ => ["Mail.ReadBasic.All"], (_, pages, _) => new SentItemsCollector(pages)),
        new("meetings", _ => ["Calendars.ReadBasic.All"], (_, pages, _) => new MeetingsCollector(pages)),
        new("chats", _ => ["Chat.Read.All"], (_, pages, _) => new ChatsCollector(pages)),
        new(
            "channels", _ => ["ChannelMessage.Read.All", "Team.ReadBasic.All", "Channel.ReadBasic.All"],
            (_, pages, _) => new ChannelsCollector(pages)),
        new("calls", _ => ["CallRecords.Read.All"], (_, pages, _) => new CallsCollector(pages)),
    ];

    /// <summary>Those that the configuration switches on.</summary>
    public static IReadOnlyList<TenantSource> On(TenantSettings settings) =>
        [.. All.Where(source => settings.Sources.ContainsKey(source.Name))];

    private static List<string> DirectoryPermissions(TenantSettings settings)
    {
        var options = DirectoryOf(settings);
        return
        [
            "User.Read.All", .. options.MailboxPurpose ? (string[])["MailboxSettings.Read"] : [],
            .. options.LeaveDates ? (string[])["User-LifeCycleInfo.Read.All"] : [],
        ];
    }

    private static DirectoryOptions DirectoryOf(TenantSettings settings) =>
        settings.Options("directory", OptionsJson.Default.DirectoryOptions);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(DirectoryOptions))]
[JsonSerializable(typeof(CommunitiesOptions))]
internal sealed partial class OptionsJson : JsonSerializerContext;

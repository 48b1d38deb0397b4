using System.Text.RegularExpressions;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Where the parts of an export lie: lists, and folders that each hold a file of messages per day.</summary>
internal static partial class SlackFolders
{
    /// <summary>Lists of members; that of an organisation of several workspaces has a name of its own.</summary>
    public static readonly string[] Members = ["users.json", "org_users.json"];

    public static readonly (string List, Channel Channel)[] Places =
    [
        ("channels.json", Channel.ChannelPost),
        ("groups.json", Channel.ChannelPost),
        ("mpims.json", Channel.Chat),
        ("dms.json", Channel.Chat),
    ];

    /// <summary>
    /// Folders in which exports lie: those with a list of places next to a list of members or messages, and those with
    /// messages alone.
    /// </summary>
    public static IReadOnlyList<string> RootsOf(SourceFiles files)
    {
        var days = files.Files.Where(file => IsDay(file)).ToArray();
        var places = files.Files.Where(IsPlaces).Select(file => file.Folder).ToHashSet(StringComparer.Ordinal);
        var withDays = days.Select(day => ParentOf(day.Folder)).ToHashSet(StringComparer.Ordinal);
        var withMembers = files.Files.Where(IsMembers).Select(file => file.Folder).ToHashSet(StringComparer.Ordinal);
        var organisations = files.Files
            .Where(file => file.LastName == Members[1]).Select(file => file.Folder).ToArray();
        places.RemoveWhere(folder => !withDays.Contains(folder) && !withMembers.Contains(folder)
            && !organisations.Any(outer => IsIn(folder, outer)));
        withDays.RemoveWhere(places.Contains);
        if (withDays.Count > 0)
            places.UnionWith(days.Where(day => withDays.Contains(ParentOf(day.Folder)) && HoldsMessages(day))
                .Select(day => ParentOf(day.Folder)));
        // What lies next to the workspaces of an organisation belongs to all of them.
        places.UnionWith([.. places.Select(folder => InTeams().Match(folder)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value)]);
        places.UnionWith([.. organisations.Where(outer => places.Any(folder => IsIn(folder, outer)))]);
        return [.. places.Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether it is the messages of one day in one place, by its name.</summary>
    public static bool IsDay(SourceFile file) => file.Folder.Length > 0 && Day().IsMatch(file.LastName);

    /// <summary>Whether it lists members.</summary>
    public static bool IsMembers(SourceFile file) => Members.Contains(file.LastName);

    private static bool IsPlaces(SourceFile file) => Places.Any(place => place.List == file.LastName);

    /// <summary>Whether it holds the four letters that some programs write for an empty list.</summary>
    public static bool IsNull(SourceFile file) => file.Head.Trim(" \t\r\n"u8).SequenceEqual("null"u8);

    /// <summary>The folder around a folder; both end in <c>/</c> or are empty.</summary>
    public static string ParentOf(string folder) =>
        folder.Length < 2 ? "" : folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)];

    /// <summary>The last part of a folder's name.</summary>
    public static string NameOf(string folder) => folder[ParentOf(folder).Length..].TrimEnd('/');

    /// <summary>What a place is that no list names: ids of direct messages begin with D, groups with mpdm.</summary>
    public static Channel KindOf(string name) => DirectMessages().IsMatch(name) ? Channel.Chat : Channel.ChannelPost;

    private static bool IsIn(string folder, string outer) => folder.StartsWith(outer, StringComparison.Ordinal);

    private static bool HoldsMessages(SourceFile file) =>
        file.Head.IndexOf("\"ts\""u8) >= 0 && file.Head.IndexOf("\"type\""u8) >= 0;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[^/]*\.json$", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(D[A-Z0-9]{6,}|mpdm-.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex DirectMessages();

    [GeneratedRegex(@"^(.*?)teams/[^/]+/$", RegexOptions.CultureInvariant)]
    private static partial Regex InTeams();
}

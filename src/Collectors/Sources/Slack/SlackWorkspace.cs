using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>A place where messages stand.</summary>
/// <param name="Number">From its id, so that a renamed channel is the same one.</param>
/// <param name="Channel">Chat for direct messages, channel post for channels.</param>
/// <param name="Members">Ids of those who could read it when it was exported.</param>
internal sealed record SlackPlace(long Number, Channel Channel, IReadOnlyList<string> Members);

/// <summary>Who and what the lists next to the messages name.</summary>
internal sealed class SlackWorkspace
{
    /// <summary>The workspace's own messenger, which the export does not call a bot.</summary>
    private const string Slackbot = "USLACKBOT";

    private readonly Dictionary<string, string> _handleById = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bots = [Slackbot];
    private readonly Dictionary<string, SlackPlace> _placeByFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlackPlace> _unlisted = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _roots;
    private readonly ILookup<string, SourceFile> _daysByFolder;
    private readonly FormatRead _read;

    /// <param name="files">The files of the export.</param>
    /// <param name="roots">The folders in which its lists lie.</param>
    /// <param name="read">Where accounts come from.</param>
    public SlackWorkspace(SourceFiles files, IReadOnlyList<string> roots, FormatRead read)
    {
        (_read, _roots) = (read, roots);
        foreach (var root in roots)
        {
            foreach (var list in SlackFolders.Members)
                Each(files.Find(root + list), SlackJson.Default.SlackMember, Take);
            foreach (var (list, channel) in SlackFolders.Places)
                Each(files.Find(root + list), SlackJson.Default.SlackListing, listed => Take(listed, root, channel));
        }
        _daysByFolder = files.Files.Where(IsMessages).ToLookup(file => file.Folder, StringComparer.Ordinal);
    }

    public bool IsBot(string member) => _bots.Contains(member);

    /// <summary>The account of a member: by address where the export states it, else by id.</summary>
    public AccountId AccountOf(string? member)
    {
        if (member is null || IsBot(member))
            return AccountId.None;
        return _read.Accounts.ResolveOrNobody(_handleById.GetValueOrDefault(member) ?? $"slack:{member}");
    }

    /// <summary>
    /// Where the messages of a file stand: a place that a list names, or one whose members are known from what they
    /// wrote; null for a file that holds no messages.
    /// </summary>
    public SlackPlace? PlaceOf(SourceFile file)
    {
        if (!IsMessages(file))
            return null;
        if (_unlisted.TryGetValue(file.Folder, out var known))
            return known;
        var name = SlackFolders.NameOf(file.Folder);
        var listed = Listed(file);
        if (listed is null && file.OtherNames.Count > 0)
            _read.Report.Note("Folders of messages have names in an unknown code page, which no list holds: unpack the "
                + "archive, and import the folder.");
        var place = listed ?? new(NumberOf(file.Folder), SlackFolders.KindOf(name), []);
        if (place.Channel == Channel.Chat && place.Members.Count < 2)
            _unlisted[file.Folder] = place = place with { Members = [.. place.Members.Union(AuthorsIn(file.Folder))] };
        return place;
    }

    /// <summary>Right below a folder with lists, and named as a day or in a folder that a list names.</summary>
    private bool IsMessages(SourceFile file) =>
        file.Folder.Length > 0 && _roots.Contains(SlackFolders.ParentOf(file.Folder)) && !_roots.Contains(file.Folder)
        && file.LastName.EndsWith(".json", StringComparison.Ordinal)
        && (SlackFolders.IsDay(file) || Listed(file) is not null);

    /// <summary>
    /// By the list next to the folder, or one further out; in each reading of its name that an archive leaves open.
    /// </summary>
    private SlackPlace? Listed(SourceFile file)
    {
        var name = SlackFolders.NameOf(file.Folder);
        var readings = file.OtherNames.Select(other => other.Split('/') is [.., var folder, _] ? folder : name)
            .Prepend(name).Select(EntryNames.Composed).Distinct();
        foreach (var reading in readings)
            for (var root = SlackFolders.ParentOf(file.Folder); ; root = SlackFolders.ParentOf(root))
            {
                if (_placeByFolder.TryGetValue(root + reading, out var place))
                    return place;
                if (root.Length == 0)
                    break;
            }
        return null;
    }

    /// <summary>From the folder's name, and those of the folders between it and the outermost lists.</summary>
    private long NumberOf(string folder)
    {
        var root = _roots.First(root => folder.StartsWith(root, StringComparison.Ordinal));
        return new EventId().Add(folder[root.Length..].TrimEnd('/')).Value;
    }

    /// <summary>Who wrote in a place: what is read twice is only a conversation whose members no list states.</summary>
    private HashSet<string> AuthorsIn(string folder)
    {
        var authors = new HashSet<string>(StringComparer.Ordinal);
        var message = new SlackMessage(readMentions: false);
        foreach (var file in _daysByFolder[folder].Where(file => !SlackFolders.IsNull(file)))
        {
            using var items = new JsonItems(file.Open(), file.Name);
            while (items.Next(out var json))
            {
                if (json.TokenType != JsonTokenType.StartObject)
                    continue;
                message.Read(ref json);
                if (message is { Dropped: null, Author: { } author })
                    authors.Add(author);
            }
        }
        return authors;
    }

    private static void Each<T>(SourceFile? file, JsonTypeInfo<T> type, Action<T> take) where T : class
    {
        if (file is null || SlackFolders.IsNull(file))
            return;
        using var items = new JsonItems(file.Open(), file.Name);
        while (items.Next(out var json))
            if (JsonItems.Whole(ref json, type) is { } item)
                take(item);
        if (items.IsCutOff)
            throw new InputException($"{file.Name}: ends in the middle; the lists of an export must be whole.");
    }

    private void Take(SlackMember member)
    {
        if (member.Id is not { } id)
            return;
        if (member.IsBot == true)
            _bots.Add(id);
        if (Handle.Normalise(member.Profile?.Email) is { } handle)
            _handleById[id] = handle;
    }

    private void Take(SlackListing listed, string root, Channel channel)
    {
        if ((listed.Id ?? listed.Name) is not { } name)
            return;
        var members = listed.Members ?? [];
        // Some programs name the one whom a direct message is with, and not both.
        if (members.Count == 0 && listed.User is { } other)
            members = [other];
        var place = new SlackPlace(new EventId().Add(name).Value, channel, members);
        _placeByFolder[root + name] = place;
        if (listed.Name is not null)
            _placeByFolder[root + EntryNames.Composed(listed.Name)] = place;
    }
}

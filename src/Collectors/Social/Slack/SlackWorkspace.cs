using System.Text.Json;
using InfluencerMap.Collectors.Files;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Social.Slack;

/// <summary>A place where messages stand.</summary>
/// <param name="Number">From its id, so that a renamed channel is the same one.</param>
/// <param name="Channel">Chat for direct messages, channel post for channels.</param>
/// <param name="Members">Ids of those who could read it when it was exported.</param>
internal sealed record SlackPlace(long Number, Channel Channel, IReadOnlyList<string> Members);

/// <summary>Who and what the lists beside the messages name.</summary>
internal sealed class SlackWorkspace
{
    /// <summary>The workspace's own messenger, which the export does not call a bot.</summary>
    private const string Slackbot = "USLACKBOT";

    private readonly Dictionary<string, string> _handleById = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bots = [Slackbot];
    private readonly Dictionary<string, SlackPlace> _placeByFolder = new(StringComparer.Ordinal);
    private readonly FormatRead _read;

    public SlackWorkspace(SourceFiles files, string root, FormatRead read)
    {
        _read = read;
        Each(files.Find(root + "users.json"), ReadMember);
        foreach (var (list, channel) in Lists)
            Each(files.Find(root + list), (ref json) => ReadPlace(ref json, channel));
    }

    private static readonly (string List, Channel Channel)[] Lists =
    [
        ("channels.json", Channel.ChannelPost),
        ("groups.json", Channel.ChannelPost),
        ("mpims.json", Channel.Chat),
        ("dms.json", Channel.Chat),
    ];

    public bool IsBot(string member) => _bots.Contains(member);

    /// <summary>The account of a member: by address where the export states it, else by id.</summary>
    public int AccountOf(string? member)
    {
        if (member is null || IsBot(member))
            return Interaction.Nobody;
        var handle = _handleById.GetValueOrDefault(member) ?? Handle.Normalise($"slack:{member}");
        return handle is null ? Interaction.Nobody : _read.Accounts.ResolveNormal(handle);
    }

    /// <summary>What a folder of messages is; a channel of unknown members where no list names it.</summary>
    public SlackPlace PlaceOf(string folder) => _placeByFolder.TryGetValue(folder, out var place)
        ? place
        : new(new EventId().Add(folder).Value, Channel.ChannelPost, []);

    private static void Each(SourceFile? file, Reading read)
    {
        if (file is null)
            return;
        using var items = new JsonItems(file.Open(), file.Name);
        while (items.Next(out var json))
            if (json.TokenType == JsonTokenType.StartObject)
                read(ref json);
        if (items.IsCutOff)
            throw new InputException($"{file.Name}: ends in the middle; the lists of an export must be whole.");
    }

    private void ReadMember(ref Utf8JsonReader json)
    {
        string? id = null, address = null;
        var isBot = false;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("id"u8))
                id = Fields.Text(ref json);
            else if (json.ValueTextEquals("is_bot"u8))
                isBot = Fields.Flag(ref json) ?? isBot;
            else if (json.ValueTextEquals("profile"u8))
                address = ReadAddress(ref json);
            else
                Fields.Skip(ref json);
        }
        if (id is null)
            return;
        if (isBot)
            _bots.Add(id);
        if (Handle.Normalise(address) is { } handle)
            _handleById[id] = handle;
    }

    private static string? ReadAddress(ref Utf8JsonReader json)
    {
        string? address = null;
        if (!Fields.Enter(ref json))
            return null;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("email"u8))
                address = Fields.Text(ref json);
            else
                Fields.Skip(ref json);
        }
        return address;
    }

    private void ReadPlace(ref Utf8JsonReader json, Channel channel)
    {
        string? id = null, folder = null;
        List<string> members = [];
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("id"u8))
                id = Fields.Text(ref json);
            else if (json.ValueTextEquals("name"u8))
                folder = Fields.Text(ref json);
            else if (json.ValueTextEquals("members"u8))
                members = Fields.Texts(ref json);
            else
                Fields.Skip(ref json);
        }
        if ((id ?? folder) is not { } name)
            return;
        var place = new SlackPlace(new EventId().Add(name).Value, channel, members);
        _placeByFolder[name] = place;
        if (folder is not null)
            _placeByFolder[folder] = place;
    }

    private delegate void Reading(ref Utf8JsonReader json);
}

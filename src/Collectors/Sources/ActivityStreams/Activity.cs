using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>What an activity says besides its text. Used again for the next.</summary>
internal sealed class Activity
{
    private readonly List<string> _mentioned = [];

    public ActivityKind Kind { get; private set; }

    /// <summary>Number of the activity, from its id.</summary>
    public long Id { get; private set; }

    /// <summary>UTC; null where it says none.</summary>
    public DateTime? At { get; private set; }

    /// <summary>Address of who acted.</summary>
    public string? Actor { get; private set; }

    /// <summary>Address of the post that was boosted, liked or answered.</summary>
    public string? Post { get; private set; }

    /// <summary>Address of that post's author, where it stands next to it.</summary>
    public string? PostAuthor { get; private set; }

    /// <summary>Addresses of those named.</summary>
    public IReadOnlyList<string> Mentioned => _mentioned;

    /// <summary>Reads the object on which the reader stands.</summary>
    public void Read(ref Utf8JsonReader json)
    {
        _mentioned.Clear();
        (Kind, Id, At, Actor, Post, PostAuthor) = (ActivityKind.Other, 0, null, null, null, null);
        Utf8JsonReader inner = default;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("type"u8))
                Kind = KindOf(Fields.Text(ref json));
            else if (json.ValueTextEquals("id"u8))
                Id = Fields.Hash(ref json);
            else if (json.ValueTextEquals("published"u8))
                At = Fields.Instant(ref json);
            else if (json.ValueTextEquals("actor"u8))
                Actor = Address(ref json);
            else if (json.ValueTextEquals("object"u8))
                inner = Fields.PassOver(ref json);
            else
                Fields.Skip(ref json);
        }
        // Only now is it known whether the object is a post of the actor's or of somebody else.
        if (Kind == ActivityKind.Create)
            ReadOwnPost(ref inner);
        else if (Kind is ActivityKind.Announce or ActivityKind.Like)
            ReadOthersPost(ref inner);
    }

    private static ActivityKind KindOf(string? type) => type switch
    {
        "Create" => ActivityKind.Create,
        "Announce" => ActivityKind.Announce,
        "Like" => ActivityKind.Like,
        _ => ActivityKind.Other,
    };

    private void ReadOwnPost(ref Utf8JsonReader json)
    {
        if (!Fields.Enter(ref json))
            return;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("inReplyTo"u8))
                Post = Address(ref json);
            else if (json.ValueTextEquals("tag"u8))
                ReadTags(ref json);
            else if (At is null && json.ValueTextEquals("published"u8))
                At = Fields.Instant(ref json);
            else
                Fields.Skip(ref json);
        }
    }

    /// <summary>The address of a post, or the post itself.</summary>
    private void ReadOthersPost(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
            Post = Fields.Current(ref json);
        if (json.TokenType != JsonTokenType.StartObject)
            return;
        Fields.Find(ref json, "id"u8, out var id, "attributedTo"u8, out var author);
        Post = Fields.Text(ref id);
        PostAuthor = Address(ref author);
    }

    private void ReadTags(ref Utf8JsonReader json)
    {
        while (Fields.NextElement(ref json))
        {
            Fields.Find(ref json, "type"u8, out var type, "href"u8, out var address);
            if (Fields.Is(ref type, "mention"u8) && Fields.Text(ref address) is { } named)
                _mentioned.Add(named);
        }
    }

    /// <summary>An address, or the id of the object that stands in its place.</summary>
    private static string? Address(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
            return Fields.Current(ref json);
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Fields.Leave(ref json);
            return null;
        }
        var id = Fields.Find(ref json, "id"u8);
        return Fields.Text(ref id);
    }
}

internal enum ActivityKind { Other, Create, Announce, Like }

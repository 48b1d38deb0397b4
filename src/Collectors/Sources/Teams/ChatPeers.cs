using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>The two people of a chat of two, whose ids are in the id of the chat; nobody for any other chat.</summary>
internal readonly record struct ChatPeers(int One, int Other)
{
    private const int GuidLength = 36;
    private const int IdBytesMax = 1024;

    public static ChatPeers None { get; } = new(Handles.None, Handles.None);

    /// <summary>From the property's name; gives the number of the chat, 0 where the id is unreadable.</summary>
    public static long Read(ref Utf8JsonReader json, Handles handles, out ChatPeers peers)
    {
        Span<byte> text = stackalloc byte[IdBytesMax];
        var id = text[..Fields.Copy(ref json, text)];
        peers = Parse(id, handles);
        return id.IsEmpty ? 0 : new EventId().Add(id).Value;
    }

    /// <summary>The one who is not the author.</summary>
    public int Beside(int author, Handles handles)
    {
        if (author == Handles.None || One == Handles.None || Other == Handles.None)
            return Handles.None;
        return handles[author].SequenceEqual(handles[One]) ? Other
            : handles[author].SequenceEqual(handles[Other]) ? One
            : Handles.None;
    }

    /// <summary>A chat of two is 19:{id}_{id}@unq.gbl.spaces, each id of 36 characters.</summary>
    private static ChatPeers Parse(ReadOnlySpan<byte> id, Handles handles)
    {
        var prefix = "19:"u8;
        var suffix = "@unq.gbl.spaces"u8;
        if (id.Length != prefix.Length + 2 * GuidLength + 1 + suffix.Length
            || !id.StartsWith(prefix) || !id.EndsWith(suffix) || id[prefix.Length + GuidLength] != (byte)'_')
            return None;
        return new(
            handles.Add(id.Slice(prefix.Length, GuidLength)),
            handles.Add(id.Slice(prefix.Length + GuidLength + 1, GuidLength)));
    }
}

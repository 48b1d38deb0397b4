using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>To whom an activity is addressed: read before anything else of it.</summary>
internal static class Audience
{
    /// <summary>Whether everybody, or all followers, may read it. What names people alone is private.</summary>
    /// <param name="json">On the start of the activity; a copy, so that the caller's stays there.</param>
    public static bool IsOpen(Utf8JsonReader json) => IsOpen(ref json, isActivity: true);

    private static bool IsOpen(ref Utf8JsonReader json, bool isActivity)
    {
        var isOpen = false;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("to"u8) || json.ValueTextEquals("cc"u8))
                isOpen |= ReadAddresses(ref json);
            else if (isActivity && json.ValueTextEquals("object"u8))
                isOpen |= IsOpenObject(ref json);
            else
                Fields.Skip(ref json);
        }
        return isOpen;
    }

    /// <summary>Some servers address the post alone, and not the activity around it.</summary>
    private static bool IsOpenObject(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.StartObject)
            return IsOpen(ref json, isActivity: false);
        json.Skip();
        return false;
    }

    /// <summary>One address, or an array of them.</summary>
    private static bool ReadAddresses(ref Utf8JsonReader json)
    {
        var isOpen = false;
        json.Read();
        if (json.TokenType == JsonTokenType.String)
            return IsOpenAddress(ref json);
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return false;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            if (json.TokenType == JsonTokenType.String)
                isOpen |= IsOpenAddress(ref json);
            else
                json.Skip();
        return isOpen;
    }

    /// <summary>The three spellings of the public collection, and collections of followers.</summary>
    private static bool IsOpenAddress(ref Utf8JsonReader json)
    {
        try
        {
            return json.ValueTextEquals("https://www.w3.org/ns/activitystreams#Public"u8)
                || json.ValueTextEquals("as:Public"u8) || json.ValueTextEquals("Public"u8)
                || json.ValueSpan.EndsWith("/followers"u8);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: no address.
            return false;
        }
    }
}

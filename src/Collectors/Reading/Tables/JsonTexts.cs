using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>The addresses or ids in an array of JSON: all texts, and of objects the addresses.</summary>
internal static class JsonTexts
{
    /// <summary>Null where this is not JSON.</summary>
    public static List<byte[]>? Of(ReadOnlySpan<byte> json)
    {
        var texts = new List<byte[]>();
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
                    continue;
                var text = new byte[reader.ValueSpan.Length];
                if (reader.TokenType == JsonTokenType.Number)
                    reader.ValueSpan.CopyTo(text);
                else
                    text = text[..reader.CopyString(text)];
                if (reader.CurrentDepth == 1 || text.AsSpan().Contains((byte)'@'))
                    texts.Add(text);
            }
            return texts;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfluencerMap.Collectors;

/// <summary>Texts that others write: a value of another type, and one that is no Unicode, counts as absent.</summary>
internal sealed class TextOrNull : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Fields.Current(ref reader);
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}

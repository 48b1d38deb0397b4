using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace InfluencerMap.Collectors;

/// <summary>A property that others write: a value of another type counts as absent, and the rest stays.</summary>
internal class OrNull<T> : JsonConverter<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var value = reader;
        reader.Skip();
        return JsonItems.Whole(ref value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}

/// <summary>An array of which elements that are null or of another type are passed over.</summary>
internal sealed class ListOf<T> : OrNull<IReadOnlyList<T>>
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var items = new List<T>();
        if (reader.TokenType != JsonTokenType.StartArray)
            reader.Skip();
        else
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                if (new OrNull<T>().Read(ref reader, typeof(T), options) is { } item)
                    items.Add(item);
        return items;
    }
}

/// <summary>Texts that others write: a value of another type, and one that is no Unicode, counts as absent.</summary>
internal sealed class TextOrNull : OrNull<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Fields.Current(ref reader);
        reader.Skip();
        return null;
    }
}

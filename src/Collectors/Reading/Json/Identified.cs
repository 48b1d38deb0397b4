using System.Text.Json.Serialization;

namespace InfluencerMap.Collectors;

/// <summary>Something of which only the id is asked.</summary>
internal sealed record Identified(string? Id);

/// <summary>A list of such.</summary>
internal sealed record IdentifiedList(
    [property: JsonConverter(typeof(ListOf<Identified>))] IReadOnlyList<Identified>? Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TextOrNull)])]
[JsonSerializable(typeof(IdentifiedList))]
internal sealed partial class IdentifiedJson : JsonSerializerContext;

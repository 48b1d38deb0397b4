using System.Text.Json.Serialization;

namespace InfluencerMap.Collectors;

/// <summary>The account whose archive it is, or an object that holds it.</summary>
internal sealed record XAccount(
    string? AccountId, [property: JsonConverter(typeof(OrNull<XAccount>))] XAccount? Account)
{
    public string? OwnId => AccountId ?? Account?.OwnId;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TextOrNull)])]
[JsonSerializable(typeof(XAccount))]
internal sealed partial class XJson : JsonSerializerContext;

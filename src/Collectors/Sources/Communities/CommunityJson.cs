using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfluencerMap.Collectors;

/// <summary>One community. The name of one that is left out never becomes a string.</summary>
internal sealed record Community(string? Privacy, JsonElement? DisplayName)
{
    public string? GroupId { get; set => field = value?.ToLowerInvariant(); }

    [JsonIgnore]
    public string? Name => DisplayName?.Deserialize(CommunityJson.Default.String);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TextOrNull)])]
[JsonSerializable(typeof(Community))]
internal sealed partial class CommunityJson : JsonSerializerContext;

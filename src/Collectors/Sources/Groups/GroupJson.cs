using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfluencerMap.Collectors;

/// <summary>One element of a round as the service writes it.</summary>
internal sealed record GroupSaid
{
    public string? Id { get; set; }

    [JsonPropertyName("@removed")]
    public JsonElement? Removal { get; set; }

    [JsonPropertyName("proxyAddresses"), JsonConverter(typeof(ListOf<string>))]
    public IReadOnlyList<string>? Addresses { get; set => field = DirectoryUser.AddressesAmong(value); }

    [JsonPropertyName("members@delta"), JsonConverter(typeof(ListOf<DirectoryLink>))]
    public IReadOnlyList<DirectoryLink>? MemberChanges { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TextOrNull)])]
[JsonSerializable(typeof(GroupSaid))]
internal sealed partial class GroupJson : JsonSerializerContext;

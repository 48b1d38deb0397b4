using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfluencerMap.Collectors;

/// <summary>Somebody or a group that another one points at, or no longer does.</summary>
internal sealed record DirectoryLink(string? Id, [property: JsonPropertyName("@removed")] JsonElement? Removal);

/// <summary>What a mailbox is for.</summary>
internal sealed record MailboxSettings(string? UserPurpose);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TextOrNull)])]
[JsonSerializable(typeof(DirectoryUser))]
[JsonSerializable(typeof(MailboxSettings))]
internal sealed partial class DirectoryJson : JsonSerializerContext;

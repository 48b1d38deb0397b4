using System.Text.Json.Serialization;

namespace InfluencerMap.Collectors;

/// <summary>A member as the lists of an export name them.</summary>
internal sealed record SlackMember(
    string? Id, [property: JsonConverter(typeof(OrNull<bool?>))] bool? IsBot,
    [property: JsonConverter(typeof(OrNull<SlackProfile>))] SlackProfile? Profile);

internal sealed record SlackProfile(string? Email);

/// <summary>A channel, a group or a direct message as the lists name it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, that of the folder of its messages.</param>
/// <param name="Members">Ids of those who could read it.</param>
/// <param name="User">Id of the other of a direct message.</param>
internal sealed record SlackListing(string? Id, string? Name, IReadOnlyList<string>? Members, string? User);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(TextOrNull), typeof(ListOf<string>)])]
[JsonSerializable(typeof(SlackMember))]
[JsonSerializable(typeof(SlackListing))]
internal sealed partial class SlackJson : JsonSerializerContext;

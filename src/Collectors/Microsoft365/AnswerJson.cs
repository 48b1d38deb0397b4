using System.Text.Json.Serialization;

namespace InfluencerMap.Collectors;

/// <summary>The answer to a refused request. Its message may quote people and is never read.</summary>
internal sealed record RefusedAnswer(RefusedAnswer.ErrorObject? Error)
{
    internal sealed record ErrorObject(string? Code);
}

/// <summary>What a token says of the application that holds it.</summary>
internal sealed record TokenClaims(IReadOnlyList<string>? Roles);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RefusedAnswer))]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class AnswerJson : JsonSerializerContext;

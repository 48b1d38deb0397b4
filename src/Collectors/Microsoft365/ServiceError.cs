using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>The error object of a refused request. Its message may quote people and is never read.</summary>
internal static class ServiceError
{
    private const int CodeLengthMax = 80;

    /// <summary>The code; null where the answer holds none.</summary>
    public static string? CodeOf(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AnswerJson.Default.RefusedAnswer)?.Error?.Code
                is { Length: > 0 and <= CodeLengthMax } code && code.All(IsCode) ? code : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the code, under whatever status, says that a cursor is spent.</summary>
    public static bool MeansResync(string? code) =>
        code is not null
        && (code.StartsWith("syncState", StringComparison.OrdinalIgnoreCase)
            || code.StartsWith("resync", StringComparison.OrdinalIgnoreCase)
            || code.Equals("fullSyncRequired", StringComparison.OrdinalIgnoreCase));

    private static bool IsCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-';
}

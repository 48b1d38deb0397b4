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
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            var error = Fields.Find(ref reader, "error"u8);
            var at = Fields.FindInside(ref error, "code"u8);
            return Fields.Text(ref at) is { Length: <= CodeLengthMax } code && code.All(IsCode) ? code : null;
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

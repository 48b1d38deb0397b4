using System.Globalization;

namespace InfluencerMap.Collectors;

/// <summary>
/// Microsoft Graph refuses or does not answer. One line for people: the path with its ids left out, the status, the
/// service's code and what to do; never the service's own message, which may quote people.
/// </summary>
public class GraphException(string message, int? status = null, string? code = null, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>HTTP status; null where no complete answer came.</summary>
    public int? Status { get; } = status;

    /// <summary>The service's own code, such as <c>Authorization_RequestDenied</c>.</summary>
    public string? Code { get; } = code;

    internal static GraphException Refused(Uri address, int status, string? code)
    {
        var advice = status switch
        {
            401 => "The credential is not accepted; run influencermap doctor.",
            403 => "A permission is missing, or protected-API access was not granted; run influencermap doctor.",
            404 => "There is none, or the application may not see it.",
            _ => "Run influencermap doctor, then collect again.",
        };
        return new($"{PathOf(address)} answered {status}{(code is null ? "" : $" {code}")}. {advice}", status, code);
    }

    /// <summary>The path's fixed segments; ids, addresses and parameters are left out.</summary>
    internal static string PathOf(Uri address) => string.Join('/', address.AbsolutePath.Split('/').Select(segment =>
        segment.Length is 0 || segment.All(c => char.IsAsciiLetter(c) || c is '.' or '(' or ')') || IsVersion(segment)
            ? segment
            : "…"));

    private static bool IsVersion(string segment) =>
        segment[0] == 'v' && decimal.TryParse(segment.AsSpan(1), CultureInfo.InvariantCulture, out _);
}

/// <summary>
/// The service no longer knows where the source stands (410 Gone, or a code such as <c>syncStateNotFound</c>): forget
/// the cursor and read the scope again from the start. Event ids make that harmless.
/// </summary>
public sealed class FullResyncException(string message, int? status, string? code)
    : GraphException(message, status, code);

/// <summary>The night's deadline was reached: what is stored stays, and the next night goes on from there.</summary>
public sealed class DeadlineException(DateTimeOffset deadline)
    : GraphException($"The deadline {deadline:yyyy-MM-dd HH:mm} UTC was reached; collect again to go on.");

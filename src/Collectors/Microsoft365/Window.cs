using System.Globalization;

namespace InfluencerMap.Collectors;

/// <summary>Cursors of sources without delta: the instant up to which a scope was read.</summary>
internal static class Window
{
    public static string ToCursor(DateTime until) => until.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Where to read from: a tail before the last end, for what came late; never before the start.</summary>
    public static DateTime Begin(CollectRequest request, string scope, TimeSpan tail) =>
        request.Cursors.TryGetValue(scope, out var cursor)
            && DateTime.TryParse(
                cursor, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var end)
            && end - tail > request.Since
                ? end - tail
                : request.Since;

    /// <summary>An instant as the service's filters and windows take it.</summary>
    public static string Ask(DateTime instant) =>
        instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}

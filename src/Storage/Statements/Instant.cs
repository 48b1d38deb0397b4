namespace InfluencerMap.Storage;

/// <summary>Instants are stored as whole milliseconds since 1970, UTC.</summary>
internal static class Instant
{
    private const long UnixEpochMs = 62_135_596_800_000;

    public static long ToMs(DateTime at) => at.Ticks / TimeSpan.TicksPerMillisecond - UnixEpochMs;

    /// <summary>The first instant of a day, UTC.</summary>
    public static long OfDay(DateOnly day) => ToMs(day.ToDateTime(TimeOnly.MinValue));

    public static DateTime FromMs(long ms) => new((ms + UnixEpochMs) * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}

namespace InfluencerMap.Storage;

/// <summary>Instants are stored as whole milliseconds since 1970, UTC.</summary>
internal static class Instant
{
    private const long UnixEpochMs = 62_135_596_800_000;

    public static long ToMs(DateTime at) => at.Ticks / TimeSpan.TicksPerMillisecond - UnixEpochMs;

    public static DateTime FromMs(long ms) => new((ms + UnixEpochMs) * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}

using System.Globalization;

namespace InfluencerMap.Cli;

/// <summary>A time of day in a time zone, such as <c>02:00 Europe/Rome</c>, through changes of its clocks.</summary>
/// <param name="Time">By the clocks of the zone.</param>
/// <param name="Zone">With the rules of this machine.</param>
internal sealed record NightlyTime(TimeOnly Time, TimeZoneInfo Zone)
{
    /// <exception cref="UsageException">It is not of that form, or the zone is unknown here.</exception>
    public static NightlyTime Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 1 or > 2 || !TimeOnly.TryParseExact(
            words[0], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            throw new UsageException($"--watch '{text}' is not a time and zone, such as \"02:00 Europe/Rome\".");
        return TimeZoneInfo.TryFindSystemTimeZoneById(words.Length == 2 ? words[1] : "UTC", out var zone)
            ? new(time, zone)
            : throw new UsageException(
                $"--watch: this machine knows no time zone '{words[1]}'. Name one of IANA's list; it may want tzdata.");
    }

    /// <summary>
    /// The first such instant after another: once for each day. A time that the clocks skip is the instant at which
    /// they skip; one that they repeat is the first of the two.
    /// </summary>
    public DateTimeOffset After(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime).AddDays(-1);
        while (On(day) <= instant)
            day = day.AddDays(1);
        return On(day);
    }

    /// <summary>
    /// Asks only what the clocks show at an instant: what they skip or repeat, some zones of this platform misreport.
    /// </summary>
    private DateTimeOffset On(DateOnly day)
    {
        var wanted = day.ToDateTime(Time);
        var asUtc = new DateTimeOffset(wanted, TimeSpan.Zero);
        // With the offset of the day before and of the day after: one of them holds then, or both do.
        var (early, late) = (asUtc - Zone.GetUtcOffset(asUtc.AddDays(-1)), asUtc - Zone.GetUtcOffset(asUtc.AddDays(1)));
        if (early > late)
            (early, late) = (late, early);
        if (Shown(early) == wanted)
            return early;
        // Skipped: the clocks jump over it between the two.
        var at = Shown(late) == wanted ? late : early;
        while (Shown(at) < wanted)
            at = at.AddMinutes(1);
        return at;
    }

    private DateTime Shown(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;
}

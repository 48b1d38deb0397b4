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
            throw new UsageException($"--watch '{text}' is no time and zone, such as \"02:00 Europe/Rome\".");
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

    private DateTimeOffset On(DateOnly day)
    {
        var local = day.ToDateTime(Time);
        if (Zone.IsInvalidTime(local))
            return FirstAfterGap(local);
        var offset = Zone.IsAmbiguousTime(local)
            ? Zone.GetAmbiguousTimeOffsets(local).Max()
            : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>Gaps are whole minutes; the longest known is a day, where a country crossed the date line.</summary>
    private DateTimeOffset FirstAfterGap(DateTime local)
    {
        while (Zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

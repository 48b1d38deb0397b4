namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>When a watching program runs its nights, through every change of clocks of 2026.</summary>
public sealed class NightlyTimeTests
{
    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("02:30 Europe/Rome", "2026-03-29T00:00Z", "2026-03-29T01:00Z")] // skipped: the clocks go from 2 to 3
    [InlineData("02:30 Europe/Rome", "2026-03-29T01:00Z", "2026-03-30T00:30Z")]
    [InlineData("02:30 Europe/Rome", "2026-10-25T00:00Z", "2026-10-25T00:30Z")] // repeated: the first of two
    [InlineData("02:30 Europe/Rome", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [InlineData("02:00 UTC", "2026-03-29T01:59Z", "2026-03-29T02:00Z")]
    [InlineData("23:45", "2026-03-29T23:45Z", "2026-03-30T23:45Z")]
    [InlineData("00:15 America/Havana", "2026-03-08T04:00Z", "2026-03-08T05:00Z")]
    public void Night_after_an_instant_is(string time, string after, string expected) =>
        Assert.Equal(Instant(expected), NightlyTime.Parse(time).After(Instant(after)));

    [Fact]
    public void Every_day_of_2026_has_one_night_in_every_zone_with_changes()
    {
        var random = new Random(2026);
        var changing = TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.SupportsDaylightSavingTime)
            .Where(zone => Enumerable.Range(0, 365).Select(day => zone.GetUtcOffset(NewYear.AddDays(day)))
                .Distinct().Count() > 1)
            .ToArray();
        Assert.SkipWhen(changing.Length == 0, "this machine knows no time zone but UTC.");
        foreach (var zone in changing)
            foreach (var minute in (int[])[0, 60, 120, 150, 180, random.Next(1440)])
                AssertOnceADay(new(TimeOnly.MinValue.AddMinutes(minute), zone));
    }

    /// <summary>One night for each date of the zone; only where the clocks skip the time, at a later one.</summary>
    private static void AssertOnceADay(NightlyTime time)
    {
        var nights = new List<DateTimeOffset>();
        for (var at = time.After(NewYear); at < NewYear.AddDays(364); at = time.After(at))
            nights.Add(at);
        var shown = nights.ConvertAll(night => TimeZoneInfo.ConvertTime(night, time.Zone));
        var first = DateOnly.FromDateTime(shown[0].DateTime);
        for (var i = 0; i < shown.Count; i++)
        {
            Assert.Equal(first.AddDays(i), DateOnly.FromDateTime(shown[i].DateTime));
            var clock = TimeOnly.FromDateTime(shown[i].DateTime);
            var before = TimeOnly.FromDateTime(
                TimeZoneInfo.ConvertTime(nights[i].AddMinutes(-1), time.Zone).DateTime);
            var isSkipped = clock != time.Time;
            Assert.False(isSkipped && !(before < time.Time || before > clock), $"{time} {nights[i]:O}");
            Assert.True(!isSkipped || clock > time.Time, $"{time} {nights[i]:O}");
            if (i > 0)
                Assert.InRange((nights[i] - nights[i - 1]).TotalHours, 21.5, 26.5);
        }
    }

    [Theory]
    [InlineData("2 Europe/Rome", "is not a time and zone")]
    [InlineData("25:00", "is not a time and zone")]
    [InlineData("02:00 Europe/Nowhere", "knows no time zone 'Europe/Nowhere'")]
    public void Other_words_are_refused(string text, string reason) => Assert.Contains(
        reason, Assert.Throws<UsageException>(() => NightlyTime.Parse(text)).Message, StringComparison.Ordinal);

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

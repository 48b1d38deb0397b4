using System.Globalization;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Reading;

public sealed class Times : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("2010-01-02", "2010-01-02T00:00:00.0000000Z")]
    [InlineData("2010-01-02 17:40", "2010-01-02T17:40:00.0000000Z")]
    [InlineData("2010-01-02T17:40:10", "2010-01-02T17:40:10.0000000Z")]
    [InlineData("2010-01-02T17:40:10Z", "2010-01-02T17:40:10.0000000Z")]
    [InlineData("2010-01-02T17:40:10.25z", "2010-01-02T17:40:10.2500000Z")]
    [InlineData("2010-01-02T17:40:10.123456789Z", "2010-01-02T17:40:10.1234567Z")]
    [InlineData("2010-01-02T17:40:10,5+02:00", "2010-01-02T15:40:10.5000000Z")]
    [InlineData("2010-01-01T00:30+0530", "2009-12-31T19:00:00.0000000Z")]
    [InlineData("2010-12-31T23:00:00-03", "2011-01-01T02:00:00.0000000Z")]
    [InlineData("2012-02-29", "2012-02-29T00:00:00.0000000Z")]
    [InlineData("0", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("1262454010", "2010-01-02T17:40:10.0000000Z")]
    [InlineData("1262454010123", "2010-01-02T17:40:10.1230000Z")]
    [InlineData("100000000000", "1973-03-03T09:46:40.0000000Z")]
    [InlineData("100000000000000", "1973-03-03T09:46:40.0000000Z")]
    [InlineData("1262454010123456", "2010-01-02T17:40:10.1234560Z")]
    public async Task Instants_are_read_from_common_forms(string cell, string expected) =>
        Assert.Equal(expected, (await ReadAsync(cell)).First!.Value.ToString("O"));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1969-12-31")]
    [InlineData("2100-01-01")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("2010-01-02T")]
    [InlineData("2010-01-02T17")]
    [InlineData("2010-01-02T24:00")]
    [InlineData("2010-01-02T17:60")]
    [InlineData("2010-01-02T17:40:60")]
    [InlineData("2010-01-02T17:40:1")]
    [InlineData("2010-01-02T17:40:10.")]
    [InlineData("2010-01-02T17:40:10X")]
    [InlineData("2010-01-02T17:40:10+1")]
    [InlineData("2010-01-02T17:40:10+15:00")]
    [InlineData("2010-01-02T17:40:10+02-00")]
    [InlineData("2010-01-02T17:40:10Zulu")]
    [InlineData("2010-01-0\u0662")]
    [InlineData("-5")]
    [InlineData("1262454010.")]
    [InlineData("4102444800")]
    [InlineData("99999999999")]
    [InlineData("99999999999999")]
    [InlineData("99999999999999999999")]
    public async Task Other_forms_and_years_are_bad_rows(string cell)
    {
        var path = _scratch.Write("a.csv", $"from,to,at\na,b,{cell}\n");
        var message = await Scratch.RefusalAsync(path);
        Assert.Equal($"a.csv, line 2, column 3 (at): expected {InstantsExpected}. "
            + "Mend the row, or leave out up to N rows that cannot be read (--max-bad-rows N); nothing was stored.",
            message);
    }

    [Theory]
    [InlineData("31/02/2010 10:00")]
    [InlineData("2010-1-32")]
    [InlineData("2010-13-01")]
    [InlineData("2010-02-29")]
    [InlineData("2010-02-31T10:00:00Z")]
    [InlineData("29 feb 2010")]
    [InlineData("0000-01-01")]
    public async Task A_day_that_no_calendar_has_is_not_told_to_look_like_itself(string cell) => Assert.StartsWith(
        "a.csv, line 2, column 3 (at): expected a day of the calendar; there is no such day. ",
        await Scratch.RefusalAsync(_scratch.Write("a.csv", $"from,to,at\na,b,\"{cell}\"\n")));

    private const string InstantsExpected =
        "an ISO 8601 date or date-time, a date as offices write it such as 31/01/2026 14:05, or seconds or "
        + "milliseconds since 1970, of the years 1970 … 2099; --date-format names another form";

    [Fact]
    public async Task Random_instants_are_read_as_the_base_library_reads_them()
    {
        var random = new Random(7);
        string[] forms =
        [
            "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.fff",
            "yyyy-MM-ddTHH:mm:ss.fffffffzzz",
        ];
        string[] cells = [.. Enumerable.Range(0, 2_000).Select(_ => new DateTimeOffset(
            DateTime.UnixEpoch.Ticks + random.NextInt64(TimeSpan.TicksPerDay, 47_000 * TimeSpan.TicksPerDay),
            TimeSpan.FromMinutes(random.Next(-840, 841)))
            .ToString(forms[random.Next(forms.Length)], CultureInfo.InvariantCulture))];
        var path = _scratch.Write("a.csv", "from,to,at\n" + string.Concat(cells.Select(c => $"a,b,{c}\n")));
        var expected = cells.Select(c => DateTime.Parse(
            c, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
        Assert.Equal(expected, (await Scratch.CollectAsync(path)).Interactions.Select(i => i.At));
    }

    [Fact]
    public async Task Times_without_offset_are_read_in_the_zone_given_and_the_report_says_so()
    {
        var read = await ReadAsync("2024-07-01 12:00", Berlin);
        Assert.Equal(new(2024, 7, 1, 10, 0, 0, DateTimeKind.Utc), read.First);
        Assert.Equal(("Europe/Berlin", 1), (read.Report.TimeZone, read.Report.TimesWithoutOffset));
        Assert.Equal(11, (await ReadAsync("2024-01-01 12:00", Berlin)).First!.Value.Hour);
        read = await ReadAsync("2024-07-01 12:00Z", Berlin);
        Assert.Equal((12, 0), (read.First!.Value.Hour, read.Report.TimesWithoutOffset));
        Assert.Equal("UTC", (await ReadAsync("2024-07-01 12:00")).Report.TimeZone);
    }

    [Fact]
    public async Task Hours_that_occur_twice_are_standard_time_and_counted_and_hours_that_are_left_out_are_bad()
    {
        var read = await ReadAsync("2024-10-27 02:30", Berlin);
        Assert.Equal(new(2024, 10, 27, 1, 30, 0, DateTimeKind.Utc), read.First);
        Assert.Equal(1, read.Report.AmbiguousTimes);
        var skipped = await Assert.ThrowsAsync<InputException>(() => ReadAsync("2024-03-31 02:30", Berlin));
        Assert.Contains("; without an offset, a time that occurs in Europe/Berlin. ", skipped.Message);
    }

    [Fact]
    public void Unknown_zones_are_told() => Assert.Equal(
        "This machine knows no time zone 'Europe/Atlantis'; expected an IANA id such as Europe/Berlin.",
        Assert.Throws<InputException>(() => InteractionsCsvOptions.ZoneOf("Europe/Atlantis")).Message);

    private static InteractionsCsvOptions Berlin => new() { TimeZone = InteractionsCsvOptions.ZoneOf("Europe/Berlin") };

    private Task<Collected> ReadAsync(string cell, InteractionsCsvOptions? options = null) =>
        Scratch.CollectAsync(_scratch.Write("a.csv", $"from;to;at\na;b;\"{cell}\"\n"), null, options);
}

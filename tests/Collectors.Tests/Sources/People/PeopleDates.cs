using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>Days of people, in the order that a file shows, or that it leaves open.</summary>
public sealed class PeopleDates : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("2019-01-31", "2019-01-31")]
    [InlineData("2019-01-31T00:00:00", "2019-01-31")]
    [InlineData("2019-01-31 00:00:00.000", "2019-01-31")]
    [InlineData("2019-01-31T00:00:00Z", "2019-01-31")]
    [InlineData("2019-01-31T00:00:00+01:00", "2019-01-31")]
    [InlineData("2019-01-31 08:30", "2019-01-31")]
    [InlineData("2019/01/31", "2019-01-31")]
    [InlineData("20190131", "2019-01-31")]
    [InlineData("31/01/2019", "2019-01-31")]
    [InlineData("31-1-2019", "2019-01-31")]
    [InlineData("31.01.2019", "2019-01-31")]
    [InlineData("04.03.2019", "2019-03-04")]
    [InlineData("31/01/2019 00:00:00", "2019-01-31")]
    [InlineData("1/31/2019 12:00:00 AM", "2019-01-31")]
    [InlineData("01/31/2019", "2019-01-31")]
    [InlineData("31-gen-2019", "2019-01-31")]
    [InlineData("31 maggio 2019", "2019-05-31")]
    [InlineData("31-Jan-2019", "2019-01-31")]
    [InlineData("05/05/2019", "2019-05-05")]
    [InlineData("NaT", null)]
    [InlineData("31/12/9999", null)]
    [InlineData("0000-00-00", null)]
    public async Task A_day_is_read_as_programs_write_it(string cell, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day), (await ReadAsync(cell))[0]);

    [Theory]
    [InlineData("43466")]
    [InlineData("2019-01-31T22:00:00Z")]
    [InlineData("2019")]
    [InlineData("31/01/19")]
    public async Task What_is_no_day_is_bad(string cell) =>
        Assert.Contains("line 2, column 2 (start): expected a date such as 2019-01-31",
            await Scratch.PeopleRefusalAsync(Write(cell)));

    [Theory]
    [InlineData("31/02/2019", "read as day, month, year, ")]
    [InlineData("2019-02-29", "")]
    [InlineData("29 febbraio 2019", "")]
    [InlineData("20190431", "")]
    public async Task A_day_that_no_calendar_has_is_told_to_be_none(string cell, string read) => Assert.Contains(
        $"line 2, column 2 (start): expected a day of the calendar; {read}there is no such day.",
        await Scratch.PeopleRefusalAsync(Write(cell)));

    [Fact]
    public async Task The_order_of_day_and_month_is_decided_once_from_all_rows()
    {
        Assert.Equal(
            [new(2019, 4, 3), new DateOnly(2020, 12, 13)], await ReadAsync("03/04/2019", "13/12/2020"));
        Assert.Equal(
            [new(2019, 3, 4), new DateOnly(2020, 12, 13)], await ReadAsync("03/04/2019", "12/13/2020"));
    }

    [Fact]
    public async Task A_file_that_leaves_the_order_open_is_refused_with_both_readings()
    {
        var path = Write("05/05/2019", "03/04/2019");
        var message = await Scratch.PeopleRefusalAsync(path);
        Assert.Contains("row 3 (start) can be read as day/month/year and as month/day/year", message);
        Assert.Contains("--date-format dmy or mdy", message);
        var read = await Scratch.PeopleAsync(path, new() { Dates = DateFormat.Parse("dmy") });
        Assert.Equal(new DateOnly(2019, 4, 3), read.Entries[1].Start);
    }

    [Fact]
    public async Task A_file_of_both_orders_is_refused_with_a_row_of_each() => Assert.Contains(
        "the day stands first at row 2 (start) and the month at row 3 (start)",
        await Scratch.PeopleRefusalAsync(Write("31/01/2019", "01/31/2019")));

    private async Task<DateOnly?[]> ReadAsync(params string[] cells) =>
        [.. (await Scratch.PeopleAsync(Write(cells))).Entries.Select(entry => entry.Start)];

    private string Write(params string[] cells) => _scratch.Write(
        "people.csv", "id;start\n" + string.Concat(cells.Index().Select(cell => $"{cell.Index};{cell.Item}\n")));
}

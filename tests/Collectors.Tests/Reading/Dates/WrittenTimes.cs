using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Reading;

/// <summary>Forms of instants that other programs write and that say what they mean.</summary>
public sealed class WrittenTimes : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("2026-11-02 10:00:00 UTC", "2026-11-02 10:00", true)]
    [InlineData("2026-11-02 10:00:00.123 UTC", "2026-11-02 10:00:00.123", true)]
    [InlineData("2026-11-02 10:00:00 +0000 UTC", "2026-11-02 10:00", true)]
    [InlineData("2026-11-02 10:00:00 GMT", "2026-11-02 10:00", true)]
    [InlineData("2026-11-02T10:00:00 (UTC)", "2026-11-02 10:00", true)]
    [InlineData("2026-11-02 10:00 GMT+01:00", "2026-11-02 09:00", true)]
    [InlineData("20/11/2026 10:00 +02:00", "2026-11-20 08:00", true)]
    [InlineData("2026-11-02 10:00:00 AM", "2026-11-02 10:00", false)]
    [InlineData("2026-11-02 12:00:00 AM", "2026-11-02 00:00", false)]
    [InlineData("2026-11-02 02:05 p.m.", "2026-11-02 14:05", false)]
    [InlineData("20/11/2026 2:05\u202fPM", "2026-11-20 14:05", false)]
    [InlineData("2026/11/02 10:00", "2026-11-02 10:00", false)]
    [InlineData("2026.11.02", "2026-11-02", false)]
    [InlineData("2026-1-2", "2026-01-02", false)]
    [InlineData("2 Nov 2026", "2026-11-02", false)]
    [InlineData("02-NOV-26 10.00.00", "2026-11-02 10:00", false)]
    [InlineData("Nov 2, 2026, 2:05:09 PM", "2026-11-02 14:05:09", false)]
    [InlineData("Monday, November 2, 2026 10:00 AM", "2026-11-02 10:00", false)]
    [InlineData("lunedì 2 novembre 2026 10:00", "2026-11-02 10:00", false)]
    [InlineData("2. März 2026", "2026-03-02", false)]
    [InlineData("12 juillet 2026 10:00", "2026-07-12 10:00", false)]
    [InlineData("mar 3 nov 2026", "2026-11-03", false)]
    [InlineData("1793613600.25", "2026-11-02 10:00:00.25", true)]
    [InlineData("1793613600,25", "2026-11-02 10:00:00.25", true)]
    [InlineData("1793613600000.5", "2026-11-02 10:00:00.0005", true)]
    [InlineData("/Date(1793613600000)/", "2026-11-02 10:00", true)]
    [InlineData("20261102", "2026-11-02", false)]
    [InlineData("20261102140509", "2026-11-02 14:05:09", false)]
    public async Task Forms_of_other_programs_are_read(string cell, string expected, bool statesOffset)
    {
        var read = await Scratch.CollectAsync(_scratch.Write("a.csv", $"from;to;at\na;b;\"{cell}\"\n"));
        Assert.Equal(DateTime.Parse(expected), read.First);
        Assert.Equal(statesOffset ? 0 : 1, read.Report.TimesWithoutOffset);
    }

    [Theory]
    [InlineData("46328")]
    [InlineData("46328.4166667")]
    [InlineData("46328,4166667")]
    public async Task A_day_number_of_Excel_is_refused_by_that_name(string cell)
    {
        var path = _scratch.Write("a.csv", $"from;to;at\na;b;{cell}\na;b;46329\n");
        Assert.Contains("an Excel serial date", await Scratch.RefusalAsync(path));
    }

    [Fact]
    public async Task Small_numbers_among_others_are_seconds_and_so_are_those_of_edge_lists()
    {
        var path = _scratch.Write("a.csv", "from,to,at\na,b,28820\na,b,600000\n");
        var read = await Scratch.CollectAsync(path);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(28_820), read.First);
        Assert.Equal(2, Samples.Read(_scratch.Write("a.edges", "1 2 28820\n1 2 28840\n")).Interactions.Length);
    }

    [Theory]
    [InlineData("20260231")]
    [InlineData("02/13/2026 14:05 AM")]
    [InlineData("13/11/2026 25:00")]
    [InlineData("13/11/2026 10:60")]
    [InlineData("13/11/2026 10:00 CET+")]
    [InlineData("13/11-2026")]
    [InlineData("13 Foo 2026")]
    [InlineData("13/11/2026T")]
    [InlineData("nov 2026")]
    public async Task What_is_no_instant_is_a_bad_row(string cell)
    {
        var path = _scratch.Write("a.csv", $"from;to;at\na;b;{cell}\n");
        if (cell == "20260231")
            Assert.Equal(1970, (await Scratch.CollectAsync(path)).First!.Value.Year);
        else
            Assert.StartsWith("a.csv, line 2, column 3 (at): expected", await Scratch.RefusalAsync(path));
    }

    [Fact]
    public async Task A_day_and_a_time_of_day_may_stand_in_two_columns()
    {
        var read = await Scratch.CollectAsync(_scratch.Write(
            "a.csv", "Mittente;Destinatari;Data;Ora\na@x.example;b@x.example;13/11/2026;10.05\n"
            + "a@x.example;b@x.example;2026-11-14T08:00;10:05\n"));
        Assert.Equal(
            [new DateTime(2026, 11, 13, 10, 5, 0), new DateTime(2026, 11, 14, 8, 0, 0)],
            read.Interactions.Select(i => i.At));
    }
}

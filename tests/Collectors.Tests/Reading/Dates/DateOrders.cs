using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Reading;

/// <summary>Which number of 02/11/2026 is the day: one answer a file, from all of its rows, or none.</summary>
public sealed class DateOrders : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("dd/MM/yyyy", "13/11/2026", "02/11/2026", "2026-11-13", "2026-11-02")]
    [InlineData("last row decides", "02/11/2026", "13/11/2026", "2026-11-02", "2026-11-13")]
    [InlineData("US", "11/2/2026 2:05:09 PM", "11/13/2026 12:05:09 AM", "2026-11-02 14:05:09", "2026-11-13 00:05:09")]
    [InlineData("Australia", "3/11/2026 2:05:09 PM", "13/11/2026 2:05 AM", "2026-11-03 14:05:09", "2026-11-13 02:05")]
    [InlineData("Netherlands", "02-11-2026 09:30", "30-11-2026 09:30", "2026-11-02 09:30", "2026-11-30 09:30")]
    [InlineData("Italy, older", "02/11/2026 10.00.05", "28/11/2026 9.05", "2026-11-02 10:00:05", "2026-11-28 09:05")]
    [InlineData("Outlook", "lun 02/11/2026 10:00", "dom 29/11/2026 10:00", "2026-11-02 10:00", "2026-11-29 10:00")]
    [InlineData("Germany", "02.11.2026 10:00:00", "03.11.2026 10:00 Uhr", "2026-11-02 10:00", "2026-11-03 10:00")]
    [InlineData("France", "02/11/2026 10h05", "30/11/2026 à 10:00", "2026-11-02 10:05", "2026-11-30 10:00")]
    [InlineData("two digits", "02/11/26", "30/11/26", "2026-11-02", "2026-11-30")]
    [InlineData("two digits, US", "11/02/26", "11/30/26", "2026-11-02", "2026-11-30")]
    [InlineData("two digits, year first", "26/11/02", "26/11/30", "2026-11-02", "2026-11-30")]
    [InlineData("a year past 31", "99/11/02", "26/11/30", "1999-11-02", "2026-11-30")]
    [InlineData("the same either way", "05/05/2026", "06/06/2026", "2026-05-05", "2026-06-06")]
    public async Task The_order_of_day_and_month_is_that_which_fits_all_rows(
        string what, string first, string second, string expected, string expectedSecond)
    {
        var read = await ReadAsync($"from,to,at\na,b,{first}\na,c,{second}\n");
        Assert.Equal(
            [DateTime.Parse(expected), DateTime.Parse(expectedSecond)], read.Interactions.Select(i => i.At));
        Assert.NotEmpty(what);
    }

    [Fact]
    public async Task What_was_decided_is_told_with_the_row_that_shows_it()
    {
        var read = await ReadAsync("from,to,at\na,b,02/11/2026\na,b,13/11/2026\n");
        Assert.Equal(
            ["a.csv: dates are read day first, as line 3, column 3 (at) shows."], read.Report.Notes);
        Assert.Empty((await ReadAsync("from,to,at\na,b,2026-11-02\n")).Report.Notes);
    }

    [Theory]
    [InlineData("02/11/2026")]
    [InlineData("02-11-2026 10:00")]
    [InlineData("2/11/2026 2:05:09 PM")]
    [InlineData("2/11/26")]
    public async Task A_file_that_leaves_the_order_open_is_refused_with_both_readings(string date)
    {
        var text = $"from,to,at\na,b,2026-10-01\na,b,05/05/2026\na,b,{date}\na,b,{date}\n";
        Assert.Equal(
            "a.csv: its dates leave open what is the day and what the month: line 4, column 3 (at), read as day first "
            + "2 November 2026, as month first 11 February 2026. Say which: --date-format dmy or mdy.",
            await Scratch.RefusalAsync(_scratch.Write("a.csv", text)));
    }

    [Fact]
    public async Task One_row_that_may_be_a_year_or_a_day_first_is_refused()
    {
        var refusal = await Scratch.RefusalAsync(_scratch.Write("a.csv", "from,to,at\na,b,13/11/26\n"));
        Assert.Contains("read as day first 13 November 2026, as year first 26 November 2013", refusal);
    }

    [Fact]
    public async Task A_file_of_two_orders_is_refused_with_a_row_of_each()
    {
        var path = _scratch.Write("a.csv", "from,to,at\na,b,02/11/2026\na,b,13/11/2026\na,b,11/13/2026\n");
        Assert.StartsWith(
            "a.csv: line 3, column 3 (at) states the day before the month, line 4, column 3 (at) the month before the "
            + "day; mend the one", await Scratch.RefusalAsync(path, new() { MaxBadRows = 9 }));
    }

    [Theory]
    [InlineData("dmy", "02/11/2026", "2026-11-02")]
    [InlineData("mdy", "02/11/2026", "2026-02-11")]
    [InlineData("mdy", "02.11.2026", "2026-02-11")]
    [InlineData("ymd", "02/11/26", "2002-11-26")]
    [InlineData("DMY", "2/11/26 1:05 PM", "2026-11-02 13:05")]
    [InlineData("yyyy.dd.MM HH:mm", "2026.02.11 13:05", "2026-11-02 13:05")]
    [InlineData("yyyyMMdd", "20261102", "2026-11-02")]
    [InlineData("dd/MM/yyyy HH:mm zzz", "02/11/2026 13:05 +02:00", "2026-11-02 11:05")]
    [InlineData("iso", "2026-11-02 13:05", "2026-11-02 13:05")]
    public async Task The_order_or_the_pattern_can_be_asked_for(string format, string date, string expected)
    {
        var path = _scratch.Write("a.csv", $"from,to,at\na,b,{date}\n");
        var read = await Scratch.CollectAsync(path, new() { Dates = DateFormat.Parse(format) });
        Assert.Equal(DateTime.Parse(expected), read.First);
    }

    [Theory]
    [InlineData("iso", "02/11/2026")]
    [InlineData("yyyy.dd.MM", "2026-11-02")]
    public async Task Nothing_but_what_was_asked_for_is_read(string format, string date)
    {
        var path = _scratch.Write("a.csv", $"from,to,at\na,b,{date}\n");
        Assert.StartsWith(
            "a.csv, line 2, column 3 (at): expected a",
            await Scratch.RefusalAsync(path, new() { Dates = DateFormat.Parse(format) }));
    }

    [Theory]
    [InlineData("european")]
    [InlineData("dd/MM")]
    [InlineData("HH:mm")]
    [InlineData("d")]
    public void Patterns_that_state_no_day_are_refused(string format) => Assert.StartsWith(
        $"'{format}' is not a form of dates; expected dmy",
        Assert.Throws<InputException>(() => DateFormat.Parse(format)).Message);

    [Fact]
    public void Ties_of_viva_are_read_by_one_order_and_not_row_by_row()
    {
        const string Header =
            "PrimaryCollaborator_PersonId,SecondaryCollaborator_PersonId,MetricDate,Strong_tie_score\n";
        string[] dates = ["01/11/2026", "08/11/2026", "15/11/2026"];
        var rows = string.Concat(dates.Select(date => $"g1,g2,{date},0.04\n"));
        var read = Samples.Read(_scratch.Write("p2p.csv", Header + rows));
        Assert.Equal((11, 11), (read.First!.Value.Month, read.Last!.Value.Month));
        Assert.Contains("as month first", Assert.Throws<InputException>(
            () => Samples.Read(_scratch.Write("open.csv", Header + "g1,g2,01/11/2026,0.04\n"))).Message);
    }

    [Fact]
    public void Traces_answers_and_jsonl_are_read_by_one_order_too()
    {
        var trace = _scratch.Write(
            "trace.csv", "\"Received\",\"SenderAddress\",\"RecipientAddress\",\"MessageId\",\"Status\"\n"
            + "\"3/11/2026 2:05:09 PM\",\"a@x.example\",\"b@x.example\",\"<3@x>\",\"Delivered\"\n"
            + "\"30/11/2026 2:05:09 PM\",\"a@x.example\",\"b@x.example\",\"<4@x>\",\"Delivered\"\n");
        Assert.Equal(11, Samples.Read(trace).First!.Value.Month);
        var answers = _scratch.Write(
            "answers.csv", "respondent,question,named,at\na,q,b,03/11/2026\na,q,c,30/11/2026\n");
        Assert.Equal(11, Samples.Read(answers).First!.Value.Month);
        var lines = _scratch.Write("a.jsonl", """
            {"from":"a","to":"b","at":"03/11/2026"}
            {"from":"a","to":"c","at":"30/11/2026"}

            """);
        Assert.Equal(11, Samples.Read(lines).First!.Value.Month);
    }

    private Task<Collected> ReadAsync(string text) => Scratch.CollectAsync(_scratch.Write("a.csv", text));
}

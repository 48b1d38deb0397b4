using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests;

/// <summary>Files that cannot be read, and rows that cannot: one clear line, and nothing of what stood there.</summary>
public sealed class BadFiles : IDisposable
{
    private const string Canary = "canary";
    private const string Header = "from,to,at,subject\n";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Missing_files_and_folders_are_told_by_name_alone()
    {
        Assert.Equal("none.csv: there is no such file.", await Scratch.RefusalAsync(_scratch.PathOf("none.csv")));
        Assert.Equal("none.csv: there is no such file.", await Scratch.RefusalAsync(_scratch.PathOf("none/none.csv")));
        Directory.CreateDirectory(_scratch.PathOf("folder.csv"));
        Assert.Equal(
            "folder.csv: the folder holds no file with anything in it.",
            await Scratch.RefusalAsync(_scratch.PathOf("folder.csv")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Empty_files_are_told(bool hasHeader)
    {
        foreach (var text in (string[])["", "\ufeff", "\n\n"])
            Assert.Equal(
                "a.csv: the file is empty.",
                await Scratch.RefusalAsync(_scratch.Write("a.csv", text), new() { HasHeader = hasHeader }));
    }

    [Fact]
    public async Task A_header_alone_is_a_file_without_rows()
    {
        var read = await Scratch.CollectAsync(_scratch.Write("a.csv", Header.TrimEnd()));
        Assert.Empty(read.Interactions);
        Assert.Equal(0, read.Report.RowsRead);
        Assert.Null(read.First);
    }

    [Fact]
    public async Task Columns_that_are_not_there_are_told_with_those_that_are()
    {
        await AssertRefusedAsync(null, "no column for from, to, at; map some of Absender, Empfang, Wann "
            + "(--map from=COLUMN,to=COLUMN,at=COLUMN).");
        await AssertRefusedAsync("from=Absendr", "no column 'Absendr'; the columns are Absender, Empfang, Wann.");
        await AssertRefusedAsync("from=4", "no column '4'; the columns are Absender, Empfang, Wann.");
        await AssertRefusedAsync("from=Absender,to=1", "from and to are both mapped to column Absender.");
        await AssertRefusedAsync("from=Absender,to=Empfang", "no column for at; map one (--map at=COLUMN), "
            + "or give all rows one instant (--at 2010-01-01). The columns are Absender, Empfang, Wann.");
        await AssertRefusedAsync("from=1,to=2,at=3", "the file has a column of times, so that no instant can be given "
            + "for all rows (--at).", new() { At = DateTime.UnixEpoch });
    }

    [Fact]
    public async Task Keys_that_we_do_not_know_are_told_with_those_that_we_do() => Assert.Equal(
        "a.csv: the column map holds 'sent', which is not a key; the keys are from, to, at, role, channel, audience, "
        + "message, sender, weight, minutes, series, cc, bcc, time, direction.",
        await Scratch.RefusalAsync(_scratch.Write("a.csv", "a,b,c\n"), new() { Map = ColumnMap.Parse("sent=a") }));

    [Fact]
    public async Task A_single_column_suggests_another_delimiter() => Assert.Equal(
        "a.csv: no column 'from'; the columns are 1; if there are more, give the delimiter.",
        await Scratch.RefusalAsync(_scratch.Write("a.csv", "1 2 3\n"), new() { Map = ColumnMap.Parse("from=from") }));

    private async Task AssertRefusedAsync(string? map, string expected, InteractionsCsvOptions? options = null)
    {
        var path = _scratch.Write("a.csv", "Absender;Empfang;Wann\n1;2;2010-01-02\n");
        var format = new CsvFormat { Map = map is null ? ColumnMap.Empty : ColumnMap.Parse(map) };
        Assert.Equal("a.csv: " + expected, await Scratch.RefusalAsync(path, format, options));
    }

    [Fact]
    public async Task Two_columns_of_one_name_need_a_number()
    {
        var path = _scratch.Write("a.csv", "from,to,to,at\na,b,c,2024-01-02\n");
        Assert.Equal("a.csv: columns 2, 3 share the name 'to'; use a number.", await Scratch.RefusalAsync(path));
        Assert.Equal(["a>c"], (await Scratch.CollectAsync(path, new() { Map = ColumnMap.Parse("to=3") })).Pairs());
    }

    [Theory]
    [InlineData("from")]
    [InlineData("=Sender")]
    [InlineData("from=")]
    [InlineData("from=A,from=B")]
    public void Maps_that_cannot_be_read_are_told(string map) =>
        Assert.StartsWith("The column map holds ", Assert.Throws<InputException>(() => ColumnMap.Parse(map)).Message);

    [Fact]
    public void Formats_check_what_they_are_given()
    {
        Assert.Equal("'ab' is not a delimiter; expected auto, whitespace, tab, or one mark such as , ; or |.",
            Assert.Throws<InputException>(() => new CsvFormat { Delimiter = "ab" }).Message);
        Assert.Throws<InputException>(() => new CsvFormat { Delimiter = "\"" });
        Assert.Throws<InputException>(() => new CsvFormat { Delimiter = "x" });
        Assert.Throws<InputException>(() => new CsvFormat { MaxBadRows = -1 });
        Assert.Throws<InputException>(() => CellFilter.Parse("kind"));
        Assert.Throws<ArgumentException>(() => new InteractionsCsvOptions { At = new(2010, 1, 1) });
    }

    [Fact]
    public async Task Bad_rows_are_left_out_up_to_the_number_allowed()
    {
        var rows = Enumerable.Range(0, 30).Select(i => $"a,b{i},{(i % 2 == 0 ? "2024-01-02" : "soon")},\n");
        var path = _scratch.Write("a.csv", Header + string.Concat(rows));
        var read = await Scratch.CollectAsync(path, new() { MaxBadRows = 15 });
        Assert.Equal((30, 15, 15), (read.Report.RowsRead, read.Report.BadRows, read.Report.InteractionsGiven));
        Assert.Equal(
            "a.csv, line 3, column 3 (at): expected an ISO 8601 date or date-time, a date as offices write it such as "
            + "31/01/2026 14:05, or seconds or milliseconds since 1970, of the years 1970 … 2099; --date-format names "
            + "another form",
            read.Report.BadRowMessages[0]);
        Assert.StartsWith(
            "More bad rows than the 14 that --max-bad-rows allows; the first: a.csv, line 3, column 3 (at): expected ",
            await Scratch.RefusalAsync(path, new() { MaxBadRows = 14 }));
    }

    [Fact]
    public async Task Messages_are_kept_to_a_limit_and_all_are_counted()
    {
        var path = _scratch.Write("a.csv", Header + string.Concat(Enumerable.Repeat("a,b,soon,\n", 100)));
        var report = (await Scratch.CollectAsync(path, new() { MaxBadRows = 100 })).Report;
        Assert.Equal((100, CollectReport.BadRowMessagesMax), (report.BadRows, report.BadRowMessages.Count));
    }

    [Theory]
    [InlineData("a,b,2024-01-02,\na,b,2024-01", "as many columns as the first line has")]
    [InlineData("a,b,2024-01-02,\na,b,2024-01-02,\"cut", "a closing quote")]
    [InlineData("a,b,2024-01-02,x\na,\"b\"c,2024-01-02,x", "quotes only around whole cells, and doubled inside")]
    public async Task A_last_line_that_is_cut_off_is_a_bad_row(string rows, string expected)
    {
        var path = _scratch.Write("a.csv", Header + rows);
        Assert.StartsWith($"a.csv, line 3: expected {expected}. ", await Scratch.RefusalAsync(path));
        var read = await Scratch.CollectAsync(path, new() { MaxBadRows = 1 });
        Assert.Equal((2, 1, 1), (read.Report.RowsRead, read.Report.BadRows, read.Report.InteractionsGiven));
    }

    [Fact]
    public async Task A_quote_left_open_refuses_the_file_whatever_is_allowed()
    {
        var path = _scratch.Write("a.csv", Header + "a,b,2024-01-02,x\na,b,2024-01-02,\"x\na,b,2024-01-02,x\n");
        Assert.Equal(
            "a.csv, line 3: a quote opened in this row is never closed, so that the rest of the file cannot be read.",
            await Scratch.RefusalAsync(path, new() { MaxBadRows = 1000 }));
    }

    [Fact]
    public async Task A_row_without_end_refuses_the_file()
    {
        var path = _scratch.Write("a.csv", Header + "a,b,2024-01-02,x\na,b,2024-01-02,\"" + new string('y', 3 << 20));
        Assert.Equal("a.csv, line 3: a row of more than 1 MiB; is a quote left open, or is this no table of text?",
            await Scratch.RefusalAsync(path, new() { MaxBadRows = 1000 }));
    }

    [Fact]
    public async Task Damaged_gzip_files_are_told()
    {
        const string expected = "a.csv.gz: the gzip file is damaged or incomplete; unpack it first.";
        var rows = Enumerable.Range(0, 9000).Select(i => $"a{i * 7919 % 1000},b,2024-01-02,\n");
        var packed = Scratch.Gzip(Header + string.Concat(rows));
        foreach (var bytes in (byte[][])[packed[..^2000], packed[..^1], packed[1..], [], [1, 2, 3]])
            Assert.Equal(
                expected, await Scratch.RefusalAsync(_scratch.Write("a.csv.gz", bytes), new() { MaxBadRows = 1 }));
    }

    [Fact]
    public async Task No_cell_appears_in_any_message()
    {
        string[] rows =
        [
            $"{Canary}@x.example,b,{Canary},{Canary}",
            $"{Canary}\0,b,2024-01-02,{Canary}",
            $"{new string('c', 321)},b,2024-01-02,{Canary}",
            $"a,;; ;,2024-01-02,{Canary}",
            $"a,\"{Canary}\"{Canary},2024-01-02,{Canary}",
            $"{Canary},{Canary}",
            $"{Canary},{Canary},2024-01-02,{Canary},{Canary}",
            $"{Canary},,2024-01-02,{Canary}",
            $",{Canary},2024-01-02,{Canary}",
        ];
        foreach (var row in rows)
            await AssertSilentAsync(_scratch.Write("a.csv", Header + row + "\n"), null);
        var path = _scratch.Write("a.csv", Header + string.Join('\n', rows));
        var all = await Scratch.CollectAsync(path, new() { MaxBadRows = rows.Length });
        Assert.Equal(rows.Length, all.Report.BadRows);
        Assert.DoesNotContain(all.Report.BadRowMessages, m => m.Contains(Canary));
        await AssertSilentAsync(_scratch.Write("a.csv", Header + $"a,b,2024-01-02,\"{Canary}\n{Canary}"), null);
        var endless = Header + $"a,b,2024-01-02,\"{Canary}" + new string('y', 3 << 20);
        await AssertSilentAsync(_scratch.Write("a.csv", endless), null);
    }

    [Fact]
    public async Task No_cell_appears_where_a_file_has_no_header_after_all()
    {
        var subject = new string('c', 30) + Canary + new string('c', 30);
        var path = _scratch.Write("a.csv", $"{Canary}@x.example,2010-01-02,17,{subject}\n1,2,3,4\n");
        await AssertSilentAsync(path, null);
        await AssertSilentAsync(path, new() { Map = ColumnMap.Parse("from=Sender") });
        Assert.StartsWith(
            "a.csv: columns not known: 1, 3, 4. ",
            await Scratch.PeopleRefusalAsync(path, new() { Map = ColumnMap.Parse("id=2") }));
    }

    [Fact]
    public async Task Text_that_is_not_utf8_after_text_that_is_is_a_bad_row()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Header + "ü@x"), .. Encoding.Latin1.GetBytes("ü,b,2024-01-02,\n")];
        var path = _scratch.Write("a.csv", bytes);
        Assert.StartsWith(
            "a.csv, line 2, column 1 (from): expected an address or id of 1 … 320 characters in UTF-8, no control",
            await Scratch.RefusalAsync(path));
    }

    private static async Task AssertSilentAsync(string path, CsvFormat? format)
    {
        var e = await Assert.ThrowsAsync<InputException>(() => Scratch.CollectAsync(path, format));
        Assert.DoesNotContain(Canary, e.ToString());
        Assert.DoesNotContain('\n', e.Message);
    }
}

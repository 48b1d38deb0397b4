using System.Diagnostics;
using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

public sealed class MailTests : IDisposable
{
    private static readonly string[] OfMbox =
    [
        "2026-11-02 08:00:00Z ada.made@made.example>ben.made@made.example",
        "2026-11-02 08:00:00Z ada.made@made.example>cleo.made@made.example",
        "2026-11-02 08:00:00Z ada.made@made.example>\"dan o'made\"@made.example cc",
        "2026-11-02 09:30:00Z ben.made@made.example>ada.made@made.example",
        "2026-11-02 09:30:00Z ben.made@made.example>cleo.made@made.example",
        "2026-11-02 09:30:00Z ben.made@made.example>dan@made.example",
        "2026-11-02 13:00:00Z dan@made.example>ada.made@made.example",
        "2026-11-02 10:05:00Z dan@made.example>ada.made@made.example",
        "2026-11-02 08:00:00Z ada.made@made.example>ben.made@made.example",
        "2026-11-02 17:02:00Z ada.made@made.example>eve.made@made.example",
    ];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("mbox/made.mbox")]
    [InlineData("mbox/made-crlf.mbox")]
    public void Mbox_gives_who_wrote_to_whom_and_says_what_it_dropped(string sample)
    {
        var read = Samples.Read(sample);
        Assert.Equal("mbox", read.Format);
        Assert.Equal(OfMbox, read.Events());
        Assert.Equal([3, 3, 3], read.Interactions[..3].Select(i => i.AudienceSize));
        Assert.Equal(read.Interactions[0] with { AudienceSize = 1 }, read.Interactions[^2]);
        Assert.Equal((8, 2), (read.Report.RowsRead, read.Report.ClocksCorrected));
        Assert.Equal(
            new SortedDictionary<string, long>
            {
                [Outcome.AutomaticMail.InWords()] = 1,
                ["mail of lists that answers no mail of these files"] = 1,
            },
            read.Report.Dropped);
    }

    [Fact]
    public void Eml_files_are_read_up_to_their_bodies()
    {
        var read = Samples.Give(
            "eml", "eml",
            "2026-11-03 08:00:00Z ada.made@made.example>cleo.made@made.example",
            "2026-11-03 08:00:00Z ben.made@made.example>ada.made@made.example sentfor",
            "2026-11-03 09:05:00Z cleo.made@made.example>ada.made@made.example");
        Assert.Equal(1, read.Report.DelegatedRows);
        Assert.Equal(
            ["files of another kind", Outcome.AutomaticMail.InWords()], read.Report.Dropped.Keys.Order().Reverse());
    }

    [Fact]
    public void Maildir_gives_mail_of_all_folders_but_drafts_and_junk()
    {
        var read = Samples.Read("maildir");
        Assert.Equal("maildir", read.Format);
        Assert.Equal(
            ["ada.made@made.example>cleo.made@made.example", "ada.made@made.example>ben.made@made.example",
                "ben.made@made.example>ada.made@made.example"],
            read.Pairs());
        Assert.Equal(1, read.Report.Dropped["drafts, deleted mail and junk"]);
    }

    [Fact]
    public void Automatic_mail_is_kept_where_asked()
    {
        using var files = SourceFiles.Open(
            Samples.PathOf("mbox/made.mbox"), TestContext.Current.CancellationToken);
        var read = new FormatRead { Accounts = new([]), Options = new() { KeepAutomaticMail = true } };
        Assert.Equal(12, InteractionFormats.Named("mbox").Read(files, read).Count());
    }

    [Theory]
    [InlineData("a@x.example", "a@x.example")]
    [InlineData(" a@x.example , b@x.example", "a@x.example b@x.example")]
    [InlineData("A <a@x.example>, \"B, C\" <b@x.example>", "a@x.example b@x.example")]
    [InlineData("\"no <angle@y.example>\" <a@x.example>", "a@x.example")]
    [InlineData("\"Name\"    a@x.example", "a@x.example")]
    [InlineData("\"john doe\"@x.example", "\"john doe\"@x.example")]
    [InlineData("\"quote \\\" inside\"@x.example", "\"quote \\\" inside\"@x.example")]
    [InlineData("a (comment, with (another) @) @ x . example", "a@x.example")]
    [InlineData("=?utf-8?q?a=40y=2Eexample?= <a@x.example>", "a@x.example")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("Group: a@x.example, B <b@x.example>;, c@x.example", "a@x.example b@x.example c@x.example")]
    [InlineData("<@r.example,@s.example:a@x.example>", "a@x.example")]
    [InlineData("a@[IPv6:2001:db8::1]", "a@[IPv6:2001:db8::1]")]
    [InlineData("root", "-")]
    [InlineData("<>", "-")]
    [InlineData("a@x.example,,;", "a@x.example")]
    [InlineData("\"open <a@x.example>", "a@x.example")]
    [InlineData("(open <a@x.example>", "a@x.example")]
    [InlineData("A <a@x.example", "a@x.example")]
    [InlineData("a@x.example\r\n\t, b@x.example\r\n", "a@x.example b@x.example")]
    public void Addresses_are_found_in_lists(string list, string expected)
    {
        var found = new List<string>();
        var addresses = new MailAddresses(Encoding.UTF8.GetBytes(list), new byte[MailAddresses.LengthMax]);
        while (addresses.Next(out var address))
            found.Add(address.IsEmpty ? "-" : Encoding.UTF8.GetString(address));
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("Mon, 2 Nov 2026 10:11:12 +0100", "2026-11-02 09:11:12Z")]
    [InlineData("2 Nov 2026 10:11 GMT", "2026-11-02 10:11:00Z")]
    [InlineData(" Mon,\r\n 2 (second) Nov\r\n\t2026 10:11:12 -0530 (a (b) c)", "2026-11-02 15:41:12Z")]
    [InlineData("Mon, 2 Nov 26 10:11:12 EST", "2026-11-02 15:11:12Z")]
    [InlineData("02-Nov-2026 10:11:12 PDT", "2026-11-02 17:11:12Z")]
    [InlineData("Fri, 2 Nov 99 10:11:12 Z", "1999-11-02 10:11:12Z")]
    [InlineData("Thu, 2 Nov 100 10:11:12 X", "2000-11-02 10:11:12Z")]
    [InlineData("Mon Nov  2 10:11:12 2026", "2026-11-02 10:11:12Z")]
    [InlineData("Mon Nov  2 10:11:12 EST 2026", "2026-11-02 15:11:12Z")]
    [InlineData("2 November 2026 10:11:12", "2026-11-02 10:11:12Z")]
    [InlineData("31 Dec 2026 23:59:60 +0000", "2027-01-01 00:00:00Z")]
    [InlineData("30 Feb 2026 10:00:00 +0000", null)]
    [InlineData("2 Nov 2026", null)]
    [InlineData("2 Nov 2026 25:00:00 +0000", null)]
    [InlineData("1 Jan 1960 00:00:00 +0000", null)]
    [InlineData("tomorrow at noon", null)]
    [InlineData("", null)]
    public void Dates_are_read_in_the_forms_that_mail_has(string value, string? expected) => Assert.Equal(
        expected, MailDates.TryRead(Encoding.UTF8.GetBytes(value), out var instant, out _) ? $"{instant:u}" : null);

    [Fact]
    public void Header_of_more_than_a_mebibyte_sets_its_mail_aside_and_no_other()
    {
        var list = string.Concat(Enumerable.Repeat("b@made.example,\n ", 70_000));
        var mail = "From x Mon Nov  2 10:00:00 2026\nFrom: a@made.example\nDate: 2 Nov 2026 10:00 GMT\nTo: ";
        var read = Samples.Read(
            _scratch.Write("huge.mbox", $"{mail}b@made.example\n\n{mail}{list}\n\n{mail}c@made.example\n\n"));
        Assert.Equal(["a@made.example>b@made.example", "a@made.example>c@made.example"], read.Pairs());
        Assert.Equal((3, 1), (read.Report.RowsRead, read.Report.RowsUnreadable));
        Assert.Equal(["mail whose header is longer than 1 MiB"], read.Report.Dropped.Keys);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('"')]
    [InlineData('[')]
    [InlineData('<')]
    [InlineData('\\')]
    public void Marks_that_nothing_closes_cost_no_more_than_other_text(char mark)
    {
        var watch = Stopwatch.StartNew();
        ReadOne($"From: a@made.example\nTo: {new string(mark, 1_000_000)}\nDate: 2 Nov 2026 10:00 GMT\n\n");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void Large_header_and_body_that_span_blocks_are_read()
    {
        var list = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"p{i}@made.example,\n "));
        var mail = $"From x Mon Nov  2 10:00:00 2026\nFrom: a@made.example\nTo: {list}z@made.example\n"
            + $"Date: 2 Nov 2026 10:00 GMT\n\n{new string('x', 900_000)}\n";
        var read = Samples.Read(_scratch.Write("two.mbox", mail + mail));
        Assert.Equal(2 * 30_001, read.Interactions.Length);
        Assert.Equal(30_001, read.Interactions[0].AudienceSize);
    }

    [Fact]
    public void Line_of_ten_gigabytes_is_passed_over_in_a_body_and_refused_elsewhere()
    {
        const long length = 10_000_000_000;
        var mail = "From x Mon Nov  2 10:00:00 2026\nFrom: a@made.example\n\n"u8.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var mails = new MailStream(new LongLine(mail, length), "a.mbox", isMbox: true);
        Assert.True(mails.Next());
        Assert.False(mails.Next());
        var lines = new LineReader(new LongLine([], length), "a.jsonl");
        Assert.Throws<InputException>(() => lines.Next());
        var header = new MailStream(new LongLine("To: "u8.ToArray(), length), "a.eml", isMbox: false);
        Assert.True(header.Next());
        Assert.True(header.IsTooLong);
        Assert.False(header.Next());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void Mails_are_found_wherever_blocks_end()
    {
        var mail = "From x Mon Nov  2 10:00:00 2026\nFrom: a@made.example\nTo: b@made.example\n"
            + "Date: 2 Nov 2026 10:00 GMT\n\nbody\n";
        for (var pad = 0; pad < 140; pad++)
        {
            var first = mail + new string('y', (1 << 18) - (2 * mail.Length) + pad) + "\n\n";
            Assert.Equal(3, Samples.Read(_scratch.Write("a.mbox", first + mail + mail)).Interactions.Length);
        }
    }

    private Collected ReadOne(string mail) => Samples.Read(_scratch.Write("one.eml", mail));
}

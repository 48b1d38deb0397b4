using System.Text;
using static InfluencerMap.Tests.Sources.MadeMail;

namespace InfluencerMap.Tests.Sources;

/// <summary>Where mails begin in a mailbox, as its many writers have it, and where they do not.</summary>
public sealed class MboxSeparatorTests
{
    [Theory]
    [InlineData("From ")]
    [InlineData("From \r")]
    [InlineData("From - Mon Nov 02 10:00:00 2026")]
    [InlineData("From MAILER-DAEMON")]
    [InlineData("From ada@made.example")]
    [InlineData("From ada@made.example 2026-11-02")]
    [InlineData("From ada@made.example 2026-11-02T10:00:00+01:00")]
    [InlineData("From ada Mon Nov  2 10:00:00 2026 remote from host")]
    [InlineData("From ada@made.example Mon Nov  2 10:00:00 CET 2026")]
    [InlineData("From ada@made.example  Mon, 02 Nov 2026 10:00:00 +0100")]
    [InlineData("From ???@??? Mon Nov 02 10:00:00 2026")]
    [InlineData("From ada at made.example  Mon Nov  2 10:00:00 2026")]
    [InlineData("From \"ada b\"@made.example Mon Nov  2 10:00 2026")]
    [InlineData("From 1793779200.12345@xxx Mon Nov 02 10:00:00 +0000 2026")]
    public void A_mail_begins_at_every_form_of_the_line(string line)
    {
        var end = line.EndsWith('\r') ? "\r\n" : "\n";
        var mails = string.Concat(new[] { "one", "two", "three" }.Select(who => $"{line.TrimEnd('\r')}\n{To(who)}"));
        var read = Read("Inbox", mails.ReplaceLineEndings(end));
        Assert.Equal(("mbox", "one two three"), (read.Format, read.Recipients()));
        Assert.Equal("one two three", Read("Inbox", mails.ReplaceLineEndings(end), "mbox").Recipients());
    }

    [Theory]
    [InlineData("Inbox")]
    [InlineData("Sent")]
    [InlineData("Posta inviata")]
    [InlineData("All mail.mbox")]
    [InlineData("2026-November.txt")]
    [InlineData("In.mbx")]
    public void A_mailbox_is_found_out_whatever_it_is_called(string name) =>
        Assert.Equal("mbox", Read(name, "From \n" + To("ben")).Format);

    [Theory]
    [InlineData("From the desk of Ada, 2 Nov 2026 at 10:00\nNote: bring the papers\n")]
    [InlineData("From 10:00 on 2 Nov 2026 until noon\n\nSubject: rooms\n")]
    [InlineData("From here on\nTo: do\nSubject: to think of\n\n")]
    [InlineData("From ada\nFrom now on all is well.\nDate: open\n")]
    [InlineData("From \n\nFrom: nobody\nTo: nobody\n")]
    [InlineData("From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001\nFrom: Ada <ada@made.example>\n"
        + "Date: Mon, 2 Nov 2026 09:00:00 +0000\nSubject: [PATCH] words\nTo: eve@made.example\n\n---\n a | 2 +-\n")]
    public void Text_and_patches_in_a_body_begin_no_mail(string text)
    {
        foreach (var separator in new[] { Separator, "From \n" })
            Assert.Equal("ben cleo", Read(
                "a.mbox", separator + To("ben", body: $"words\n\n{text}\nmore words\n") + separator + To("cleo"))
                .Recipients());
    }

    [Fact]
    public void A_series_of_patches_is_a_mailbox_of_its_own()
    {
        var line = $"From {new string('a', 40)} Mon Sep 17 00:00:00 2001\n";
        Assert.Equal("one two", Read("series.mbox", line + To("one") + line + To("two")).Recipients());
    }

    [Theory]
    [InlineData(0, "ben cleo")]
    [InlineData(1, "ben cleo")]
    [InlineData(30, "ben eve cleo")]
    public void A_body_is_as_long_as_its_header_says_where_the_next_mail_begins_there(int wrong, string expected)
    {
        var body = $"forwarded:\n\n{Separator}{To("eve")}";
        var length = Encoding.UTF8.GetByteCount(body) + wrong;
        var text = Separator + To("ben", $"Content-Length: {length}\n", body) + Separator + To("cleo");
        Assert.Equal(expected, Read("cl2.mbox", text).Recipients());
        Assert.Equal(
            expected.Replace(" cleo", ""),
            Read("last.mbox", Separator + To("ben", $"Content-Length: {length}\n", body)).Recipients());
    }

    [Theory]
    [InlineData("\"=_x\"")]
    [InlineData("=_x")]
    public void A_mailbox_attached_to_a_mail_is_part_of_it(string boundary)
    {
        var attached = string.Concat(Enumerable.Repeat(Separator + To("eve"), 20));
        var mail = Separator + To(
            "ben", $"Content-Type: multipart/mixed;\n\tBoundary={boundary}; charset=x\n",
            $"--=_x\n\nwords\n--=_x\nContent-Type: application/mbox\n\n{attached}\n--=_x--\n");
        var copy = mail.Replace("ben@", "cleo@", StringComparison.Ordinal);
        var read = Read("a.mbox", mail + copy + Separator + To("dan"));
        Assert.Equal("ben cleo dan", read.Recipients());
    }

    [Fact]
    public void Parts_that_nothing_closes_end_with_their_mail()
    {
        var mail = Separator + To("ben", "Content-Type: multipart/mixed; boundary=b0\n", "--b0\n\ncut off\n");
        var read = Read("a.mbox", mail + Separator + To("cleo") + mail + mail + Separator + To("dan"));
        Assert.Equal(5, read.Report.RowsRead);
    }

    [Fact]
    public void Lines_that_a_mail_got_on_its_way_are_no_mails()
    {
        var text = Separator + ">From ben@made.example Mon Nov  2 10:00:01 2026\n" + To("ben")
            + Separator + "From cleo Mon Nov  2 10:00:01 2026\n" + To("cleo");
        var read = Read("a.mbox", text);
        Assert.Equal(("ben cleo", 2), (read.Recipients(), read.Report.RowsRead));
    }

    [Fact]
    public void A_mailbox_whose_first_line_is_missing_begins_with_a_mail() =>
        Assert.Equal("ben cleo", Read("a.mbox", To("ben") + Separator + To("cleo"), "mbox").Recipients());
}

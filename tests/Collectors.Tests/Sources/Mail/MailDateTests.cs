using System.Text;
using InfluencerMap.Collectors;
using static InfluencerMap.Tests.Sources.MadeMail;

namespace InfluencerMap.Tests.Sources;

/// <summary>When a mail was sent, as programs write it, and from what else where it says nothing.</summary>
public sealed class MailDateTests
{
    [Theory]
    [InlineData("2026-11-02T10:00:00.977784+00:00", "2026-11-02 10:00:00Z")]
    [InlineData("2026-11-02 10:00:00 +0100", "2026-11-02 09:00:00Z")]
    [InlineData("2026-11-02T10:00:00Z", "2026-11-02 10:00:00Z")]
    [InlineData("2026/11/02 10:00:00", "2026-11-02 10:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 +01:00", "2026-11-02 09:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 GMT+01:00", "2026-11-02 09:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 UTC+0100", "2026-11-02 09:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 GMT-5", "2026-11-02 15:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 GMT +0100", "2026-11-02 09:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 EST -0500", "2026-11-02 15:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 +0200 CEST", "2026-11-02 08:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00+0200", "2026-11-02 08:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 0200", "2026-11-02 08:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 CET", "2026-11-02 09:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 JST", "2026-11-02 01:00:00Z")]
    [InlineData("Thu, 2 Jul 2026 10:00:00 EST5EDT", "2026-07-02 14:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 EST5EDT", "2026-11-02 15:00:00Z")]
    [InlineData("Thu, 2 Jul 2026 10:00:00 Europe/Rome", "2026-07-02 08:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 PM +0000", "2026-11-02 22:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00 p.m.", "2026-11-02 22:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 12:05:00AM", "2026-11-02 00:05:00Z")]
    [InlineData("Mon, 2 Nov 2026 12:05:00 PM", "2026-11-02 12:05:00Z")]
    [InlineData("Mon, 2 Nov 2026 22:05:00 PM", "2026-11-02 22:05:00Z")]
    [InlineData("Monday, November 2, 2026 10:00:00\u202FPM", "2026-11-02 22:00:00Z")]
    [InlineData("Nov 2, 2026 10:00 AM", "2026-11-02 10:00:00Z")]
    [InlineData("Mon Nov 02 2026 10:00:00 GMT+0100 (CET)", "2026-11-02 09:00:00Z")]
    [InlineData("Mon Nov  2 10:00:00 2026 -0800", "2026-11-02 18:00:00Z")]
    [InlineData("\"Mon, 2 Nov 2026 10:00:00 +0000\"", "2026-11-02 10:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10.00.00 +0000", "2026-11-02 10:00:00Z")]
    [InlineData("02.11.2026 10:00:00", "2026-11-02 10:00:00Z")]
    [InlineData("mar, 3 nov 2026 10:00:00 +0100", "2026-11-03 09:00:00Z")]
    [InlineData("gio, 2 lug 2026 10:00:00 +0200", "2026-07-02 08:00:00Z")]
    [InlineData("Mi, 2 Dez 2026 10:00:00 +0100", "2026-12-02 09:00:00Z")]
    [InlineData("lun., 2 f\u00E9vr. 2026 10:00:00 +0100", "2026-02-02 09:00:00Z")]
    [InlineData("2. M\u00E4rz 2026 10:00:00", "2026-03-02 10:00:00Z")]
    [InlineData("2 juil. 2026 10:00:00 +0200", "2026-07-02 08:00:00Z")]
    [InlineData("Sat, 1 Jan 19100 10:00:00 GMT", "2000-01-01 10:00:00Z")]
    public void Dates_are_read_as_programs_write_them(string value, string expected)
    {
        Assert.Equal(
            MailDate.Read, MailDates.Read(Encoding.UTF8.GetBytes(value), out var instant, out _));
        Assert.Equal(expected, $"{instant:u}");
    }

    [Theory]
    [InlineData("Mon, 2 Nov 2026 10:00:00 +0590", "Impossible")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 -2400", "Impossible")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 GMT+15:00", "Impossible")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 +123456", "Impossible")]
    [InlineData("Mon, 2 Nov 0001 10:00:00 +0000", "Impossible")]
    [InlineData("31 Nov 2026 10:00:00 +0000", "Impossible")]
    [InlineData("2026-13-02T10:00:00Z", "Impossible")]
    [InlineData("2 Nov 2026 10:75:00 +0000", "Impossible")]
    [InlineData("2 Nov 2026 14:00 AM", "Impossible")]
    [InlineData("2026-11-02", "None")]
    [InlineData("02/11/2026 10:00:00", "None")]
    [InlineData("2-11-2026 10:00:00", "None")]
    [InlineData("yesterday", "None")]
    public void Figures_that_cannot_be_are_told_from_words_that_are_no_date(string value, string expected) =>
        Assert.Equal(expected, $"{MailDates.Read(Encoding.UTF8.GetBytes(value), out _, out _)}");

    [Theory]
    [InlineData("X: y", "10:00:00")]
    [InlineData("Date:", "10:00:00")]
    [InlineData("Date: yesterday", "10:00:00")]
    [InlineData("Received: by mx; Mon, 2 Nov 2026 09:30:00 +0000", "09:30:00")]
    [InlineData("Received: by b; Mon, 2 Nov 2026 09:31:00 +0000\nReceived: by a; later", "09:31:00")]
    [InlineData("Date: Mon, 2 Nov 2026 10:00:00 +0590\nReceived: by mx; Mon, 2 Nov 2026 09:30:00 +0000", "09:30:00")]
    public void A_mail_without_a_date_has_the_time_of_its_first_server_or_its_separator(string fields, string expected)
    {
        var read = Read("a.mbox", Separator + Of("From: ada@made.example", "To: ben@made.example", fields));
        Assert.Equal([$"2026-11-02 {expected}Z ada@made.example>ben@made.example"], read.Events());
        Assert.Equal(1, read.Report.ClocksCorrected);
    }

    [Theory]
    [InlineData("From ada Mon Nov  2 11:00:00 2026 remote from host")]
    [InlineData("From - Mon Nov 02 11:00:00 2026")]
    [InlineData("From ada at made.example  Mon Nov  2 11:00:00 2026")]
    [InlineData("From ada@made.example 2026-11-02T12:00:00+01:00")]
    [InlineData("From ada@made.example Mon Nov  2 12:00:00 2026 +0100")]
    public void A_separators_time_is_utc_unless_it_says_another(string line) => Assert.Equal(
        ["2026-11-02 11:00:00Z ada@made.example>ben@made.example"],
        Read("a.mbox", line + "\n" + Of("From: ada@made.example", "To: ben@made.example")).Events());

    [Theory]
    [InlineData("From mboxrd@z Thu Jan  1 00:00:00 1970", "X: y")]
    [InlineData("From ", "X: y")]
    [InlineData("From ada@made.example Mon Nov  2 10:00:00 2026", "Date: Mon, 2 Nov 2026 10:00:00 +0590")]
    [InlineData("From ada@made.example Mon Nov  2 10:00:00 2026", "Date: Mon, 2 Nov 0001 10:00:00 +0000")]
    public void A_mail_without_a_time_to_believe_is_counted_and_not_read(string line, string field)
    {
        var read = Read("a.mbox", line + "\n" + Of("From: ada@made.example", "To: ben@made.example", field));
        Assert.Empty(read.Interactions);
        Assert.Equal(1, read.Report.Dropped["mail without a date that can be read"]);
        Assert.Equal(1, read.Report.RowsUnreadable);
    }
}

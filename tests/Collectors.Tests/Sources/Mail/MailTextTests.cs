using System.Text;
using InfluencerMap.Tests.Reading;
using static InfluencerMap.Tests.Sources.MadeMail;

namespace InfluencerMap.Tests.Sources;

/// <summary>Line ends, marks and encodings in which files of mail come.</summary>
public sealed class MailTextTests
{
    private static readonly string Mails = Separator + To("ben") + Separator + To("cleo");

    public static TheoryData<string, string> Layouts => new()
    {
        { "lf", "\n" }, { "cr", "\r" }, { "crlf", "\r\n" }, { "cr in front of crlf", "\r\r\n" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Lines_may_end_in_any_way(string what, string end)
    {
        Assert.NotEmpty(what);
        Assert.Equal("ben cleo", Read("a.mbox", Mails.ReplaceLineEndings(end)).Recipients());
        Assert.Equal("ben", Read("a.eml", To("ben").ReplaceLineEndings(end)).Recipients());
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-8", true)]
    public void Characters_of_two_bytes_and_marks_are_read(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] Lay(string text) => [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        var many = string.Concat(Enumerable.Repeat(Separator + To("ben", body: new string('\u00E8', 5_000)), 50));
        Assert.Equal(50, Read([("a.mbox", Lay(many))]).Interactions.Length);
        Assert.Equal("cleo", Read([("a.eml", Lay(To("cleo")))]).Recipients());
    }

    [Fact]
    public void Nothing_in_a_name_hides_the_address()
    {
        var read = Read("a.eml", "\uFEFF" + Of(
            "From: A\0da =?utf-8?q?broken <ada@made.example>", "To: \u00AB\u00BB\u0007 <ben@made.example>",
            $"X-Long: {new string('y', 5_000)}", "Date: 2 Nov 2026 10:00 GMT"));
        Assert.Equal(["ada@made.example>ben@made.example"], read.Pairs());
    }

    [Fact]
    public void Zeroes_before_a_mailbox_are_nothing() =>
        Assert.Equal("ben cleo", Read("Inbox", "\0\0\0\n" + Mails, "mbox").Recipients());
}

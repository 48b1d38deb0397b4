using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>
/// Lists of addresses, and dates, beside MimeKit, which is told to take only what RFC 5322 allows: what it reads, the
/// mail reader reads alike, mailbox by mailbox, but for the differences listed.
/// </summary>
public sealed partial class MimeKitListTests
{
    private const int MadeCount = 20_000;
    private const int DamagedCount = 100_000;

    [Theory]
    [InlineData("=?utf-8?q?Made=2C_Ada?= <a@x.example>, =?utf-8?b?QmVu?= =?utf-8?b?LCBC?= <b@x.example>")]
    [InlineData("\"Made, Ada\" <a@x.example>, \"Ben \\\"B\\\" (x)\" <b@x.example>")]
    [InlineData("Ada <a@x.example> (on leave, back soon; or b@y.example), c@x.example")]
    [InlineData("Ada (a, <b@y.example>) <a@x.example>, (c, d) c@x.example (e; (f, g))")]
    [InlineData("Staff: Ada <a@x.example>, b@x.example (c, d) ; (e), \"All, too\": c@x.example;, Nobody:;")]
    [InlineData("undisclosed-recipients:;")]
    [InlineData("<@r.example,@s.example:a@x.example>, <@r.example:b@x.example>")]
    [InlineData("\"a b\"@x.example, \"a@b\"@x.example, \"<c@y.example>\"@x.example, \"a\"@x.example")]
    [InlineData("ada.\"the first\"@x.example, \"the first\".ada@x.example, a.\"b\".c@x.example")]
    [InlineData("r&d@[192.0.2.1], r&d@x.example, <p&l@[IPv6:2001:db8::1]>, r&amp@x.example")]
    [InlineData("a@m\u00FCnchen.example, b@xn--mnchen-3ya.example, c@M\u00DCNCHEN.example, \u7528@\u4F8B.example")]
    [InlineData("a (c) . b (d) @ (e) x (f) . example (g)")]
    [InlineData("\r\n a@x.example\r\n\t,\r\n \t<b@x.example>\r\n")]
    [InlineData("a@x.example, , ,b@x.example")]
    [InlineData("{a}|b~c`d!e%f/g?h^i*j$k#l=m'n@x.example")]
    public void Lists_that_the_standard_allows_read_as_in_MimeKit(string list)
    {
        var bytes = Encoding.UTF8.GetBytes(list);

        Assert.Equal(Accounts(MimeKitMail.StrictAddresses(bytes)), Accounts(ReadMail.Mailboxes(bytes)));
    }

    [Theory]
    [InlineData("=?utf-8?q?a@x.example?=", "a@x.example",
        "An encoded word is no address; programs write whole ones so.")]
    [InlineData("a\u2026@x.example", "-", "Web pages of lists cut addresses short.")]
    [InlineData("IMCEAEX-_O=MADE_CN=ADA@x.example", "-", "A name inside Exchange, which no mail reaches.")]
    [InlineData("\"\"@x.example", "-", "A name without a letter is nobody's.")]
    [InlineData("a@-x.example", "-", "No host has such a name (RFC 1123, 2.1).")]
    [InlineData("a@[x@y.example]", "-", "No address of a host (RFC 5321, 4.1.3).")]
    [InlineData("mailto:a@x.example?subject=words", "a@x.example", "A link, which MimeKit takes for an open group.")]
    public void A_list_that_the_standard_allows_reads_otherwise_only_for_a_reason(string list, string we, string reason)
    {
        var bytes = Encoding.UTF8.GetBytes(list);

        Assert.NotEmpty(reason);
        Assert.Equal([we], ReadMail.Mailboxes(bytes));
        Assert.NotEqual([we], Assert.IsType<string[]>(MimeKitMail.StrictAddresses(bytes)));
    }

    [Fact]
    public void Made_lists_read_as_in_MimeKit()
    {
        var made = new MadeLists(new Random(5322));
        AssertNone(Enumerable.Range(0, MadeCount).Select(_ => Encoding.UTF8.GetBytes(made.List()))
            .Where(list => Difference(list, isAllowed: true)));
    }

    [Fact]
    public void Damaged_lists_that_the_standard_still_allows_read_as_in_MimeKit()
    {
        var random = new Random(6532);
        var made = new MadeLists(random);
        byte[][] damaged = [.. Enumerable.Range(0, DamagedCount).Select(_ => Damage(made.List(), random))];
        var allowedCount = damaged.Count(list => MimeKitMail.StrictAddresses(list) is not null);
        Assert.InRange(allowedCount, DamagedCount / 10, DamagedCount);
        AssertNone(damaged.Where(list => Difference(list, isAllowed: false) && !IsReadOtherwise(list)));
    }

    [Fact]
    public void Made_dates_read_as_in_MimeKit()
    {
        var made = new MadeLists(new Random(3));
        AssertNone(Enumerable.Range(0, MadeCount).Select(_ => Encoding.UTF8.GetBytes(made.Date()))
            .Where(date => Ours(date) is not { } we || we != MimeKitMail.Date(date)));
    }

    [Theory]
    [InlineData("2 Nov 2026 10:11:12 A", "2026-11-02 10:11:12Z",
        "Letters of the military mean nothing (RFC 5322, 4.3).")]
    [InlineData("31 Dec 2026 23:59:60 +0000", "2027-01-01 00:00:00Z", "A leap second is allowed (RFC 5322, 3.3).")]
    [InlineData("2 Nov 126 10:11:12 +0000", "2026-11-02 10:11:12Z", "Three digits count from 1900 (RFC 5322, 4.3).")]
    [InlineData("2 Nov 50 10:11:12 +0000", null, "50 is 1950 (RFC 5322, 4.3), when nobody sent mail; not 2050.")]
    [InlineData("2 Nov 2026", null, "A time must be there (RFC 5322, 3.3): midnight would be made up.")]
    [InlineData("2 Nov 2026 25:00:00 +0000", null, "No such hour: midnight would be made up.")]
    [InlineData("2 Nov 2026 10:11:12 +9999", null, "No such offset: UTC would be made up.")]
    [InlineData("02/11/2026 10:00:00", null, "Day or month first: nobody can tell.")]
    [InlineData("mar, 3 nov 2026 10:00:00 +0100", "2026-11-03 09:00:00Z",
        "The Italian Tuesday, not the month of March.")]
    [InlineData("2 Nov 2026 10:11:12 CET", "2026-11-02 09:11:12Z", "A zone that everybody knows.")]
    [InlineData("2 Nov 2026 10:11:12 +01:00", "2026-11-02 09:11:12Z", "Offsets as ISO 8601 writes them.")]
    [InlineData("2026-11-02T10:11:12Z", "2026-11-02 10:11:12Z", "ISO 8601 altogether.")]
    public void A_date_reads_otherwise_than_in_MimeKit_only_for_a_reason(string date, string? we, string reason)
    {
        var bytes = Encoding.UTF8.GetBytes(date);

        Assert.NotEmpty(reason);
        Assert.Equal(we, Ours(bytes) is { } seconds ? $"{DateTimeOffset.FromUnixTimeSeconds(seconds):u}" : null);
        Assert.NotEqual(Ours(bytes), MimeKitMail.Date(bytes));
    }

    private static bool Difference(byte[] list, bool isAllowed) => MimeKitMail.StrictAddresses(list) is { } they
        ? !ReadMail.Mailboxes(list).Select(MimeKitMail.Account).SequenceEqual(they.Select(Wanted))
        : isAllowed;

    /// <summary>
    /// Groups, in which MimeKit takes what the standard does not allow; addresses that begin as an encoded word, which
    /// the mail reader decodes; quotes that open in the middle of a word, which it takes for a mark that somebody
    /// forgot to escape: <c>"Ada "One" Made" &lt;ada@made.example&gt;</c>.
    /// </summary>
    private static bool IsReadOtherwise(byte[] list)
    {
        var text = Encoding.UTF8.GetString(list);
        return MimeKitMail.HoldsGroup(list) || DamagedLiteral().IsMatch(text) || CodeInAddress().IsMatch(text)
            || OpensQuotesInAWord(text);
    }

    private static bool OpensQuotesInAWord(string text)
    {
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
            if (isQuoted && text[i] == '\\')
                i++;
            else if (text[i] == '"')
            {
                if (!isQuoted && i > 0 && !" \t\r\n,;:<>(.)".Contains(text[i - 1]))
                    return true;
                isQuoted = !isQuoted;
            }
        return false;
    }

    /// <summary>What the mail reader makes of an address that MimeKit read: the same, but for a reason.</summary>
    private static string Wanted(string address) => address.LastIndexOf('@') switch
    {
        // MimeKit takes a name alone.
        < 0 => "-",
        // A name without a letter is nobody's.
        _ when EmptyWord().IsMatch(address) => "-",
        // A mark that was to go around the whole address.
        _ when address[0] == '\'' => Wanted(address.TrimStart('\'')),
        // What goes on behind an address in a link.
        var at when address.IndexOf('?', at) is > 0 and var query => Wanted(address[..query]),
        // The standard lets a domain be more than a host can be called.
        var at when !Host().IsMatch(address[(at + 1)..]) => "-",
        _ => MimeKitMail.Account(address),
    };

    private static byte[] Damage(string list, Random random)
    {
        const string marks = "<>@,;:()\"\\[]. \t\r\na&?=";
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(list.Length + 1);
            var length = Math.Min(random.Next(1, 6), list.Length - at);
            list = random.Next(3) switch
            {
                0 => list.Remove(at, length),
                1 => list.Insert(at, list.Substring(at, length)),
                _ => list.Insert(at, marks[random.Next(marks.Length)].ToString()),
            };
        }
        return Encoding.UTF8.GetBytes(list);
    }

    private static long? Ours(byte[] date) =>
        MailDates.TryRead(date, out var at, out _) ? new DateTimeOffset(at).ToUnixTimeSeconds() : null;

    private static string[]? Accounts(string[]? addresses) => addresses?.Select(MimeKitMail.Account).ToArray();

    /// <summary>Says the shortest of what was found.</summary>
    private static void AssertNone(IEnumerable<byte[]> found)
    {
        var texts = found.Select(Encoding.UTF8.GetString).OrderBy(text => text.Length).Take(20).ToArray();
        if (texts.Length > 0)
            Assert.Fail(string.Join('\n', texts.Select(text => JsonSerializer.Serialize(text))));
    }

    [GeneratedRegex(@"=\?[^\s<>,]*@")]
    private static partial Regex CodeInAddress();

    /// <summary>Blanks in the number of a host are allowed, and no program ever wrote any.</summary>
    [GeneratedRegex(@"\[(?!(192\.0\.2\.1|IPv6:2001:db8::1)\])|(?<!\[(192\.0\.2\.1|IPv6:2001:db8::1))\]")]
    private static partial Regex DamagedLiteral();

    [GeneratedRegex(@"(^|\.)""""[.@]")]
    private static partial Regex EmptyWord();

    [GeneratedRegex(@"^(\w[\w.-]*(?<!\.)|\[[^@]*\])$")]
    private static partial Regex Host();
}

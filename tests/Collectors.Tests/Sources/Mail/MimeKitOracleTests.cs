using System.Text;

namespace InfluencerMap.Tests.Sources;

/// <summary>
/// MimeKit reads the same files of mail: every address, date and Message-ID agrees, but for the differences listed,
/// each with its reason.
/// </summary>
public sealed class MimeKitOracleTests
{
    /// <summary>Cases from the field that MimeKit reads otherwise, each with its reason.</summary>
    private static readonly Dictionary<string, string> OtherInMimeKit = new()
    {
        ["05-mbox-content-length-embedded"] =
            "A mail in a body whose length the header states: MimeKit begins one there.",
        ["13-date-y2k-three-digits"] = "Years of three digits (RFC 5322, 4.3): MimeKit reads none.",
        ["15-date-iso-in-mail"] = "ISO 8601 is not a date format of mail, yet some programs write it.",
        ["18-date-colon-offset"] = "+01:00 is no offset of a mail: MimeKit takes it for UTC, an hour wrong.",
        ["19-date-zone-EST5EDT"] = "A zone that is no abbreviation: MimeKit takes it for UTC, hours wrong.",
        ["21-date-offset-minutes-over-59"] = "+0590 is no offset (RFC 5322, 3.3): MimeKit reckons with it.",
        ["26-addr-whole-mailbox-encoded"] =
            "An encoded word is no address (RFC 2047, 5): programs write whole ones so.",
        ["29-bare-cr"] = "Lines that end in CR alone are one line to MimeKit.",
        ["30-nul-and-bom-in-header"] = "A mark of the encoding before the first field: MimeKit takes it for its name.",
    };

    [Theory]
    [InlineData("3GPP_TSG_RAN_WG4_NR-MIMO-OTA.mbox", 59)]
    [InlineData("3GPP_TSG_SA_WG4_EVS.mbox", 50)]
    public void Every_mail_of_the_list_archives_reads_as_in_MimeKit(string file, int count)
    {
        var path = SharedData.Require($"data/mbox-3gpp/3GPP_mbox/{file}");
        Assert.Equal(count, ReadMail.All(File.ReadAllBytes(path), isMbox: true).Count);
        Assert.DoesNotContain(Differences(path), difference => Reason(difference) is null);
    }

    [Theory]
    [InlineData("mbox/made.mbox", 8)]
    [InlineData("mbox/made-crlf.mbox", 8)]
    [InlineData("mbox/forms.mbox", 12)]
    [InlineData("eml/one.eml", 1)]
    [InlineData("eml/two.eml", 1)]
    [InlineData("eml/three.eml", 1)]
    [InlineData("maildir/cur/1793779200.M1P1.host_2,S", 1)]
    [InlineData("maildir/new/1793779300.M2P1.host", 1)]
    [InlineData("maildir/.Sent/cur/1793779400.M3P1.host_2,S", 1)]
    [InlineData("maildir/.Drafts/cur/1793779500.M4P1.host_2,DS", 1)]
    public void Every_made_mail_reads_as_in_MimeKit(string file, int count)
    {
        var path = Samples.PathOf(file);
        Assert.Equal(count, ReadMail.All(File.ReadAllBytes(path), IsMbox(path)).Count);
        Assert.Empty(Differences(path));
    }

    [Fact]
    public void Every_mail_of_the_cases_from_the_field_reads_as_in_MimeKit()
    {
        var folder = SharedData.Require("cases/files");
        string[] files =
        [
            .. Directory.GetFiles(folder, "*.mbox", SearchOption.AllDirectories),
            .. Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories),
        ];
        Assert.NotEmpty(files);
        var differences = files
            .Select(file => (Case: Path.GetRelativePath(folder, file).Split('/', '\\')[0], File: file))
            .ToLookup(file => file.Case, file => Differences(file.File));
        Assert.Equal(
            OtherInMimeKit.Keys.Order(StringComparer.Ordinal),
            differences.Where(found => found.Any(list => list.Count > 0)).Select(found => found.Key)
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("folded", "From:\r\n Ada\r\n\t<ada@made.example>\r\nTo: ben@made.example,\r\n\tcleo@made.example\r\n")]
    [InlineData("two froms",
        "From: ada@made.example, ben@made.example\nSender: cleo@made.example\nTo: d@made.example\n")]
    [InlineData("a field twice",
        "From: ada@made.example\nTo: ben@made.example\nTo: cleo@made.example\nCc: d@x.example\n")]
    [InlineData("blank before the colon",
        "From: ada@made.example\nTo\t: ben@made.example\nDate :2 Nov 2026 10:11 GMT\n")]
    [InlineData("case of names", "FROM: ada@made.example\ntO: ben@made.example\nMESSAGE-id: <1@made.example>\n")]
    [InlineData("mixed line ends",
        "From: ada@made.example\r\nTo: ben@made.example,\n cleo@made.example\r\nCc: d@x.example\n")]
    [InlineData("raw letters",
        "From: Bj\u00F6rn \u00D6st <bj\u00F6rn@m\u00FCnchen.example>\nTo: \u7528\u6237@\u4F8B\u3048.example\n")]
    [InlineData("no space", "From:ada@made.example\nTo:ben@made.example\nMessage-ID:<1@made.example>\n")]
    [InlineData("folded id",
        "From: ada@made.example\nMessage-ID:\n <1@made.example>\nIn-Reply-To:\r\n\t<0@made.example>\n")]
    [InlineData("id and words",
        "From: ada@made.example\nIn-Reply-To: <0@made.example> of Monday\nMessage-ID: <1@x.example>\n")]
    [InlineData("several answered", "From: ada@made.example\nIn-Reply-To: <0@made.example> <1@made.example>\n")]
    [InlineData("empty fields", "From: ada@made.example\nTo:\nCc: \nBcc:\t\nMessage-ID: <1@made.example>\n")]
    [InlineData("long lines", "From: ada@made.example\nX-A: {long}\nTo: ben@made.example\n")]
    [InlineData("unknown code", "From: =?x-none?q?Ada=2C?= <ada@made.example>\nTo: =?utf-8?q?Ben <ben@made.example>\n")]
    [InlineData("quoted separator",
        "From: ada@made.example\n\n>From the start\n>>From x Mon Nov  2 10:00:00 2026\nTo: b@x.example\n")]
    public void Headers_that_are_hard_to_read_read_as_in_MimeKit(string what, string header)
    {
        var text = header.Replace("{long}", new string('x', 20_000), StringComparison.Ordinal) + "\nhello\n\n";
        var mbox = Encoding.UTF8.GetBytes(MadeMail.Separator + text + MadeMail.Separator + MadeMail.To("eve"));
        Assert.NotEmpty(what);
        Assert.Empty(Differences(Encoding.UTF8.GetBytes(text), isMbox: false));
        Assert.Empty(Differences(mbox, isMbox: true));
    }

    [Fact]
    public void Letters_that_are_not_utf_8_leave_the_addresses_beside_them_as_in_MimeKit() => Assert.Empty(Differences(
        [
            .. "From: Bj"u8, 0xF6, .. "rn <b@made.example>\nTo: "u8,
            0xC4, .. "da (\""u8, 0xFC, .. ") <c@made.example>\n\nx\n"u8,
        ],
        isMbox: false));

    /// <summary>Whether MimeKit finds no line that begins a mail.</summary>
    private static bool IsUnreadable(string path) => IsMbox(path)
        && Record.Exception(() => MimeKitMail.All(File.ReadAllBytes(path), isMbox: true)) is FormatException;

    private static bool IsMbox(string path) => path.EndsWith(".mbox", StringComparison.Ordinal);

    private static List<Difference> Differences(string path) => IsUnreadable(path)
        ? [new(0, "mails", "some", "none")]
        : Differences(File.ReadAllBytes(path), IsMbox(path));

    private static List<Difference> Differences(byte[] bytes, bool isMbox)
    {
        var ours = ReadMail.All(bytes, isMbox);
        // MimeKit begins a mail at every line "From …": what it takes from bodies has no field of ours.
        var theirs = MimeKitMail.All(bytes, isMbox).Where(mail => !IsBare(mail) || ours.Any(IsBare)).ToArray();
        if (ours.Count != theirs.Length)
            return [new(0, "mails", $"{ours.Count}", $"{theirs.Length}")];
        return
        [
            .. ours.Zip(theirs).SelectMany((pair, i) => pair.First.Beside(pair.Second)
                .Where(field => Spelling(field.We) != Spelling(field.They))
                .Select(field => new Difference(i + 1, field.Field, field.We, field.They))),
        ];
    }

    private static bool IsBare(ReadMail mail) =>
        mail is { From: [], To: [], Date: null, MessageId: "", InReplyTo: "" };

    /// <summary>Every difference that there may be in the archives, with its reason; null for others.</summary>
    private static string? Reason(Difference difference) => difference switch
    {
        { Field: "From" or "Sender", They: "" } => "A name and an address without angle brackets: MimeKit finds none.",
        { Field: "InReplyTo", They: "" } => "An id without angle brackets: MimeKit reads none.",
        _ => null,
    };

    private static string Spelling(string addresses) =>
        string.Join(' ', addresses.Split(' ').Select(MimeKitMail.Account));

    private sealed record Difference(int Mail, string Field, string We, string They);
}

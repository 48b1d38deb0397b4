using System.Text;
using InfluencerMap.Collectors;
using static InfluencerMap.Tests.Sources.MadeMail;

namespace InfluencerMap.Tests.Sources;

/// <summary>Which files of a folder or archive hold mail, whatever they are called and however many.</summary>
public sealed class MailFileTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("eml")]
    public void Saved_mails_are_read_though_one_begins_as_a_mailbox_does(string? format)
    {
        var read = Read(
            [
                ("m0.eml", Bytes(Separator + To("p0"))), ("m1.eml", Bytes(To("p1"))), ("m2.eml", Bytes(To("p2"))),
                ("two.eml", Bytes(Separator + To("p3") + Separator + To("p4"))),
            ],
            format);
        Assert.Equal(("eml", "p0 p1 p2 p3 p4"), (read.Format, read.Recipients()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("eml")]
    public void Mails_are_read_from_files_of_any_name(string? format)
    {
        var read = Read(
            [
                ("inbox/1.", Bytes(To("one"))),
                ("inbox/2", Bytes("Received: by mx; Mon, 2 Nov 2026 10:00 GMT\n" + To("two"))),
                ("inbox/a1b2c3", Bytes("\uFEFF" + To("three"))),
                ("note.txt", "Words: and no mail\n\nDate: x\n"u8.ToArray()),
                ("inbox/message.rfc822", Bytes(To("four"))), ("a.jpg", Bytes(To("five"))),
            ],
            format);
        Assert.Equal(("eml", "one two three four"), (read.Format, read.Recipients()));
        Assert.Equal(2, read.Report.Dropped["files of another kind"]);
    }

    [Fact]
    public void Files_of_Apple_Mail_are_read()
    {
        var mail = To("ben");
        var read = Read("1.emlx", $"{mail.Length}      \n{mail}<?xml version=\"1.0\"?>\n<plist></plist>\n");
        Assert.Equal(("eml", "ben"), (read.Format, read.Recipients()));
    }

    [Theory]
    [InlineData("mbox")]
    [InlineData("eml")]
    public void Mail_is_found_behind_any_number_of_other_files(string format)
    {
        var others = Enumerable.Range(0, 3_000).Select(i => (
            $"Takeout/Drive/f{i:0000}.{(i % 2 == 0 ? "jpg" : "txt")}", "words\n"u8.ToArray()));
        var mail = format == "mbox" ? ("Takeout/Mail/All mail.mbox", Bytes(Separator + To("ben")))
            : ("Takeout/Mail/a.eml", Bytes(To("ben")));
        var read = Read([.. others, mail]);
        Assert.Equal((format, "ben"), (read.Format, read.Recipients()));
        Assert.Equal(3_000, read.Report.Dropped["files of another kind"]);
    }

    [Theory]
    [InlineData("mail.pst", "Outlook data files (.pst)")]
    [InlineData("mail.ost", "Outlook data files (.ost)")]
    [InlineData("Hello.msg", "Outlook items (.msg)")]
    [InlineData("Mac.olm", "Outlook for Mac archives (.olm)")]
    [InlineData("Inbox.dbx", "Outlook Express folders (.dbx)")]
    [InlineData("ada.nsf", "Notes databases (.nsf)")]
    public async Task Files_of_one_program_alone_are_refused_by_name_with_what_to_do(string name, string what)
    {
        var path = _scratch.Write(name, [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4]);
        foreach (var format in new[] { null, "mbox", "eml" })
        {
            var files = new InteractionFiles(path, format);
            var message = (await Assert.ThrowsAsync<InputException>(async () => await files
                .CollectAsync(new AccountDirectory([]), TestContext.Current.CancellationToken)
                .ToArrayAsync(TestContext.Current.CancellationToken))).Message;
            Assert.StartsWith($"{name}: {what} are not read: ", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Such_files_among_others_are_counted_by_name_and_told()
    {
        var read = Read([("a.eml", Bytes(To("ben"))), ("b.msg", [1, 2]), ("c.txt", "words"u8.ToArray())]);
        Assert.Equal(1, read.Report.Dropped["Outlook items (.msg), which are not read"]);
        Assert.Equal(1, read.Report.Dropped["files of another kind"]);
        Assert.Contains("save them as .eml", Assert.Single(read.Report.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mbox")]
    [InlineData("eml")]
    public void A_format_that_none_of_the_files_is_in_is_refused(string format)
    {
        var message = Assert.Throws<InputException>(() => Read(
            [("a.txt", "words"u8.ToArray()), ("b.txt", "words"u8.ToArray())], format)).Message;
        var what = format == "mbox" ? "a mailbox" : "a mail";
        Assert.Equal($"a.txt: none of its 2 files is {what}; name another --format.", message);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

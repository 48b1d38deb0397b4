using System.Text;
using InfluencerMap.Collectors;
using static InfluencerMap.Tests.Sources.MadeMail;

namespace InfluencerMap.Tests.Sources;

/// <summary>Drafts were never sent, and what was thrown away is nobody's work: in every layout of mailboxes.</summary>
public sealed class SetAsideMailTests
{
    private const string SetAside = "drafts, deleted mail and junk";

    [Theory]
    [InlineData("X-Gmail-Labels: Drafts")]
    [InlineData("X-Gmail-Labels: Inbox,Spam,Unread")]
    [InlineData("X-Gmail-Labels: Opened,Trash")]
    [InlineData("X-Gmail-Labels: Archived, Bin")]
    [InlineData("X-Gmail-Labels: Posta inviata,Bozze")]
    [InlineData("X-Gmail-Labels: Cestino,Aperto")]
    [InlineData("X-Gmail-Labels: Entw\u00FCrfe")]
    [InlineData("X-Gmail-Labels: Papierkorb,Ge\u00F6ffnet")]
    [InlineData("X-Gmail-Labels: Brouillons")]
    [InlineData("X-Gmail-Labels: Ouvert,Corbeille")]
    [InlineData("X-Gmail-Labels: Borradores")]
    [InlineData("X-Gmail-Labels: Papelera")]
    [InlineData("X-Gmail-Labels: Rascunhos")]
    [InlineData("X-Gmail-Labels: Lixeira")]
    [InlineData("X-Gmail-Labels: Prullenbak")]
    [InlineData("X-Gmail-Labels: \u7F34,\u4E0B\u66F8\u304D")]
    [InlineData("X-Gmail-Labels: \u0427\u0435\u0440\u043D\u043E\u0432\u0438\u043A\u0438")]
    [InlineData("X-Gmail-Labels: =?UTF-8?Q?Ge=C3=B6ffnet,Entw=C3=BCrfe?=")]
    [InlineData("X-Gmail-Labels: =?UTF-8?B?R2XDtmZmbmV0LEVudHfDvHJmZQ==?=")]
    [InlineData("X-Gmail-Labels: =?UTF-8?Q?Ge=C3=B6ffnet,Ent?=\n =?UTF-8?Q?w=C3=BCrfe?=")]
    [InlineData("X-Mozilla-Status: 0009")]
    [InlineData("X-Mozilla-Status: 0800")]
    [InlineData("X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00200000")]
    [InlineData("X-Mozilla-Status2: 01000000")]
    [InlineData("X-Status: AT")]
    [InlineData("X-Status: D")]
    [InlineData("X-Unsent: 1")]
    [InlineData("X-Uniform-Type-Identifier: com.apple.mail-draft")]
    public void Marks_in_a_header_set_a_mail_aside(string field) => AssertRead(0, field);

    [Theory]
    [InlineData("X-Gmail-Labels: Sent,Opened")]
    [InlineData("X-Gmail-Labels: Inbox,Trash cans,Work/Drafts of plans")]
    [InlineData("X-Gmail-Labels: =?UTF-8?Q?Ge=C3=B6ffnet?=")]
    [InlineData("X-Mozilla-Status: 0011\nX-Mozilla-Status2: 10000000")]
    [InlineData("X-Status: AF")]
    [InlineData("X-Status: Delivered")]
    public void Marks_of_other_things_do_not(string field) => AssertRead(1, field);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8590195713, 1)]
    [InlineData(2, 0)]
    [InlineData(8590195713 | 2, 0)]
    [InlineData(1 << 6, 0)]
    public void Flags_behind_a_mail_of_Apple_Mail_set_it_aside(long flags, int given)
    {
        foreach (var body in (string[])["x", new string('x', 200_000)])
        {
            var mail = To("ben") + body;
            var read = Read("Messages/1.emlx", $"{mail.Length}\n{mail}<?xml version=\"1.0\"?>\n"
                + "<plist version=\"1.0\">\n<dict>\n\t<key>flags</key>\n"
                + $"\t<integer>{flags}</integer>\n</dict>\n</plist>\n");
            Assert.Equal((given, 1 - given), (read.Interactions.Length, (int)read.Report.RowsSetAside.Values.Sum()));
        }
    }

    [Fact]
    public void Chats_that_lie_among_mails_are_told_apart()
    {
        var read = Read("a.mbox", Separator + To("ben", "X-Gmail-Labels: Chat,Opened\n"));
        Assert.Equal([new("chats kept as mail", 1)], read.Report.RowsSetAside);
    }

    [Theory]
    [InlineData("X-Spam-Flag: YES")]
    [InlineData("X-Spam-Status: Yes, score=9.1 required=5.0")]
    [InlineData("X-Bogosity: Spam, tests=bogofilter")]
    [InlineData("X-DSPAM-Result: Spam")]
    [InlineData("X-Barracuda-Spam-Status: Yes, SCORE=5")]
    [InlineData("X-MS-Exchange-Organization-SCL: 6")]
    [InlineData("X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:IT;SFV:SPM;SRV:")]
    public void What_a_filter_found_to_be_spam_is_set_aside(string field)
    {
        var read = Read("a.mbox", Separator + To("ben", field + "\n"));
        Assert.Equal([new("mail marked as spam", 1)], read.Report.RowsSetAside);
    }

    [Theory]
    [InlineData("X-Spam-Status: No, score=-2")]
    [InlineData("X-MS-Exchange-Organization-SCL: -1")]
    [InlineData("X-MS-Exchange-Organization-SCL: 1")]
    [InlineData("X-Forefront-Antispam-Report: SFV:NSPM")]
    public void What_a_filter_let_pass_is_read(string field) => AssertRead(1, field);

    /// <summary>Names of folders in profiles, archives and exports; the mail in them looks like any other.</summary>
    [Theory]
    [InlineData("Inbox", true)]
    [InlineData("Sent.mbox", true)]
    [InlineData("Posta inviata", true)]
    [InlineData("Projects.sbd/Spam filter", true)]
    [InlineData("Takeout/Mail/All mail Including Spam and Trash.mbox", true)]
    [InlineData("Drafts", false)]
    [InlineData("Junk", false)]
    [InlineData("Templates", false)]
    [InlineData("Unsent Messages", false)]
    [InlineData("Mail/Local Folders/Trash.sbd/Old", false)]
    [InlineData("Takeout/Mail/Spam.mbox", false)]
    [InlineData("Takeout/Mail/Cestino-001.mbox", false)]
    [InlineData("Bozze.mbox/mbox", false)]
    [InlineData("Posta indesiderata", false)]
    [InlineData("Posta eliminata.sbd/2025", false)]
    [InlineData("Gel\u00F6schte Elemente.mbox", false)]
    [InlineData("Entwu\u0308rfe", false)]
    [InlineData("\u00C9l\u00E9ments supprim\u00E9s", false)]
    [InlineData("INBOX.Drafts", false)]
    [InlineData("[Gmail].sbd/Trash", false)]
    public void A_mailbox_of_such_a_name_is_counted_and_not_read(string name, bool isRead)
    {
        byte[] mails = Encoding.UTF8.GetBytes(Separator + To("ben") + Separator + To("cleo"));
        var read = Read([(name, mails), ("Zz", Encoding.UTF8.GetBytes(Separator + To("dan")))]);
        Assert.Equal(isRead ? "ben cleo dan" : "dan", read.Recipients());
        Assert.Equal((3, isRead ? 0 : 2), (read.Report.RowsRead, read.Report.RowsSetAside.GetValueOrDefault(SetAside)));
    }

    [Theory]
    [InlineData("Bozze/a.eml", "eml")]
    [InlineData("export/Posta eliminata/a.eml", "eml")]
    [InlineData("Bozze.mbox/Messages/1.emlx", "eml")]
    [InlineData(".Posta indesiderata/cur/1.M1.host:2,S", "maildir")]
    [InlineData(".INBOX.Papierkorb/cur/1.M1.host:2,S", "maildir")]
    [InlineData("cur/1.M1.host:2,DS", "maildir")]
    public void A_mail_in_a_folder_of_such_a_name_is_too(string name, string format)
    {
        var other = format == "eml" ? "Inviata/b.eml" : "cur/2.M2.host:2,S";
        var read = Read(
            [(name, Encoding.UTF8.GetBytes(To("ben"))), (other, Encoding.UTF8.GetBytes(To("cleo")))], format);
        Assert.Equal(("cleo", 2), (read.Recipients(), read.Report.RowsRead));
        Assert.Equal([new(SetAside, 1)], read.Report.RowsSetAside);
    }

    private static void AssertRead(int count, string field)
    {
        foreach (var (name, before) in new[] { ("a.mbox", Separator), ("a.eml", "") })
        {
            var read = Read(name, before + To("ben", field + "\n"));
            Assert.Equal(count, read.Interactions.Length);
            Assert.Equal(1 - count, read.Report.RowsSetAside.GetValueOrDefault(SetAside));
            using var kept = SourceFiles.InMemory([(name, Encoding.UTF8.GetBytes(before + To("ben", field + "\n")))]);
            Assert.Equal(count, Samples.Read(kept, null, new() { KeepAutomaticMail = true }).Interactions.Length);
        }
    }
}

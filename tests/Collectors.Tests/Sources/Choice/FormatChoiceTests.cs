using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>What each file of a folder or archive is read as, where nobody said it.</summary>
public sealed class FormatChoiceTests
{
    private const string Table = "from,to,at\na@x.example,b@x.example,2026-01-05\n";

    private static readonly InteractionsCsvOptions Owned = new() { CompanyAccount = true };

    private static string Mail(int number, string before = "") =>
        $"{before}From: a@x.example\nTo: b@x.example\nDate: Mon, 5 Jan 2026 10:00:00 +0000\n"
        + $"Message-ID: <{number}@x>\n\nx\n";

    private static string Mailbox(params int[] numbers) =>
        string.Concat(numbers.Select(number => Mail(number, "From a@x.example Mon Jan  5 10:00:00 2026\n") + "\n"));

    [Fact]
    public void One_mail_that_begins_with_a_separator_does_not_decide_for_the_others()
    {
        var mails = Enumerable.Range(0, 9).Select(i => ($"saved/{i}.eml", Mail(i)));
        var read = Read([.. mails, ("saved/9.eml", Mailbox(9))]);
        Assert.Equal(("eml", 10, 0), (read.Format, read.Interactions.Length, read.Report.Dropped.Count));
    }

    [Fact]
    public void Mails_that_all_begin_with_a_separator_are_each_read()
    {
        var read = Read([.. Enumerable.Range(0, 4).Select(i => ($"{i}.eml", Mailbox(i)))]);
        Assert.Equal(("eml", 4), (read.Format, read.Interactions.Length));
    }

    [Fact]
    public void A_mailbox_that_is_named_like_a_mail_is_read_to_its_end()
    {
        var read = Read([("inbox.eml", Mailbox(1, 2, 3))]);
        Assert.Equal(("mbox", 3), (read.Format, read.Interactions.Length));
    }

    [Fact]
    public void Each_file_is_read_by_its_own_format_and_that_is_told()
    {
        var read = Read(
        [
            ("a/Inbox", Mailbox(1, 2)), ("a/Sent", Mailbox(3)), ("b/calls.csv", Table), ("one.eml", Mail(4)),
            ("picture.png", "\u0089PNG"), ("notes.txt", "x"),
        ]);
        Assert.Equal(("mbox", 5), (read.Format, read.Interactions.Length));
        Assert.Contains("Files by format: mbox: 2 files, eml: 1 file, csv: 1 file", read.Report.Notes);
        Assert.Equal([new("files of another kind", 2)], read.Report.Dropped);
    }

    [Fact]
    public void What_most_files_are_decides_what_an_undecided_one_is()
    {
        // A table without from and to may be one whose columns nobody mapped; among mails it is something else.
        var other = ("list.csv", "name,city\nx,y\n");
        Assert.Equal(2, Read([("a.eml", Mail(1)), ("b.eml", Mail(2)), other]).Interactions.Length);
        var refusal = Assert.Throws<InputException>(() => Read([("a.csv", Table), ("b.csv", Table), other]));
        Assert.StartsWith("list.csv: no column for from", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_a_cloud_drive_before_the_mailbox_do_not_hide_it()
    {
        var drive = Enumerable.Range(0, 300).Select(i => ($"Takeout/Drive/f{i:000}.txt", "x"));
        var read = Read([.. drive, ("Takeout/Mail/All mail.mbox", Mailbox(1))]);
        Assert.Equal(("mbox", 1), (read.Format, read.Interactions.Length));
        Assert.Equal(300, read.Report.Dropped["files of another kind"]);
    }

    [Fact]
    public void A_format_that_is_given_is_that_of_all_files_and_leaves_out_the_rest()
    {
        (string, string)[] files = [("a.mbox", Mailbox(1)), ("b.csv", Table), ("c.zip", "PK\u0003\u0004")];
        Assert.Equal(["a@x.example>b@x.example"], Read(files, "mbox").Pairs());
        Assert.Equal("b.csv: no mbox", Assert.Throws<InputException>(() => Read([files[1]], "mbox")).Message[..14]);
        var refusal = Assert.Throws<InputException>(() => Read([files[1], files[2]], "eml")).Message;
        Assert.Equal("b.csv: none of its 1 files is a mail; name another --format.", refusal);
    }

    [Fact]
    public void An_index_that_was_written_beside_saved_mails_tells_of_none_a_second_time()
    {
        // Neither order of day and month can be told from it: read, it would refuse the mails as well.
        var index = ("INBOX/index.csv", "Subject,From,To,Date\nx,a@x.example,b@x.example,05/01/2026 10:00:00\n");
        var read = Read([("INBOX/messages/1.eml", Mail(1)), ("INBOX/messages/2.eml", Mail(2)), index]);
        Assert.Equal(("eml", 2), (read.Format, read.Interactions.Length));
        Assert.Equal([new("indexes of mails that lie beside them", 1)], read.Report.Dropped);
        var others = Read([("a/1.eml", Mail(1)), ("a/calls.csv", Table), ("b/index.csv", Table)]);
        Assert.Equal(3, others.Interactions.Length);
    }

    [Fact]
    public void Archives_inside_are_told_and_not_opened()
    {
        var read = Read(
            [("a.mbox", Mailbox(1)), ("more.zip", "PK\u0003\u0004"), ("old", "Rar!\u001A\u0007"), ("x.csv.gz", "")]);
        Assert.Equal([new("archives inside, which are not opened", 3)], read.Report.Dropped);
        Assert.Contains(
            "more.zip: an archive inside is not opened; unpack it, and import what is in it.", read.Report.Notes);
        var refusal = Assert.Throws<InputException>(() => Read([("a/more.zip", "PK"), ("b/x.rar", "Rar!")])).Message;
        Assert.Equal(
            "more.zip: it holds archives, such as a/more.zip, and nothing else that is read; unpack them, and import "
            + "what is in them.", refusal);
    }

    [Fact]
    public void Workbooks_and_documents_are_no_archives_to_unpack()
    {
        var begin = "PK\u0003\u0004" + new string('\0', 26);
        (string, string)[] files =
        [
            ("b/calls.xlsx", begin + "[Content_Types].xml"), ("b/plan.odt", begin + "mimetype"),
            ("b/Outlook for Mac.olm", begin + "Accounts/"),
        ];
        var read = Read([("a.mbox", Mailbox(1)), .. files]);
        Assert.Equal(
        [
            new("Outlook for Mac archives (.olm), which are not read", 1), new("files of another kind", 1),
            new("workbooks among other files, which are not opened", 1),
        ], read.Report.Dropped);
        Assert.Contains(
            "b/calls.xlsx: a workbook among other files is not opened; import it by itself.", read.Report.Notes);
        Assert.EndsWith(
            "it holds workbooks, such as b/calls.xlsx, and nothing else that is read; import each by itself.",
            Assert.Throws<InputException>(() => Read(files)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_keeps_its_files_whatever_is_attached_to_it()
    {
        const string Outbox = """
            {"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","orderedItems":[]}
            """;
        foreach (var (format, name, text) in ((string, string, string)[])
            [
                ("activitystreams", "outbox.json", Outbox),
                ("x-archive", "data/account.js", "window.YTD.account.part0 = [ {\"accountId\":\"1\"} ]"),
                ("yammer", "Messages.csv", "id,replied_to_id,sender_id,created_at\n"),
                ("slack", "general/2026-01-05.json", """[{"type":"message","ts":"1.0","user":"U0000001"}]"""),
                ("teams-export", "Items.csv", "Item_class,Email_date_sent,Email_sender\n"),
            ])
        {
            var read = Read(
                [(name, text), ("Files/attached.eml", Mail(1)), ("old.mbox", Mailbox(1)), ("t.csv", Table)]);
            Assert.Equal((format, 0), (read.Format, read.Interactions.Length));
            Assert.Equal(3, read.Report.Dropped["files of the export that are not read"]);
        }
    }

    [Fact]
    public void Exports_beside_other_files_leave_those_to_their_own_formats()
    {
        var read = Read(
        [
            ("slack/channels.json", """[{"id":"C1","name":"new","members":["U0000001","U0000002"]}]"""),
            ("slack/new/2026-01-05.json", """[{"type":"message","ts":"1767600000.0","user":"U0000001"}]"""),
            ("slack/new/file.eml", Mail(1)), ("mail/cur/1767600000.M1.host:2,S", Mail(2)),
            ("mail/dovecot-uidlist", "3 V1"), ("Inbox", Mailbox(3)),
        ]);
        Assert.Equal(
            ["slack:u0000001>slack:u0000002", "a@x.example>b@x.example", "a@x.example>b@x.example"], read.Pairs());
        Assert.Contains(
            "Files by format: slack: 3 files, maildir: 1 file, mbox: 1 file", read.Report.Notes);
        Assert.Equal(1, read.Report.Dropped["files of another kind"]);
    }

    [Fact]
    public void A_folder_called_new_is_no_mailbox_unless_its_files_are_mails()
    {
        Assert.Equal("csv", Read([("new/2026.csv", Table), ("new/b.csv", Table)]).Format);
        Assert.Equal("maildir", Read([("new/1767600000.M1.host", Mail(1))]).Format);
        Assert.Equal("maildir", Read([("Folder/cur/any name", Mail(1))]).Format);
    }

    [Fact]
    public void What_a_file_is_may_show_far_behind_its_beginning()
    {
        var long1 = new string('x', 100_000);
        var message = $$"""[{"body":"{{long1}}"},{"messageType":"message","createdDateTime":"2026-01-05T10:00:00Z"}]""";
        Assert.Equal("teams-export", Read([("m.json", message), ("n.png", "x")]).Format);
        var mailbox = Mailbox(1).Replace("\n\nx\n", $"\n\n{long1}\n", StringComparison.Ordinal) + Mailbox(2);
        Assert.Equal(2, Read([("inbox.eml", mailbox)]).Interactions.Length);
    }

    [Fact]
    public void Nothing_read_is_said()
    {
        var read = Read([("Messages.csv", "id,replied_to_id,sender_id,created_at\n"), ("Users.csv", "id,email\n")]);
        Assert.Equal(["There is nothing in what was read as yammer: no row was found."], read.Report.Notes);
    }

    [Fact]
    public void Files_of_no_format_are_refused()
    {
        Assert.StartsWith("a.png: looks like no format known here; name it (--format ",
            Assert.Throws<InputException>(() => Read([("a.png", "x"), ("b.txt", "y")])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("[Content_Types].xml: it is an Office document; save the table",
            Assert.Throws<InputException>(() => Read([("[Content_Types].xml", "x"), ("xl/workbook.xml", "y")])).Message,
            StringComparison.Ordinal);
    }

    private static Collected Read((string Name, string Text)[] files, string? format = null)
    {
        using var opened = SourceFiles.InMemory(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text))));
        return Samples.Read(opened, format, Owned);
    }
}

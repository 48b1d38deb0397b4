using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>What each source of mail can tell of mail that no person wrote.</summary>
public sealed class AutomaticMailTests
{
    private const string Columns =
        "date-time,source-context,source,event-id,message-id,recipient-address,recipient-status,sender-address";

    private static readonly string[] HeaderFormats = ["mbox", "maildir", "eml"];

    public static MatrixTheoryData<string, string> OfNobody => new(
        HeaderFormats,
        [
            "Auto-Submitted: auto-generated", "auto-submitted: auto-replied (absent)", "Precedence: bulk",
            "precedence:junk", "Precedence: auto_reply", "X-Autoreply: yes", "X-Autorespond: away",
            "X-Auto-Response-Suppress: All", "Return-Path: <>",
            "Content-Type: multipart/report; report-type=delivery-status",
            "Content-Type: text/calendar;\n method=REPLY", "X-Spam-Flag: YES",
            "From: No Reply <no-reply@made.example>", "From: MAILER-DAEMON@made.example",
        ]);

    public static MatrixTheoryData<string, string> OfLists => new(
        HeaderFormats,
        [
            "List-Id: <team.made.example>", "List-Post: <mailto:team@made.example>",
            "List-Unsubscribe: <mailto:leave@made.example>", "Precedence: list",
        ]);

    public static MatrixTheoryData<string, string> OfPersons => new(
        HeaderFormats,
        [
            "Auto-Submitted: no", "Content-Type: text/calendar; method=REQUEST", "X-Spam-Flag: NO",
            "Precedence: first-class", "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply",
            "Return-Path: <a@made.example>",
        ]);

    [Theory]
    [MemberData(nameof(OfNobody))]
    public void Mail_that_no_person_wrote_is_dropped(string format, string field)
    {
        var read = ReadOne(format, field);
        Assert.Empty(read.Interactions);
        Assert.Empty(read.Accounts.Added);
        Assert.Equal(1, read.Report.Dropped.Values.Single());
        Assert.Single(ReadOne(format, field, new() { KeepAutomaticMail = true }).Interactions);
    }

    [Theory]
    [MemberData(nameof(OfLists))]
    public void Mail_that_a_list_sent_on_is_dropped(string format, string field)
    {
        var read = ReadOne(format, field);
        Assert.Empty(read.Interactions);
        Assert.Equal(["mail of lists that answers no mail of these files"], read.Report.Dropped.Keys);
        Assert.Single(ReadOne(format, field, new() { KeepAutomaticMail = true }).Interactions);
    }

    [Theory]
    [MemberData(nameof(OfPersons))]
    public void Mail_of_persons_is_kept(string format, string field) =>
        Assert.Single(ReadOne(format, field).Interactions);

    /// <summary>A trace tells the envelope's sender and no more.</summary>
    [Theory]
    [InlineData("no-reply@made.example", false)]
    [InlineData("bounces+1@made.example", false)]
    [InlineData("<>", false)]
    [InlineData("ada@made.example", true)]
    public void A_message_trace_tells_it_by_the_sender(string sender, bool isKept)
    {
        var read = Read("message-trace", [("trace.csv", "Received,SenderAddress,RecipientAddress,MessageId,Status\n"
            + $"2026-11-03 08:00:00,{sender},ben@made.example,<m@made.example>,Delivered\n")]);
        Assert.Equal(isKept ? 1 : 0, read.Interactions.Length);
        Assert.Equal(isKept ? 0 : 1, read.Report.Dropped.Values.Sum());
    }

    /// <summary>The mailbox server's log tells the class of what the other log says was handed in.</summary>
    [Theory]
    [InlineData("IPM.Note", true)]
    [InlineData("IPM.Note.SMIME", true)]
    [InlineData("IPM.Schedule.Meeting.Request", false)]
    [InlineData("IPM.Schedule.Meeting.Resp.Pos", false)]
    [InlineData("ipm.note.rules.oofTemplate.Microsoft", false)]
    [InlineData("IPM.Note.Rules.ReplyTemplate.Microsoft", false)]
    [InlineData("REPORT.IPM.Note.IPNRN", false)]
    public void A_tracking_log_tells_it_by_the_class_of_the_item(string itemClass, bool isKept)
    {
        var handedIn = Row("STOREDRIVER", "RECEIVE", "", "<M1@made.example>");
        var other = Row("STOREDRIVER", "RECEIVE", "", "<m2@made.example>");
        var submitted = Row(
            "STOREDRIVER", "SUBMIT", $"MDB:1, Mailbox:2, Event:3, MessageClass:{itemClass}, ClientType:OWA",
            "<m1@made.example>");
        (string, string)[] logs =
        [
            ("MSGTRK2026110308-1.LOG", Log(handedIn, other)), ("MSGTRKMS2026110308-1.LOG", Log(submitted)),
        ];
        Assert.Equal(isKept ? 2 : 1, Read("exchange-tracking", logs).Interactions.Length);
        var inOne = Read("exchange-tracking", [("MSGTRK1.LOG", Log(submitted, handedIn, other))]);
        Assert.Equal(isKept ? 2 : 1, inOne.Interactions.Length);
        Assert.Equal(isKept ? 0 : 1, inOne.Report.Dropped.GetValueOrDefault(Outcome.AutomaticMail.InWords()));
        Assert.Equal(
            2, Read("exchange-tracking", logs, new() { KeepAutomaticMail = true }).Interactions.Length);
    }

    [Theory]
    [InlineData("no-reply@made.example")]
    [InlineData("<>")]
    public void A_tracking_log_tells_it_by_the_sender(string sender) => Assert.Empty(Read(
        "exchange-tracking",
        [("MSGTRK1.LOG", Log(Row("STOREDRIVER", "RECEIVE", "", "<m1@made.example>", sender)))]).Interactions);

    private static string Row(
        string source, string name, string context, string message, string sender = "ada@made.example") =>
        $"2026-11-03T08:00:00.123Z,\"{context}\",{source},{name},{message},ben@made.example,To,{sender}";

    private static string Log(params string[] rows) =>
        $"#Software: Microsoft Exchange Server\n#Fields: {Columns}\n{string.Join('\n', rows)}\n";

    private static Collected ReadOne(string format, string field, InteractionsCsvOptions? options = null)
    {
        var mail = $"{field}\nFrom: a@made.example\nTo: b@made.example\nDate: 2 Nov 2026 10:00 GMT\n\nbody\n";
        return Read(format, [format switch
        {
            "mbox" => ("made.mbox", "From x Mon Nov  2 10:00:00 2026\n" + mail),
            "maildir" => ("cur/1.M1P1.host:2,S", mail),
            _ => ("one.eml", mail),
        }], options);
    }

    private static Collected Read(
        string format, IEnumerable<(string Name, string Text)> files, InteractionsCsvOptions? options = null)
    {
        using var source = SourceFiles.InMemory(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text))));
        return Samples.Read(source, format, options);
    }
}

using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

public sealed class MaildirTests
{
    private const string Dropped = "drafts, deleted mail and junk";

    /// <summary>Names as servers and clients write them, where they may hold a colon and where not.</summary>
    [Theory]
    [InlineData("cur/1793779200.M1P1.host:2,S", true)]
    [InlineData("cur/1793779200.M1P1.host,S=1234,W=1260:2,RSab", true)]
    [InlineData("cur/1793779200.M1P1.host;2,S", true)]
    [InlineData("cur/1793779200.M1P1.host!2,FS", true)]
    [InlineData("cur/1793779200.M1P1.host_2,S", true)]
    [InlineData("cur/1793779200.M1P1.host\uF03A2,S", true)]
    [InlineData("cur/1793779200.M1P1.host", true)]
    [InlineData("new/1793779200.M1P1.DTHOST", true)]
    [InlineData("new/1793779200.M1P2,DT", true)]
    [InlineData(".Sent/cur/1.M1.host:2,S", true)]
    [InlineData("Projects/Cars/new/1.M1.host", true)]
    [InlineData(".Projects.Spam filter/cur/1.M1.host:2,", true)]
    [InlineData("cur/1.M1.host:2,ST", false)]
    [InlineData("cur/1.M1.host;2,DS", false)]
    [InlineData("cur/1.M1.host!2,T", false)]
    [InlineData("cur/1.M1.host-2,T", false)]
    [InlineData("cur/1.M1.host\uF0222,T", false)]
    [InlineData(".Trash/cur/1.M1.host:2,S", false)]
    [InlineData("Trash/cur/1.M1.host:2,S", false)]
    [InlineData(".INBOX.Drafts/cur/1.M1.host:2,S", false)]
    [InlineData(".Archive.Junk E-mail.2026/cur/1.M1.host:2,S", false)]
    [InlineData("Deleted Items/new/1.M1.host", false)]
    public void A_mail_is_read_unless_its_flags_or_folder_set_it_aside(string name, bool isRead)
    {
        var read = Read(name);
        Assert.Equal(isRead ? 1 : 0, read.Interactions.Length);
        Assert.Equal(isRead ? 0 : 1, read.Report.Dropped.GetValueOrDefault(Dropped));
    }

    [Fact]
    public void What_is_still_being_delivered_and_indexes_are_no_mails()
    {
        var read = Read("cur/1.M1.host:2,S", "tmp/2.M1.host", ".Sub/tmp/3.M1.host", "dovecot.index", "new/4.M1.host");
        Assert.Equal(2, read.Interactions.Length);
        Assert.Equal([new("files of another kind", 3)], read.Report.Dropped);
    }

    private static Collected Read(params string[] names)
    {
        using var files = SourceFiles.InMemory(names.Select((name, i) => (name,
            System.Text.Encoding.UTF8.GetBytes(
                $"Message-ID: <{i}@x>\nDate: 4 Nov 2026 08:00 GMT\nFrom: a@made.example\nTo: b@made.example\n\n"))));
        return Samples.Read(files, "maildir", options: null);
    }
}

using InfluencerMap.Graph.Company;

using static InfluencerMap.Tests.Sources.MadeMail;

namespace InfluencerMap.Tests.Sources;

/// <summary>Archives of lists: who answered whom, however the archive or the list hides who wrote.</summary>
public sealed class ListArchiveTests
{
    private const string Answer = "In-Reply-To: <1@made.example>";
    private const string Date = "Date: Mon, 2 Nov 2026 11:00:00 +0000";

    [Theory]
    [InlineData("ada at made.example (Ada)", "ben at made.example (Ben)")]
    [InlineData("ada@made.example (Ada)", "ben@made.example (Ben)")]
    [InlineData("Ada <ada at made.example>", "Ben <ben(at)made.example>")]
    [InlineData("ada&#64;made.example", "ben &#64; made.example")]
    public void Answers_are_found_where_addresses_are_hidden(string first, string second)
    {
        var read = Read("2026-November.txt", "From ada at made.example  Mon Nov  2 10:00:00 2026\n"
            + Of($"From: {first}", "Date: Mon, 2 Nov 2026 10:00:00 +0000", "Message-ID: <1@made.example>")
            + "From ben at made.example  Mon Nov  2 11:00:00 2026\n"
            + Of($"From: {second}", Date, Answer, "Message-ID: <2@made.example>"));
        Assert.Equal("mbox", read.Format);
        Assert.Equal(["2026-11-02 11:00:00Z ben@made.example>ada@made.example"], read.Events());
        Assert.Equal(Channel.ChannelPost, read.Interactions[0].Channel);
    }

    public static TheoryData<string, string> Rewritten => new()
    {
        { "Mailman: Reply-To", "From: Ben via Talk <talk@lists.example>\nReply-To: Ben <ben@made.example>\n"
            + "List-Post: <mailto:talk@lists.example>\nList-Id: <talk.lists.example>" },
        { "Mailman: Reply-To holds the list too", "From: Ben via Talk <talk@lists.example>\n"
            + "Reply-To: Talk <talk@lists.example>, Ben <ben@made.example>\nList-Id: Talk <talk.lists.example>" },
        { "Google Groups", "From: 'Ben' via Talk <talk@lists.example>\nX-Original-Sender: ben@made.example\n"
            + "X-Original-From: Ben <ben@made.example>\nReply-To: Ben <ben@made.example>\nPrecedence: list\n"
            + "Mailing-list: list talk@lists.example; contact talk+owners@lists.example" },
        { "X-Original-From alone", "From: Ben via Talk <talk@lists.example>\nX-Original-From: ben@made.example" },
        { "Author of RFC 9057", "From: Talk <talk@lists.example>\nAuthor: Ben <ben@made.example>\n"
            + "X-BeenThere: talk@lists.example" },
        { "no field of lists", "From: Ben via Talk <talk@lists.example>\nReply-To: ben@made.example" },
        { "a name in code", "From: =?utf-8?q?B=C3=A8n_via_Talk?= <talk@lists.example>\nReply-To: ben@made.example" },
        { "by who takes back", "From: Ben via Talk <talk@lists.example>\nReply-To: ben@made.example\n"
            + "Sender: \"Talk\" <talk-bounces@lists.example>\nPrecedence: list" },
        { "made addresses of the IETF", "From: Ben <ben=40made.example@dmarc.lists.example>\n"
            + "List-Id: <talk.lists.example>" },
        { "made addresses of groups.io", "From: Ben via groups.io <ben=made.example@groups.example>\n"
            + "List-Id: <talk.groups.example>" },
        { "nothing hidden", "From: Ben <ben@made.example>\nSender: talk-bounces@lists.example\n"
            + "Reply-To: talk@lists.example\nList-Id: <talk.lists.example>\nX-Original-Sender: ben@made.example\n"
            + "Cc: ben@made.example" },
    };

    [Theory]
    [MemberData(nameof(Rewritten))]
    public void A_list_is_not_the_author_of_what_it_sends_on(string how, string fields)
    {
        Assert.NotEmpty(how);
        var text = Separator + Of("From: ada@made.example", Date, "Message-ID: <1@made.example>", "List-Id: <talk.x>")
            + Separator + Of(fields, Date, Answer, "To: talk@lists.example");
        Assert.Equal(["ben@made.example>ada@made.example"], Read("a.mbox", text).Pairs());
        Assert.DoesNotContain(
            Read("a.mbox", text).Accounts.Added, account => account.Handle.Contains("talk", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("From: Talk <talk@lists.example>\nList-Post: <mailto:talk@lists.example>")]
    [InlineData("From: Ben <000001a-dmarc-request@lists.example>\nList-Id: <talk.lists.example>")]
    public void A_list_that_does_not_say_who_wrote_is_counted(string fields)
    {
        var read = Read("a.mbox", Separator + Of(fields, Date, Answer, "To: talk@lists.example"));
        Assert.Empty(read.Accounts.Added);
        Assert.Equal([new("mail of lists that do not say who wrote it", 1)], read.Report.RowsSetAside);
    }

    [Fact]
    public void Addresses_that_are_cut_short_are_counted_as_unreadable()
    {
        var read = Read("a.mbox", Separator + Of("From: ada...@made.example", Date) + Separator + To("ben"));
        Assert.Equal((2, 1, 1), (read.Report.RowsRead, read.Report.RowsGiven, read.Report.RowsUnreadable));
    }

    [Fact]
    public void Mail_of_a_person_by_way_of_a_service_stays_that_services() => Assert.Equal(
        ["papers@service.example>cleo@made.example"],
        Read("a.eml", Of(
            "From: Ben via Papers <papers@service.example>", "Reply-To: ben@made.example", "To: cleo@made.example",
            Date))
            .Pairs());
}

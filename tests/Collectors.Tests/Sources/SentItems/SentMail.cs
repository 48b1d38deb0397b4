using InfluencerMap.Collectors;
using InfluencerMap.Tests.Microsoft365;

namespace InfluencerMap.Tests.Sources;

public sealed class SentMail : IDisposable
{
    private readonly Night _night = new();

    public void Dispose() => _night.Dispose();

    [Fact]
    public async Task A_mail_reaches_each_recipient_by_role_and_a_delegate_sends_for_another()
    {
        _night.Answer(Night.Sample("sent-items.json"));
        var interactions = await _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada);
        Assert.Equal(
            [
                "03T08:15 Mail ada To ben of 4", "03T08:15 Mail ada To cleo of 4", "03T08:15 Mail ada Cc dora of 4",
                "03T08:15 Mail ada Bcc emil of 4", "03T08:15 Mail boss To ben of 1",
                "03T08:15 Mail ada SentFor boss of 1",
            ],
            _night.Tell(interactions));
        Assert.Equal(2, interactions.Select(i => i.EventId).Distinct().Count());
    }

    [Fact]
    public async Task What_is_dropped_leaves_no_account()
    {
        _night.Answer(Night.Sample("sent-items.json"));
        await _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada);
        Assert.All(_night.Handles, handle => Assert.EndsWith(".made@made.invalid", handle));
    }

    [Fact]
    public async Task Copies_in_two_mailboxes_are_one_event()
    {
        _night.Answer(Night.Sample("sent-items.json"));
        var interactions = await _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada, Night.Ben);
        Assert.Equal(12, interactions.Length);
        Assert.Equal(6, interactions.Distinct().Count());
    }

    [Theory]
    [InlineData("#microsoft.graph.eventMessageRequest", "ada.made", 0)]
    [InlineData("#microsoft.graph.eventMessageResponse", "ada.made", 0)]
    [InlineData("#microsoft.graph.calendarSharingMessage", "ada.made", 0)]
    [InlineData("#microsoft.graph.message", "no-reply", 0)]
    [InlineData("#microsoft.graph.message", "ada.made", 1)]
    public async Task Mail_that_no_person_wrote_is_dropped(string type, string from, int count)
    {
        _night.Answer($$$"""
            {"value":[{"@odata.type":"{{{type}}}","internetMessageId":"m","sentDateTime":"2026-06-03T08:00:00Z",
            "from":{"emailAddress":{"address":"{{{from}}}@made.invalid"}},
            "toRecipients":[{"emailAddress":{"address":"ben.made@made.invalid"}}]}]}
            """);
        var interactions = await _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada);
        Assert.Equal(count, interactions.Length);
        Assert.Equal(1 - count, _night.Outcomes.GetValueOrDefault(Outcome.Automatic));
        Assert.Equal(count == 0, !_night.Handles.Any());
    }

    [Fact]
    public async Task Mail_from_a_shared_mailbox_says_who_sent_it()
    {
        _night.Answer("""
            {"value":[{"internetMessageId":"m","sentDateTime":"2026-06-03T08:00:00Z",
            "from":{"emailAddress":{"address":"orders@made.invalid"}},
            "sender":{"emailAddress":{"address":"ada.made@made.invalid"}},
            "toRecipients":[{"emailAddress":{"address":"ben.made@made.invalid"}},
                            {"emailAddress":{"address":"BEN.made@made.invalid"}},
                            {"emailAddress":{"address":"ada.made@made.invalid"}}]}]}
            """);
        var interactions = await _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada);
        Assert.Equal(
            [
                "03T08:00 Mail orders To ben of 2", "03T08:00 Mail orders To ada of 2",
                "03T08:00 Mail ada SentFor orders of 1",
            ],
            _night.Tell(interactions));
    }

    [Fact]
    public async Task Sent_items_are_asked_for_by_name_and_gone_on_with_from_the_delta_link()
    {
        _night.Answer(
            """{"value":[],"@odata.nextLink":"{root}/next"}""",
            """{"value":[],"@odata.deltaLink":"{root}/delta1"}""");
        await _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada);
        await _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada);

        var asked = _night.Asked.ToArray();
        Assert.Equal(
            $"/v1.0/users/{Night.Ada}/mailFolders/sentitems/messages/delta"
            + "?$filter=receivedDateTime ge 2026-06-01T00:00:00.000Z"
            + "&$select=internetMessageId,sentDateTime,isDraft,from,sender,toRecipients,ccRecipients,bccRecipients"
            + "&changeType=created",
            Uri.UnescapeDataString(asked[0].PathAndQuery));
        Assert.Equal("/v1.0/delta1", asked[2].PathAndQuery);
        Assert.All(asked, a => Assert.Contains("IdType=\"ImmutableId\"", a.Prefer));
    }

    [Fact]
    public async Task A_forgotten_delta_link_begins_the_mailbox_anew()
    {
        _night.Cursors[Night.Ada] = "/users/x/mailFolders/sentitems/messages/delta?$deltatoken=old";
        _night.Refuse(410, "syncStateNotFound").Answer(Night.Sample("sent-items.json"));
        Assert.Equal(6, (await _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada)).Length);
        Assert.Contains("changeType=created", _night.Asked.Last().PathAndQuery);
    }

    [Fact]
    public async Task A_filtered_round_that_may_have_been_cut_short_is_read_without_filter()
    {
        var full = string.Join(',', Enumerable.Repeat("{}", 5_000));
        _night.Answer($$"""{"value":[{{full}}],"@odata.deltaLink":"{root}/short"}""", Night.Sample("sent-items.json"));
        Assert.Equal(6, (await _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada)).Length);
        Assert.DoesNotContain("filter", _night.Asked.Last().PathAndQuery);
    }

    [Fact]
    public async Task A_person_without_a_mailbox_is_passed_over()
    {
        _night.Refuse(404, "MailboxNotEnabledForRESTAPI").Refuse(403, "ErrorAccessDenied").Answer("""{"value":[]}""");
        Assert.Empty(await _night.CollectAsync(
            pages => new SentItemsCollector(pages), Night.Ada, Night.Ben, Night.Cleo));
    }

    [Fact]
    public async Task A_source_that_may_see_no_mailbox_at_all_is_refused()
    {
        _night.Refuse(403, "ErrorAccessDenied");
        var refusal = await Assert.ThrowsAsync<GraphException>(
            () => _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada, Night.Ben));
        Assert.DoesNotContain("CANARY", refusal.ToString());
    }
}

using InfluencerMap.Collectors;
using InfluencerMap.Tests.Microsoft365;

namespace InfluencerMap.Tests.Sources;

public sealed class ChatsAndChannels : IDisposable
{
    private readonly Night _night = new();

    public void Dispose() => _night.Dispose();

    [Fact]
    public async Task A_chat_message_reaches_the_other_of_two_or_whoever_lists_it()
    {
        _night.Answer(Night.Sample("chat-messages.json"));
        var interactions = await _night.CollectAsync(pages => new ChatsCollector(pages), Night.Ben);
        Assert.Equal(
            [
                "03T08:00 Chat a To b of 1", "03T08:00 Mention a To b of 1", "03T08:01 Reaction b To a of 1",
                "03T08:02 Reaction b To a of 1", "03T08:10 Chat c To b of 1",
            ],
            _night.Tell(interactions));
        Assert.Equal(5, interactions.Select(i => i.EventId).Distinct().Count());
    }

    [Fact]
    public async Task Each_person_s_listing_of_a_message_adds_one_recipient_to_one_event()
    {
        _night.Answer(Night.Sample("chat-messages.json"));
        var interactions = await _night.CollectAsync(
            pages => new ChatsCollector(pages), Night.Ada, Night.Ben, Night.Cleo);
        Assert.Equal(
            ["03T08:10 Chat c To a of 1", "03T08:10 Chat c To b of 1"],
            _night.Tell(interactions.Where(i => i.At.Minute == 10)).Order());
        Assert.Single(interactions.Where(i => i.At.Minute == 10).Select(i => i.EventId).Distinct());
        Assert.Equal(6, interactions.Distinct().Count());
    }

    [Fact]
    public async Task Bots_outsiders_system_notices_and_withdrawn_messages_leave_no_account()
    {
        _night.Answer(Night.Sample("chat-messages.json"));
        await _night.CollectAsync(pages => new ChatsCollector(pages), Night.Ben);
        Assert.Equal([Night.Ada, Night.Ben, Night.Cleo], _night.Handles.Order());
    }

    [Fact]
    public async Task Messages_are_asked_for_by_the_time_of_their_last_change()
    {
        _night.Answer("""{"value":[]}""");
        await _night.CollectAsync(pages => new ChatsCollector(pages), Night.Ben);
        await _night.CollectAsync(pages => new ChatsCollector(pages), Night.Ben);
        Assert.Equal(
            [
                $"/v1.0/users/{Night.Ben}/chats/getAllMessages?$filter=lastModifiedDateTime gt "
                + "2026-06-01T00:00:00.000Z and lastModifiedDateTime lt 2026-06-30T00:00:00.000Z&$top=50",
                $"/v1.0/users/{Night.Ben}/chats/getAllMessages?$filter=lastModifiedDateTime gt "
                + "2026-06-29T23:00:00.000Z and lastModifiedDateTime lt 2026-06-30T00:00:00.000Z&$top=50",
            ],
            _night.Asked.Select(a => Uri.UnescapeDataString(a.PathAndQuery)));
    }

    [Fact]
    public async Task A_reply_is_said_to_the_author_of_the_post_wherever_it_stands_in_the_answer()
    {
        AnswerChannel(Night.Sample("channel-messages.json"));
        var interactions = await _night.CollectAsync(pages => new ChannelsCollector(pages), Night.Ada);
        Assert.Equal(
            ["03T09:05 ChannelPost b To a of 1", "03T09:06 Reaction c To b of 1", "03T09:07 Mention a To d of 1"],
            _night.Tell(interactions));
        Assert.Equal(
            "/v1.0/teams/t1/channels/19:c1@thread.tacv2/messages/delta?$expand=replies&$top=50",
            Uri.UnescapeDataString(_night.Asked.Last().PathAndQuery));
    }

    [Fact]
    public async Task Replies_beyond_the_first_thousand_are_fetched_and_know_their_post()
    {
        AnswerChannel("""
            {"value":[{"id":"11","messageType":"message","createdDateTime":"2026-06-03T09:00:00Z",
            "channelIdentity":{"channelId":"c"},"from":{"user":{"id":"00000000-0000-4000-8000-00000000000a"}},
            "replies":[],"replies@odata.nextLink":"{root}/more"}],"@odata.deltaLink":"{root}/delta1"}
            """);
        _night.Answer("""
            {"value":[{"id":"12","messageType":"message","createdDateTime":"2026-06-03T09:05:00Z",
            "channelIdentity":{"channelId":"c"},"from":{"user":{"id":"00000000-0000-4000-8000-00000000000b"}}}]}
            """);
        var interactions = await _night.CollectAsync(pages => new ChannelsCollector(pages), Night.Ada);
        Assert.Equal(["03T09:05 ChannelPost b To a of 1"], _night.Tell(interactions));
        Assert.Equal("/delta1", _night.Cursors["19:c1@thread.tacv2"]);
    }

    private void AnswerChannel(string messages) => _night.Answer(
        """{"value":[{"id":"t1","displayName":"CANARY"}]}""",
        """{"value":[{"id":"19:c1@thread.tacv2","displayName":"CANARY","description":"CANARY"}]}""",
        messages);
}

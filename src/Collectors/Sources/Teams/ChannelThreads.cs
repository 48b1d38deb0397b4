using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>A post with its replies.</summary>
/// <param name="Author">Account of the post's author; nobody for a bot's.</param>
/// <param name="Reads">What the post gave, and each of the replies that came with it.</param>
/// <param name="MoreReplies">Where there are further replies; null where these are all.</param>
internal sealed record ChannelThread(AccountId Author, IReadOnlyList<ItemRead> Reads, string? MoreReplies);

/// <summary>Reads posts with their replies: a post is said to nobody, a reply to the author of the post.</summary>
internal sealed class ChannelThreads(Conversation conversation)
{
    public bool Read(ref Utf8JsonReader json, out ChannelThread thread)
    {
        var post = TeamsMessageReader.Read(ref json, conversation.Parts, out var replies);
        var author = conversation.AccountOf(post.Author);
        if (post.Outcome == Outcome.Counted)
            conversation.SayAside(post);
        var more = conversation.Parts.MoreReplies;
        List<ItemRead> reads = [new(post.Outcome, conversation.Given.Take())];
        while (Fields.NextElement(ref replies))
            reads.Add(ReadReply(ref replies, author));
        thread = new(author, reads, more);
        return true;
    }

    /// <summary>Reads replies that come by themselves, to a post whose author is known.</summary>
    public ItemReader<ItemRead> RepliesTo(AccountId author) =>
        (ref json, out read) =>
        {
            read = ReadReply(ref json, author);
            return true;
        };

    private ItemRead ReadReply(ref Utf8JsonReader json, AccountId author)
    {
        var reply = TeamsMessageReader.Read(ref json, conversation.Parts, out _);
        if (reply.Outcome == Outcome.Counted)
        {
            conversation.Say(reply, Channel.ChannelPost, author);
            conversation.SayAside(reply);
        }
        return new(reply.Outcome, conversation.Given.Take());
    }
}

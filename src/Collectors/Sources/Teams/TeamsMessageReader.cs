using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>
/// Reads messages that come with their text, which no option keeps out: what is not named here is passed over.
/// </summary>
internal static class TeamsMessageReader
{
    /// <summary>Reads the object on which the reader stands.</summary>
    /// <param name="json">Ends on the end of the object.</param>
    /// <param name="parts">Filled with the handles, mentions and reactions of the message.</param>
    /// <param name="replies">
    /// On the name of its array of replies, which may stand before the author; at the start of nothing without one.
    /// </param>
    public static TeamsMessage Read(ref Utf8JsonReader json, MessageParts parts, out Utf8JsonReader replies)
    {
        parts.Clear();
        replies = default;
        DateTime? at = null;
        long id = 0, place = 0, answered = 0;
        var peers = ChatPeers.None;
        var author = new TeamsUser(Handles.None, Outcome.Automatic);
        var dropped = Outcome.Counted;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("id"u8))
                id = Fields.Hash(ref json);
            else if (json.ValueTextEquals("replyToId"u8))
                answered = Fields.Hash(ref json);
            else if (json.ValueTextEquals("chatId"u8))
                place = ChatPeers.Read(ref json, parts.Handles, out peers) is var chat and not 0 ? chat : place;
            else if (json.ValueTextEquals("channelIdentity"u8))
                place = ReadChannel(ref json) is var channel and not 0 ? channel : place;
            else if (json.ValueTextEquals("createdDateTime"u8))
                at = Fields.Instant(ref json);
            else if (json.ValueTextEquals("from"u8))
                author = TeamsUser.Read(ref json, parts.Handles);
            else if (json.ValueTextEquals("messageType"u8))
                dropped = Fields.Is(ref json, "message"u8) ? dropped : Outcome.Automatic;
            else if (json.ValueTextEquals("eventDetail"u8))
                dropped = Fields.IsPresent(ref json) ? Outcome.Automatic : dropped;
            else if (json.ValueTextEquals("deletedDateTime"u8))
                dropped = Fields.IsPresent(ref json) ? Outcome.Deleted : dropped;
            else if (json.ValueTextEquals("@removed"u8))
                dropped = Fields.IsPresent(ref json) ? Outcome.Removed : dropped;
            else if (json.ValueTextEquals("mentions"u8))
                ReadMentions(ref json, parts);
            else if (json.ValueTextEquals("reactions"u8))
                ReadReactions(ref json, parts);
            else if (json.ValueTextEquals("replies"u8))
                replies = Fields.PassOver(ref json);
            else if (json.ValueTextEquals("replies@odata.nextLink"u8))
                parts.MoreReplies = Fields.Text(ref json);
            else
                Fields.Skip(ref json);
        }
        if (dropped == Outcome.Counted)
            dropped = id == 0 || place == 0 || at is null ? Outcome.Unreadable : author.Outcome;
        parts.Answered = answered == 0 ? null : new EventId().Add(place).Add(answered);
        var peer = peers.Beside(author.Handle, parts.Handles);
        return new(new EventId().Add(place).Add(id), at ?? default, author.Handle, peer, dropped);
    }

    private static long ReadChannel(ref Utf8JsonReader json)
    {
        var channel = Fields.FindInside(ref json, "channelId"u8);
        return Fields.Hash(ref channel);
    }

    private static void ReadMentions(ref Utf8JsonReader json, MessageParts parts)
    {
        while (Fields.NextElement(ref json))
        {
            var mentioned = Fields.Find(ref json, "mentioned"u8);
            if (TeamsUser.Read(ref mentioned, parts.Handles) is { Outcome: Outcome.Counted } named)
                parts.Mentioned.Add(named.Handle);
        }
    }

    private static void ReadReactions(ref Utf8JsonReader json, MessageParts parts)
    {
        while (Fields.NextElement(ref json))
        {
            DateTime? at = null;
            long kind = 0;
            var reactor = new TeamsUser(Handles.None, Outcome.Automatic);
            while (Fields.Next(ref json))
            {
                if (json.ValueTextEquals("createdDateTime"u8))
                    at = Fields.Instant(ref json);
                else if (json.ValueTextEquals("reactionType"u8))
                    kind = Fields.Hash(ref json);
                else if (json.ValueTextEquals("user"u8))
                    reactor = TeamsUser.Read(ref json, parts.Handles);
                else
                    Fields.Skip(ref json);
            }
            if (reactor.Outcome == Outcome.Counted && at is { } instant)
                parts.Reactions.Add(new(reactor.Handle, kind, instant));
        }
    }
}

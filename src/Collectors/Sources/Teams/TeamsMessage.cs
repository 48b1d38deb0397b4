namespace InfluencerMap.Collectors;

/// <summary>One message of a chat or a channel, without anything that was said.</summary>
/// <param name="Id">Number of the message within its chat or channel; the same for every copy.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Author">In the handles; none where nobody of the tenant wrote it.</param>
/// <param name="Peer">The other of a chat of two, in the handles.</param>
/// <param name="Outcome">Whether it counts.</param>
internal readonly record struct TeamsMessage(EventId Id, DateTime At, int Author, int Peer, Outcome Outcome);

/// <summary>Someone who reacted to a message.</summary>
/// <param name="Reactor">In the handles.</param>
/// <param name="Kind">Number of the kind of reaction: two kinds by one person are two reactions.</param>
/// <param name="At">UTC.</param>
internal readonly record struct Reaction(int Reactor, long Kind, DateTime At);

/// <summary>What is read of one message besides itself. Used again for the next.</summary>
internal sealed class MessageParts
{
    public Handles Handles { get; } = new();

    /// <summary>Those named in the message, in the handles.</summary>
    public List<int> Mentioned { get; } = [];

    public List<Reaction> Reactions { get; } = [];

    /// <summary>Number of the post that the message answers, where it says so; null where it answers none.</summary>
    public EventId? Answered { get; set; }

    /// <summary>Where the service goes on with more replies than it gives at once; null where these are all.</summary>
    public string? MoreReplies { get; set; }

    public void Clear()
    {
        MoreReplies = null;
        Handles.Clear();
        Mentioned.Clear();
        Reactions.Clear();
    }
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Gives the interactions of messages, each under a number that does not change when a message is read again.
/// </summary>
/// <remarks>Rows of one event stand for its audience: the store counts them.</remarks>
internal sealed class Conversation(FormatRead read)
{
    /// <summary>Of a tenant, which is asked for no report.</summary>
    public Conversation(CollectRequest request)
        : this(new FormatRead { Accounts = request.Accounts, Options = new() { Since = request.Since } })
    {
    }

    public MessageParts Parts { get; } = new();

    public ItemInteractions Given { get; } = new(read);

    /// <summary>The account of a handle of the message just read; nobody where there is none.</summary>
    public AccountId AccountOf(int handle) =>
        handle == Handles.None ? AccountId.None : read.Accounts.ResolveNormal(Parts.Handles[handle]);

    /// <summary>The message itself, towards one person.</summary>
    public void Say(in TeamsMessage message, Channel channel, AccountId target) =>
        Given.Give(message.Id, message.At, AccountOf(message.Author), target, channel);

    /// <summary>Those whom the message names, and those who reacted to it.</summary>
    public void SayAside(in TeamsMessage message)
    {
        var author = AccountOf(message.Author);
        foreach (var mentioned in Parts.Mentioned)
            Given.Give(message.Id, message.At, author, AccountOf(mentioned), Channel.Mention);
        foreach (var (reactor, kind, at) in Parts.Reactions)
            Given.Give(
                message.Id.Add(kind).Add(Parts.Handles[reactor]), at, AccountOf(reactor), author, Channel.Reaction);
    }
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Gives the interactions of messages, each under a number that does not change when a message is read again.
/// </summary>
internal sealed class Conversation(AccountDirectory accounts, DateTime since)
{
    private readonly List<Interaction<AccountId>> _given = [];

    public MessageParts Parts { get; } = new();

    /// <summary>What was given since the last call.</summary>
    public Interaction<AccountId>[] Take()
    {
        Interaction<AccountId>[] taken = [.. _given];
        _given.Clear();
        return taken;
    }

    /// <summary>The account of a handle of the message just read; nobody where there is none.</summary>
    public AccountId AccountOf(int handle) =>
        handle == Handles.None ? AccountId.None : accounts.ResolveNormal(Parts.Handles[handle]);

    /// <summary>The message itself, towards one person.</summary>
    public void Say(in TeamsMessage message, Channel channel, AccountId target) =>
        Give(message.Id, message.At, AccountOf(message.Author), target, channel);

    /// <summary>Those whom the message names, and those who reacted to it.</summary>
    public void SayAside(in TeamsMessage message)
    {
        var author = AccountOf(message.Author);
        foreach (var mentioned in Parts.Mentioned)
            Give(message.Id, message.At, author, AccountOf(mentioned), Channel.Mention);
        foreach (var (reactor, kind, at) in Parts.Reactions)
        {
            var source = Parts.Handles[reactor];
            Give(message.Id.Add(kind).Add(source), at, AccountOf(reactor), author, Channel.Reaction);
        }
    }

    /// <summary>Rows of one event stand for its audience: the store counts them.</summary>
    private void Give(EventId id, DateTime at, AccountId source, AccountId target, Channel channel)
    {
        if (source != target && source != AccountId.None && target != AccountId.None && at >= since)
            _given.Add(new(id.Add((long)channel).Value, at, source, target, channel, RecipientRole.To, 1));
    }
}

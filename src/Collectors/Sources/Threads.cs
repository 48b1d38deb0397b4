using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Whom an answer answers, also where the answer comes first.</summary>
/// <remarks>Memory: a number and an account for each message that may be answered.</remarks>
internal sealed class Threads(ItemInteractions given, CollectReport report)
{
    private readonly Dictionary<long, AccountId> _authors = [];
    private readonly List<Waiting> _waiting = [];

    /// <summary>A message that may be answered.</summary>
    public void Begin(EventId message, AccountId author) => _authors[message.Value] = author;

    /// <summary>Gives the answer towards the author of what it answers: now, or at the end.</summary>
    public void Answer(EventId id, DateTime at, AccountId author, EventId answered, Channel channel)
    {
        if (_authors.TryGetValue(answered.Value, out var target))
            given.Give(id, at, author, target, channel);
        else
            _waiting.Add(new(id, at, author, answered, channel, report.Later()));
    }

    /// <summary>Gives what came before that which it answers; counts what answers nothing that was read.</summary>
    /// <returns>What was given since it was last taken.</returns>
    public Interaction<AccountId>[] End()
    {
        foreach (var (id, at, author, answered, channel, row) in _waiting)
        {
            report.Resume(row);
            if (_authors.TryGetValue(answered.Value, out var target))
                given.Give(id, at, author, target, channel);
            else
                report.Drop(Outcome.LostAnswer);
        }
        _waiting.Clear();
        return given.Take();
    }

    private readonly record struct Waiting(
        EventId Id, DateTime At, AccountId Author, EventId Answered, Channel Channel, long Row);
}

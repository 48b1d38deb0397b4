using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// The interactions of one message or post, each under a number that does not change when it is read again.
/// </summary>
internal sealed class ItemInteractions(FormatRead read)
{
    private readonly List<Interaction<AccountId>> _given = [];

    /// <summary>Counts it where both are accounts, and not one and the same.</summary>
    /// <param name="id">From what the source says about the event; the channel is added.</param>
    /// <param name="at">UTC.</param>
    /// <param name="source">Account of who acted.</param>
    /// <param name="target">Account of whom it was acted towards.</param>
    /// <param name="channel">Where it was seen.</param>
    /// <param name="audience">How many it was said to, at least 1.</param>
    public void Give(EventId id, DateTime at, AccountId source, AccountId target, Channel channel, int audience = 1)
    {
        if (source != AccountId.None && target != AccountId.None)
            Give(new(id.Add((long)channel).Value, at, source, target, channel, RecipientRole.To, audience));
    }

    /// <summary>Counts it, unless it is to oneself or too old.</summary>
    public void Give(Interaction<AccountId> interaction)
    {
        if (read.Gives(interaction))
            _given.Add(interaction);
    }

    /// <summary>What each row of a table gives, when it is read.</summary>
    public IEnumerable<Interaction<AccountId>> Each(Cells table, Action readRow)
    {
        while (table.Next())
        {
            readRow();
            foreach (var interaction in Take())
                yield return interaction;
        }
    }

    /// <summary>What was given since the last call.</summary>
    public Interaction<AccountId>[] Take()
    {
        Interaction<AccountId>[] taken = [.. _given];
        _given.Clear();
        return taken;
    }
}

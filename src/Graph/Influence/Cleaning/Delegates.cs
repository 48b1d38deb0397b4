using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Who pressed send for whom, and what of it the options credit to whom.</summary>
internal sealed class Delegates(Dictionary<(long EventId, PersonId Principal), PersonId> senders)
{
    private static readonly Delegates None = new([]);

    /// <summary>Interactions that two people share.</summary>
    public int SharedCount { get; private init; }

    /// <summary>Pairs of whom one sends more of the other's mail than the limit.</summary>
    public IReadOnlyList<(PersonId Principal, PersonId Delegate)> HeavyPairs { get; private init; } = [];

    /// <remarks>Two passes more where anybody sent for somebody; else one look at each role.</remarks>
    public static Delegates Find(
        ReadOnlySpan<Interaction<PersonId>> interactions, PersonIndex people, Period period, double delegatedMax,
        bool isShared)
    {
        var senders = new Dictionary<(long EventId, PersonId Principal), PersonId>();
        foreach (ref readonly var interaction in interactions)
            if (interaction.Role == RecipientRole.SentFor && period.Contains(interaction.At)
                && people.NodeOf(interaction.Source) is not null && people.NodeOf(interaction.Target) is not null)
                Keep(senders, interaction);
        if (senders.Count == 0)
            return None;
        var eventsByPrincipal = senders.Keys.Select(sent => sent.Principal).Distinct()
            .ToDictionary(principal => principal, _ => new HashSet<long>());
        var sharedCount = 0;
        foreach (ref readonly var interaction in interactions)
        {
            if (interaction.Channel != Channel.Mail || interaction.Role == RecipientRole.SentFor
                || !period.Contains(interaction.At)
                || !eventsByPrincipal.TryGetValue(interaction.Source, out var events))
                continue;
            events.Add(interaction.EventId);
            sharedCount += senders.ContainsKey((interaction.EventId, interaction.Source)) ? 1 : 0;
        }
        return new(isShared ? senders : [])
        {
            SharedCount = isShared ? sharedCount : 0,
            HeavyPairs =
            [
                .. senders.Where(sent => eventsByPrincipal[sent.Key.Principal].Contains(sent.Key.EventId))
                    .GroupBy(sent => (sent.Key.Principal, Delegate: sent.Value))
                    .Where(pair => pair.Count() > delegatedMax * eventsByPrincipal[pair.Key.Principal].Count)
                    .Select(pair => pair.Key),
            ],
        };
    }

    /// <summary>Parts what a delegate sent; false where it is the source's alone.</summary>
    public bool Share(
        in Interaction<PersonId> interaction, out Interaction<PersonId> principals, out Interaction<PersonId> delegated)
    {
        (principals, delegated) = (interaction, interaction);
        if (senders.Count == 0 || interaction.Channel != Channel.Mail || interaction.Role == RecipientRole.SentFor
            || !senders.TryGetValue((interaction.EventId, interaction.Source), out var sender))
            return false;
        principals = interaction with { Part = CreditPart.Principal };
        delegated = interaction with { Source = sender, Part = CreditPart.Delegate };
        return true;
    }

    /// <summary>Of several who are said to have sent one mail the least id counts: the same for any order.</summary>
    private static void Keep(
        Dictionary<(long EventId, PersonId Principal), PersonId> senders, in Interaction<PersonId> sent)
    {
        var key = (sent.EventId, sent.Target);
        if (!senders.TryGetValue(key, out var known) || sent.Source.CompareTo(known) < 0)
            senders[key] = sent.Source;
    }
}

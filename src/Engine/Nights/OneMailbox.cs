using System.Runtime.InteropServices;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Engine;

/// <summary>Says when what was read looks like the mailbox of one person, who then comes out first.</summary>
public static class OneMailbox
{
    /// <summary>With fewer events or people one person is in most of them anyway.</summary>
    private const int EventsMin = 100;

    private const int PeopleMin = 5;
    private const double ShareMin = 0.95;

    /// <summary>More than this is not one mailbox, and would take long to count.</summary>
    private const int InteractionsMax = 1_000_000;

    /// <summary>One line; null where several people's mail was read.</summary>
    public static string? Hint(ReadOnlySpan<Interaction<PersonId>> kept, InfluenceOptions influence)
    {
        if (influence.Nominations || kept.Length > InteractionsMax)
            return null;
        var events = new HashSet<long>();
        var seen = new HashSet<(long EventId, PersonId Person)>();
        var countOf = new Dictionary<PersonId, int>();
        foreach (ref readonly var interaction in kept)
        {
            events.Add(interaction.EventId);
            foreach (var person in (ReadOnlySpan<PersonId>)[interaction.Source, interaction.Target])
                if (seen.Add((interaction.EventId, person)))
                    CollectionsMarshal.GetValueRefOrAddDefault(countOf, person, out _)++;
        }
        if (events.Count < EventsMin || countOf.Count < PeopleMin)
            return null;
        var share = (double)countOf.Values.Max() / events.Count;
        return share < ShareMin ? null
            : $"One person wrote or received {100 * share:0} % of the messages, as in a single mailbox: what "
                + "colleagues write to each other without that person is missing, so that person comes first. Import "
                + "the mailboxes of more people before relying on places.";
    }
}

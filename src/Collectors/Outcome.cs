using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>What became of an item of a source: it counts, or why it was dropped.</summary>
public enum Outcome : byte
{
    /// <summary>It gives interactions, if anyone else had part in it.</summary>
    Counted,

    /// <summary>It counts, and somebody else than the one whom it is from pressed send.</summary>
    Delegated,

    /// <summary>A delta round says that it is gone; what was stored of it stays.</summary>
    Removed,

    /// <summary>It has no id, no instant or nobody who acted.</summary>
    Unreadable,

    /// <summary>A mail that was not sent.</summary>
    Draft,

    /// <summary>An invitation, an answer to one, or a notice of the system.</summary>
    Automatic,

    /// <summary>A program acted.</summary>
    Program,

    /// <summary>Somebody who is no member of the tenant acted: federated, anonymous, by phone or by mail.</summary>
    Outsider,

    /// <summary>A message withdrawn by the time it was read.</summary>
    Deleted,

    /// <summary>The copy of somebody who was invited: the organiser's own counts.</summary>
    Copy,

    /// <summary>A meeting marked personal, private or confidential.</summary>
    Private,

    /// <summary>A meeting called off.</summary>
    Cancelled,

    /// <summary>A meeting of a whole day or of more than 8 hours.</summary>
    Long,

    /// <summary>An entry during which its owner was not busy.</summary>
    NotBusy,

    /// <summary>A meeting that was not over yet when it was read.</summary>
    NotOver,

    /// <summary>A message on its way, held back or failed; or a list, whose members have rows too.</summary>
    Undelivered,

    /// <summary>A call of more than two whose organiser took no part: nobody can tell who spoke to whom.</summary>
    NoCaller,
}

internal static class Outcomes
{
    /// <summary>How many items came to each outcome; those that simply count are left out.</summary>
    public static IReadOnlyDictionary<Outcome, int> CountBySort(this IEnumerable<Outcome> outcomes) =>
        outcomes.Where(outcome => outcome != Outcome.Counted).CountBy(outcome => outcome).ToDictionary();
}

/// <summary>What one item gave, and what became of it.</summary>
internal readonly record struct ItemRead(Outcome Outcome, Interaction[] Interactions);

namespace InfluencerMap.Collectors.Microsoft365;

/// <summary>What became of an item of a source: it counts, or why it was dropped.</summary>
internal enum Outcome : byte
{
    /// <summary>It gives interactions, if anyone else had part in it.</summary>
    Counted,

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
}

namespace InfluencerMap.Storage;

/// <summary>What an entry of the log did. Values are stored: never renumber.</summary>
public enum IdentityAction
{
    /// <summary>A mapping file was taken in.</summary>
    Map = 1,

    /// <summary>An account, or another person, was found to be a person's.</summary>
    Merge = 2,

    /// <summary>An account was taken from its owner.</summary>
    Split = 3,

    /// <summary>A domain was declared to be the company's.</summary>
    Domain = 4,

    /// <summary>An earlier entry was undone.</summary>
    Undo = 5,

    /// <summary>A pair was taken off the review and left as it is.</summary>
    Dismiss = 6,
}

/// <summary>An entry of the log. Handle, person and other person are readable: for operators only.</summary>
public sealed record IdentityLogEntry
{
    /// <summary>1-based, in order of time.</summary>
    public required long Entry { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The operator's user name.</summary>
    public required string Who { get; init; }

    public required IdentityAction Action { get; init; }

    /// <summary>The account that was merged or split.</summary>
    public string? Handle { get; init; }

    /// <summary>The person who has it now.</summary>
    public string? Person { get; init; }

    /// <summary>The person who was merged into that one.</summary>
    public string? OtherPerson { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Accounts, people, rows or domains that it is about.</summary>
    public required int Items { get; init; }

    /// <summary>The entry that it undoes.</summary>
    public long? Undoes { get; init; }

    /// <summary>The entry that undid it.</summary>
    public long? UndoneBy { get; init; }
}

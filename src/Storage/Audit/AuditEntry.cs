namespace InfluencerMap.Storage;

/// <summary>One action: who did what, when and why. People appear in <see cref="Keys"/> alone.</summary>
public sealed record AuditEntry
{
    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who, as a keyed hash of issuer and subject; the command line is operator.</summary>
    public required string Caller { get; init; }

    /// <summary>The roles that the caller brought, separated by blanks.</summary>
    public required string Roles { get; init; }

    /// <summary>What was done: show, consent, key, erase, …</summary>
    public required string Action { get; init; }

    /// <summary>What for, when the action needs a purpose.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>What exactly, without anybody in it.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Version of the intended-use text that went with it.</summary>
    public string TextVersion { get; init; } = "";

    /// <summary>Keys of the people concerned.</summary>
    public IReadOnlyCollection<string> Keys { get; init; } = [];
}

/// <summary>An action as it stands in the audit.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Entry">The action; keys of people erased since are missing.</param>
/// <param name="ErasedCount">How many people concerned were erased since.</param>
/// <param name="Hash">Of this row and, through the row before, of all before it.</param>
public sealed record AuditLine(long Sequence, AuditEntry Entry, int ErasedCount, string Hash);

/// <summary>What checking the chain found.</summary>
/// <param name="Rows">Rows that hold, from the first.</param>
/// <param name="Head">Hash of the last of them; noted elsewhere, it shows later that nothing was cut off.</param>
/// <param name="BrokenAt">Number of the first row that does not hold; null where all do.</param>
/// <param name="HoldsNoted">Whether one of them has the hash noted elsewhere; true where none was.</param>
public sealed record AuditCheck(long Rows, string Head, long? BrokenAt, bool HoldsNoted)
{
    public bool IsWhole => BrokenAt is null && HoldsNoted;
}

/// <summary>How often people of one role were shown somebody on one day.</summary>
public sealed record PersonViews(DateOnly Day, string Roles, string Purpose, long Views);

namespace InfluencerMap.Graph.Company;

/// <summary>
/// What a source says of a group of accounts: a mailing list, a team, a community. Belonging to a group is no
/// interaction and makes no tie.
/// </summary>
public sealed record GroupChange
{
    /// <summary>Account of the group's own id.</summary>
    public required AccountId Account { get; init; }

    /// <summary>What the group is called, where that is asked for; null leaves what is stored unchanged.</summary>
    public string? Name { get; init; }

    /// <summary>Accounts of the addresses at which the group gets mail; null leaves them unchanged.</summary>
    public IReadOnlyList<AccountId>? Addresses { get; init; }

    /// <summary>Accounts that belong to the group now, groups among them.</summary>
    public IReadOnlyList<AccountId> Joined { get; init; } = [];

    /// <summary>Accounts that no longer belong to it.</summary>
    public IReadOnlyList<AccountId> Left { get; init; } = [];

    /// <summary>Whether <see cref="Joined"/> is everyone, so that others have left.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether the group is gone, with all that is stored of it.</summary>
    public bool IsRemoved { get; init; }
}

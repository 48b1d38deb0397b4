using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Who says whose an account is. Values are stored: never renumber.</summary>
internal enum ClaimOrigin : byte
{
    /// <summary>A people file or a tenant's directory.</summary>
    Directory = 1,

    /// <summary>A declared mapping file.</summary>
    Mapping = 2,

    /// <summary>An operator, by merging or splitting.</summary>
    Decision = 3,
}

/// <summary>One statement about an account, as stored; null times are open ends, a null person is nobody.</summary>
internal sealed record Claim
{
    public required AccountId AccountId { get; init; }

    public PersonId? PersonId { get; init; }

    public required long Origin { get; init; }

    public long? FromMs { get; init; }

    public long? ToMs { get; init; }

    /// <summary>The entry of the log that made it; a directory's have none.</summary>
    public long? Entry { get; init; }

    /// <summary>For what is no directory's: those have no dates of their own.</summary>
    public Stake ToStake() => new(
        FromMs ?? long.MinValue, ToMs ?? long.MaxValue, PersonId ?? Graph.Company.PersonId.Nobody,
        Origin == (long)ClaimOrigin.Decision ? StakeRank.Decision : StakeRank.Mapping);
}

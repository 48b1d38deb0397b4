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
/// <param name="Entry">The entry of the log that made it; a directory's have none.</param>
internal sealed record Claim(
    AccountId AccountId, PersonId? PersonId, ClaimOrigin Origin, long? FromMs = null, long? ToMs = null,
    long? Entry = null)
{
    /// <summary>Not for claims of a directory, which have no dates of their own.</summary>
    public Stake ToStake() => new(
        FromMs ?? long.MinValue, ToMs ?? long.MaxValue, PersonId ?? Graph.Company.PersonId.Nobody,
        Origin == ClaimOrigin.Decision ? StakeRank.Decision : StakeRank.Mapping);
}

namespace InfluencerMap.Storage;

/// <summary>What an operator chose for a store.</summary>
/// <param name="Profile">One of <see cref="RetentionProfile.All"/>.</param>
/// <param name="RawDays">Fewer days than allowed, or as many as an agreement allows; null = what is allowed.</param>
/// <param name="AggregateDays">Days that runs are kept; null = as many as raw events.</param>
/// <param name="AggregateReason">Why for longer than raw events may be, without an agreement; null = no reason.</param>
public sealed record RetentionSetting(
    string Profile, int? RawDays, int? AggregateDays = null, string? AggregateReason = null);

namespace InfluencerMap.Storage;

/// <summary>What an operator chose for a store.</summary>
/// <param name="Profile">One of <see cref="RetentionProfile.All"/>.</param>
/// <param name="RawDays">Fewer days than allowed, or as many as an agreement allows; null = what is allowed.</param>
/// <param name="AggregateDays">Days that runs are kept; null = as many as raw events.</param>
/// <param name="AggregateReason">Why for longer than raw events may be, without an agreement; null = no reason.</param>
/// <param name="AuditDays">Days that lines of the audit are kept; null = <see cref="AuditDaysUsual"/>.</param>
public sealed record RetentionSetting(
    string Profile, int? RawDays, int? AggregateDays = null, string? AggregateReason = null, int? AuditDays = null)
{
    /// <summary>Two years: whoever was shown somebody can be asked about it for that long.</summary>
    public const int AuditDaysUsual = 730;
}

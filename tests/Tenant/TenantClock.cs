namespace InfluencerMap.Tenant;

/// <summary>The tenant's time: it stands still until the test sets it; what happens later is not there yet.</summary>
public sealed class TenantClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

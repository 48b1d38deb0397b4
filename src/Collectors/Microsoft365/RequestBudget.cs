namespace InfluencerMap.Collectors;

/// <summary>
/// A bucket of requests that refills steadily: as many at once as it holds, then one an interval. May be used from
/// several threads; requests are served in the order in which they ask.
/// </summary>
/// <param name="perSecond">Requests a second in the long run.</param>
/// <param name="saved">So long a pause may be made up for at once.</param>
/// <param name="clock">The time.</param>
public sealed class RequestBudget(double perSecond, TimeSpan saved, TimeProvider clock)
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / perSecond);
    private readonly Lock _gate = new();
    private DateTimeOffset _next;
    private DateTimeOffset _slowUntil;

    /// <summary>A service's rule such as "100 requests in 5 minutes", kept in any such span.</summary>
    public static RequestBudget Of(int requests, TimeSpan span, TimeProvider clock) =>
        // Half at once and half over the span: never more than all of them in any one span.
        new(requests / 2.0 / span.TotalSeconds, span, clock);

    /// <summary>Halves the pace for a while.</summary>
    internal void SlowUntil(DateTimeOffset until)
    {
        lock (_gate)
            _slowUntil = until > _slowUntil ? until : _slowUntil;
    }

    internal async Task TakeAsync(Action<TimeSpan> requireTime, CancellationToken cancellation)
    {
        var wait = Reserve();
        requireTime(wait);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellation);
    }

    private TimeSpan Reserve()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var slow = now < _slowUntil;
            var earliest = slow ? now : now - (saved - _interval);
            var slot = _next > earliest ? _next : earliest;
            _next = slot + _interval * (slow ? 2 : 1);
            return slot > now ? slot - now : TimeSpan.Zero;
        }
    }
}

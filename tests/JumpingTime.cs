namespace InfluencerMap.Tests;

/// <summary>
/// A clock that jumps over every wait below five minutes at once. Longer ones, such as the limit of a silence, last
/// until the test lets time pass.
/// </summary>
public sealed class JumpingTime : TimeProvider
{
    private static readonly TimeSpan HeldFrom = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly HashSet<Wait> _held = [];
    private DateTimeOffset _now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(this, () => callback(state));
        wait.Change(dueTime, period);
        return wait;
    }

    /// <summary>Lets time pass: held waits that are over by then end.</summary>
    public void Advance(TimeSpan span)
    {
        Wait[] over;
        lock (_gate)
        {
            _now += span;
            over = [.. _held.Where(wait => wait.End <= _now)];
            _held.ExceptWith(over);
        }
        foreach (var wait in over)
            wait.Over();
    }

    /// <summary>
    /// Lets a minute pass every tenth of a second in which the other side keeps silent, until the work is done. An
    /// answer that comes late because the machine is busy is no silence.
    /// </summary>
    public async Task PassUntilAsync(Task work, Func<bool> isSilent)
    {
        while (await Task.WhenAny(work, Task.Delay(100)) != work)
            if (isSilent())
                Advance(TimeSpan.FromMinutes(1));
        await work;
    }

    private sealed class Wait(JumpingTime time, Action over) : ITimer
    {
        public DateTimeOffset End { get; private set; }

        public Action Over => over;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._held.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                if (dueTime >= HeldFrom)
                {
                    End = time._now + dueTime;
                    return time._held.Add(this);
                }
                time._now += dueTime;
            }
            return ThreadPool.QueueUserWorkItem(_ => over());
        }

        public void Dispose()
        {
            lock (time._gate)
                time._held.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

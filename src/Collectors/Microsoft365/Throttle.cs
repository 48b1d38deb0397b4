using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace InfluencerMap.Collectors;

/// <summary>How hard a tenant may be asked.</summary>
public sealed record ThrottleOptions
{
    /// <summary>Requests in flight for one mailbox.</summary>
    /// <value>Default 4: the limit of Outlook for one application and mailbox.</value>
    public int PerMailboxMax { get; init; } = 4;

    /// <summary>Requests a second for the whole tenant.</summary>
    /// <value>Default 100: half of the lowest limit of the chats' export.</value>
    public double RequestsPerSecond { get; init; } = 100;

    /// <summary>Times that one request is sent before its source gives up.</summary>
    /// <value>Default 12: with waits doubling to a minute, about eight minutes.</value>
    public int AttemptsMax { get; init; } = 12;

    /// <summary>Longest silence within an answer.</summary>
    /// <value>Default 5 minutes.</value>
    public TimeSpan SilenceMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>When the night ends: nothing is asked afterwards.</summary>
    /// <value>Default none.</value>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Spreads the waits of this installation apart from those of others.</summary>
    public ulong Seed { get; init; }
}

/// <summary>Paces the requests of all sources to one tenant. May be used from several threads.</summary>
public sealed class Throttle(ThrottleOptions options, TimeProvider clock)
{
    private const double SlowDownFrom = 0.8;

    private static readonly TimeSpan WaitFirst = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SlowFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _mailboxes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = new(StringComparer.Ordinal);
    private readonly RequestBudget _tenant = new(options.RequestsPerSecond, TimeSpan.FromSeconds(1), clock);
    private long _waitedTicks;
    private long _draws;

    public ThrottleOptions Options => options;

    public TimeProvider Clock => clock;

    /// <summary>Time that requests waited because the service asked for it, summed over all of them.</summary>
    public TimeSpan Waited => new(Interlocked.Read(ref _waitedTicks));

    /// <summary>Waits for the mailbox's turn, the pause asked for, and the budgets; the result ends the turn.</summary>
    internal async Task<Turn> EnterAsync(string? mailbox, RequestBudget? budget, CancellationToken cancellation)
    {
        var gate = mailbox is null ? null : _mailboxes.GetOrAdd(mailbox, _ => new(options.PerMailboxMax));
        if (gate is not null)
            await gate.WaitAsync(cancellation);
        var turn = new Turn(gate);
        try
        {
            for (TimeSpan pause; (pause = PauseOf(mailbox)) > TimeSpan.Zero;)
                await WaitAsync(pause, cancellation);
            if (budget is not null)
                await budget.TakeAsync(RequireTime, cancellation);
            await _tenant.TakeAsync(RequireTime, cancellation);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Notes what an answer says about the pace.</summary>
    internal void Heed(HttpResponseMessage answer, string? mailbox)
    {
        if (answer.Headers.TryGetValues("x-ms-throttle-limit-percentage", out var shares)
            && double.TryParse(shares.First(), out var share) && share >= SlowDownFrom)
            _tenant.SlowUntil(clock.GetUtcNow() + SlowFor);
        if (WaitAskedFor(answer.Headers.RetryAfter) is { } wait && (int)answer.StatusCode is 429 or 503)
            _notBefore.AddOrUpdate(
                answer.Headers.Contains("x-ms-throttle-scope") ? "" : mailbox ?? "",
                (_, until) => until, (_, before, until) => before > until ? before : until,
                clock.GetUtcNow() + wait);
    }

    /// <summary>The wait before a further attempt: doubling, spread by half, out of step with others.</summary>
    internal Task BackOffAsync(int attempt, CancellationToken cancellation)
    {
        var wait = WaitFirst * Math.Min(Math.Pow(2, attempt - 1), WaitMax / WaitFirst);
        return WaitAsync(wait * (0.5 + Jitter() / 2), cancellation);
    }

    private TimeSpan PauseOf(string? mailbox)
    {
        var until = Max(_notBefore.GetValueOrDefault(""), _notBefore.GetValueOrDefault(mailbox ?? ""));
        // Timers know whole milliseconds: rounded down, the last part of one would be waited for in a busy loop.
        return TimeSpan.FromMilliseconds(Math.Ceiling((until - clock.GetUtcNow()).TotalMilliseconds));
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellation)
    {
        RequireTime(wait);
        Interlocked.Add(ref _waitedTicks, wait.Ticks);
        await Task.Delay(wait, clock, cancellation);
    }

    private void RequireTime(TimeSpan wait)
    {
        if (options.Deadline is { } deadline && clock.GetUtcNow() + wait >= deadline)
            throw new DeadlineException(deadline);
    }

    /// <summary>In seconds or as a date; at least what is asked, and up to a second more.</summary>
    private TimeSpan? WaitAskedFor(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait is { } asked ? Max(asked, TimeSpan.Zero) + TimeSpan.FromSeconds(Jitter()) : null;
    }

    /// <summary>0 … 1, from a hash of seed and counter (SplitMix64's finaliser).</summary>
    private double Jitter()
    {
        var x = options.Seed + (ulong)Interlocked.Increment(ref _draws) * 0x9e3779b97f4a7c15;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return ((x ^ (x >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    private static T Max<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) >= 0 ? a : b;

    internal readonly struct Turn(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}

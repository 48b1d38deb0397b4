using System.Threading.RateLimiting;

namespace InfluencerMap.Api;

/// <summary>How much may be computed on request, from the configuration's section InfluencerMap:Limits.</summary>
internal sealed record WorkLimits
{
    public const string Section = "InfluencerMap:Limits";

    /// <summary>Seconds of computing that a caller has at once.</summary>
    /// <value>60.</value>
    public double WorkSeconds { get; init; } = 60;

    /// <summary>Seconds of computing that come back each minute.</summary>
    /// <value>10.</value>
    public double WorkSecondsPerMinute { get; init; } = 10;

    /// <summary>Seconds after which one answer is given up.</summary>
    /// <value>60.</value>
    public double WorkSecondsPerAnswer { get; init; } = 60;

    /// <summary>Answers that may wait for a place.</summary>
    /// <value>16.</value>
    public int WorkWaiting { get; init; } = 16;

    public static WorkLimits From(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<WorkLimits>() ?? new();
}

/// <summary>
/// Answers that compute take turns, a few at once, so that rankings are still served; and each caller has so many
/// seconds of computing, used up by what their answers took.
/// </summary>
internal sealed class WorkQueue(WorkLimits limits, TimeProvider clock) : IDisposable
{
    private const int CallersMax = 10_000;
    private const int AtOnceMax = 2;

    private readonly Dictionary<string, Account> _accounts = [];
    private readonly ConcurrencyLimiter _places = new(new()
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
        QueueLimit = limits.WorkWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public WorkLimits Limits => limits;

    /// <summary>How long the caller has to wait until something is computed for them; zero: not at all.</summary>
    public TimeSpan WaitOf(string caller)
    {
        lock (_accounts)
        {
            var account = AccountOf(caller);
            Refill(account);
            return account.Seconds > 0 || limits.WorkSecondsPerMinute <= 0
                ? TimeSpan.Zero
                : TimeSpan.FromSeconds(Math.Ceiling(1 - 60 * account.Seconds / limits.WorkSecondsPerMinute));
        }
    }

    /// <summary>
    /// Lets a few answers of the caller wait or be computed at once; false for more. Else as many as fit the queue
    /// would be let in before the first is charged.
    /// </summary>
    public bool Enter(string caller)
    {
        lock (_accounts)
            return AccountOf(caller) is { Underway: < AtOnceMax } account && ++account.Underway > 0;
    }

    /// <summary>The counterpart of <see cref="Enter"/>.</summary>
    public void Leave(string caller)
    {
        lock (_accounts)
            AccountOf(caller).Underway--;
    }

    /// <summary>A place, in turn; not acquired where too many wait already. The caller disposes it.</summary>
    public ValueTask<RateLimitLease> TakePlaceAsync(CancellationToken cancellation) =>
        _places.AcquireAsync(1, cancellation);

    /// <summary>Takes from the caller's seconds what an answer took.</summary>
    public void Charge(string caller, TimeSpan took)
    {
        lock (_accounts)
        {
            var account = AccountOf(caller);
            Refill(account);
            account.Seconds -= took.TotalSeconds;
        }
    }

    public void Dispose() => _places.Dispose();

    /// <summary>Under the lock: between finding an account and using it, it is not to be forgotten.</summary>
    private Account AccountOf(string caller)
    {
        if (_accounts.TryGetValue(caller, out var known))
            return known;
        // Whoever is forgotten begins anew; so many callers at once are an attack that other limits meet. Whoever waits
        // for an answer is not forgotten: its end is counted too.
        if (_accounts.Count >= CallersMax)
            foreach (var (idle, _) in _accounts.Where(one => one.Value.Underway == 0).ToArray())
                _accounts.Remove(idle);
        return _accounts[caller] = new(limits.WorkSeconds, clock.GetTimestamp());
    }

    private void Refill(Account account)
    {
        var minutes = clock.GetElapsedTime(account.At).TotalMinutes;
        account.Seconds = Math.Min(limits.WorkSeconds, account.Seconds + minutes * limits.WorkSecondsPerMinute);
        account.At = clock.GetTimestamp();
    }

    private sealed class Account(double seconds, long at)
    {
        public double Seconds { get; set; } = seconds;

        public long At { get; set; } = at;

        public int Underway { get; set; }
    }
}

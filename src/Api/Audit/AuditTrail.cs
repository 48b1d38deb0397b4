using System.Diagnostics.Metrics;
using System.Threading.Channels;
using InfluencerMap.Api.Authorization;
using InfluencerMap.Api.Metrics;
using InfluencerMap.Storage;

namespace InfluencerMap.Api.Audit;

/// <summary>
/// Writes what was shown before it is sent. The rows of many requests share a transaction; each waits for the one that
/// its own is in, so an answer is slower by a commit and no commit is an answer's alone.
/// </summary>
public sealed class AuditTrail : IAsyncDisposable
{
    private const int BatchMax = 256;
    private const int WaitingMax = 4_096;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true });

    private readonly SemaphoreSlim _opening = new(1);
    private readonly StoreAddress _address;
    private readonly TimeProvider _clock;
    private readonly Histogram<double> _writeSeconds;
    private readonly Counter<long> _unwritten;
    private AuditStore? _store;
    private Task? _writing;

    public AuditTrail(StoreAddress address, TimeProvider clock, IMeterFactory meters)
    {
        (_address, _clock) = (address, clock);
        var meter = meters.Create(Measured.MeterName);
        _writeSeconds = meter.CreateHistogram<double>(
            "influencermap.audit.write.duration", "s", "From an answer that is ready to its committed row.");
        _unwritten = meter.CreateCounter<long>(
            "influencermap.audit.unwritten", null, "Answers withheld because the audit could not be written.");
        meter.CreateObservableGauge(
            "influencermap.audit.waiting", () => _waiting.Reader.Count, null, "Rows that wait for their commit.");
    }

    /// <summary>Returns when the row is committed.</summary>
    /// <exception cref="AuditUnwrittenException">It cannot be written; then nothing may be shown.</exception>
    public async Task WriteAsync(HttpContext context, AuditEntry entry)
    {
        var (caller, cancellation) = (context.User, context.RequestAborted);
        // Even where it fails: then the answer is that nobody is shown, which needs no line.
        context.Features.Set(new Audited());
        try
        {
            var store = await OpenAsync(cancellation);
            var waiting = new Waiting(
                entry with { Caller = store.CallerOf(caller.IssuerAndSubject), Roles = caller.RoleNames },
                new(TaskCreationOptions.RunContinuationsAsynchronously));
            var began = _clock.GetTimestamp();
            await _waiting.Writer.WriteAsync(waiting, cancellation);
            await waiting.Written.Task.WaitAsync(cancellation);
            _writeSeconds.Record(_clock.GetElapsedTime(began).TotalSeconds);
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            _unwritten.Add(1);
            throw new AuditUnwrittenException(e.Message, e);
        }
    }

    /// <summary>Who asks, as the audit writes it.</summary>
    public async Task<string> CallerAsync(HttpContext context) =>
        (await OpenAsync(context.RequestAborted)).CallerOf(context.User.IssuerAndSubject);

    /// <summary>An entry to fill in: when, and what was asked.</summary>
    public AuditEntry Entry(HttpContext context, string action) => new()
    {
        At = _clock.GetUtcNow().UtcDateTime,
        Caller = "",
        Roles = "",
        Action = action,
        Detail = $"{context.Request.Method} {PathOf(context)}{context.Request.QueryString}",
        TextVersion = ApiDescription.TextVersion,
    };

    /// <summary>An entry with who asks, for what is written with its deed and not before.</summary>
    public async Task<AuditEntry> SignedAsync(HttpContext context, string action)
    {
        var entry = Entry(context, action) with
        {
            Caller = await CallerAsync(context),
            Roles = context.User.RoleNames,
            Detail = "",
        };
        // Another line would come after the deed, and after an erasure would name whom nobody may name any more.
        context.Features.Set(new Audited());
        return entry;
    }

    /// <summary>Without a person's key: of somebody erased it would stay here, where nothing can be changed.</summary>
    private static string PathOf(HttpContext context) => context.GetRouteValue("key") is string { Length: > 0 } key
        ? context.Request.Path.ToString().Replace(key, "{key}", StringComparison.Ordinal)
        : context.Request.Path;

    /// <summary>For those who may read it.</summary>
    public async Task<AuditStore> OpenAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _store) is { } opened)
            return opened;
        await _opening.WaitAsync(cancellation);
        try
        {
            if (_store is null)
            {
                var store = await AuditStore.OpenAsync(_address.ConnectionString, cancellation);
                _writing = Task.Run(() => WriteAllAsync(store), CancellationToken.None);
                Volatile.Write(ref _store, store);
            }
            return _store;
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        if (_writing is not null)
            await _writing;
        if (_store is not null)
            await _store.DisposeAsync();
        _opening.Dispose();
    }

    private async Task WriteAllAsync(AuditStore store)
    {
        var batch = new List<Waiting>(BatchMax);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < BatchMax && _waiting.Reader.TryRead(out var waiting))
                batch.Add(waiting);
            try
            {
                await store.AppendAsync([.. batch.Select(waiting => waiting.Entry)], CancellationToken.None);
                batch.ForEach(waiting => waiting.Written.SetResult());
            }
            catch (Exception failure)
            {
                // Each of those who wait answers for itself that nothing can be shown.
                batch.ForEach(waiting => waiting.Written.SetException(failure));
            }
            batch.Clear();
        }
    }

    internal sealed record Audited;

    private sealed record Waiting(AuditEntry Entry, TaskCompletionSource Written);
}

/// <summary>What was asked for would be shown without a trace, so it is not.</summary>
public sealed class AuditUnwrittenException(string message, Exception inner) : Exception(message, inner);

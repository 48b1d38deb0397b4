using System.Threading.Channels;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Prometheus;

namespace InfluencerMap.Api;

/// <summary>
/// Writes what was shown before it is sent. The rows of many requests share a transaction; each waits for the one that
/// its own is in, so an answer is slower by a commit and no commit is an answer's alone.
/// </summary>
public sealed class AuditTrail : IAsyncDisposable
{
    private const int BatchMax = 256;
    private const int WaitingMax = 4_096;

    /// <summary>Seconds; a commit takes a few milliseconds.</summary>
    private static readonly double[] WriteBounds =
        [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true });

    private readonly Once<AuditStore> _store;
    private readonly TimeProvider _clock;
    private readonly Histogram _writeSeconds;
    private readonly Counter _unwritten;
    private Task? _writing;

    public AuditTrail(StoreAddress address, TimeProvider clock, CollectorRegistry registry)
    {
        _clock = clock;
        _store = new(async () =>
        {
            var store = await AuditStore.OpenAsync(address.ConnectionString, CancellationToken.None);
            _writing = Task.Run(() => WriteAllAsync(store), CancellationToken.None);
            return store;
        });
        var metrics = Prometheus.Metrics.WithCustomRegistry(registry);
        _writeSeconds = metrics.CreateHistogram(
            "influencermap_audit_write_duration_seconds", "From an answer that is ready to its committed row.",
            new HistogramConfiguration { Buckets = WriteBounds });
        _unwritten = metrics.CreateCounter(
            "influencermap_audit_unwritten_total", "Answers withheld because the audit could not be written.");
        var waiting = metrics.CreateGauge("influencermap_audit_waiting", "Rows that wait for their commit.");
        registry.AddBeforeCollectCallback(() => waiting.Set(_waiting.Reader.Count));
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
            _writeSeconds.Observe(_clock.GetElapsedTime(began).TotalSeconds);
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            _unwritten.Inc();
            throw new AuditUnwrittenException(e.Message, e);
        }
    }

    /// <summary>Who asks, as the audit writes it.</summary>
    public async Task<string> CallerAsync(HttpContext context) =>
        (await OpenAsync(context.RequestAborted)).CallerOf(context.User.IssuerAndSubject);

    /// <summary>An entry to fill in: when, and what was asked.</summary>
    public AuditEntry Entry(HttpContext context, string action, bool isRefused = false) => new()
    {
        At = _clock.GetUtcNow().UtcDateTime,
        Caller = "",
        Roles = "",
        Action = action,
        Detail = $"{context.Request.Method} {AskedOf(context, isRefused)}",
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

    /// <summary>
    /// Without a person's key: of somebody erased it would stay here, where nothing can be changed. Of what is refused
    /// nothing stays as it was typed, as a name or address may have been.
    /// </summary>
    private static string AskedOf(HttpContext context, bool isRefused)
    {
        // An error takes the endpoint from the request, and keeps it there.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        if (endpoint is not RouteEndpoint route)
            return $"{AuditedRequests.Prefix}/*";
        var path = route.RoutePattern.RawText!.TrimEnd('/');
        if (!isRefused)
        {
            foreach (var (name, value) in context.Request.RouteValues)
                if (name != "key" && value is string id && id.All(char.IsAsciiHexDigit))
                    path = path.Replace($"{{{name}}}", id, StringComparison.Ordinal);
            return $"{path}{context.Request.QueryString}";
        }
        var query = context.Request.Query;
        string[] known = [.. ApiDescription.ParametersOf(route).Where(query.ContainsKey)];
        var unknown = query.Count - known.Length;
        return query.Count == 0
            ? path
            : $"{path}?{string.Join('&', unknown == 0 ? known : [.. known, $"{unknown} not known"])}";
    }

    /// <summary>For those who may read it.</summary>
    public Task<AuditStore> OpenAsync(CancellationToken cancellation) => _store.ReadAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        if (_writing is not null)
            await _writing;
    }

    private async Task WriteAllAsync(AuditStore opened)
    {
        await using var store = opened;
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

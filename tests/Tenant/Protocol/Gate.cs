using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>What every Graph request passes: the log, the token, the permission, the throttle, the troubles.</summary>
internal sealed class Gate(StandInTenant tenant)
{
    private const int MailboxInFlightMax = 4;

    private readonly ConcurrentDictionary<string, int> _inFlight = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = new();
    private readonly Lock _counting = new();
    private int _allInFlight;

    /// <summary>Most requests that were ever in flight for one mailbox.</summary>
    public int MostInFlightForOneMailbox { get; private set; }

    /// <summary>Requests that came again before the time that their refusal had named.</summary>
    public int EarlyRequestCount { get; private set; }

    /// <summary>Most requests that were ever in flight together.</summary>
    public int MostInFlight { get; private set; }

    public async Task PassAsync(HttpContext context, AskedRequest asked, Func<Exchange, Task> answer)
    {
        if (!tenant.Tokens.Accepts(context.Request.Headers.Authorization.ToString()))
        {
            await GraphError.AnswerAsync(context, 401, "InvalidAuthenticationToken", "Access token is not valid.");
            return;
        }
        var accepted = Permissions.AcceptedFor(asked.Path);
        var mailbox = Mailbox(asked.Path);
        var isGranted = accepted.Count == 0 || accepted.Any(tenant.Grants.Contains)
            || (mailbox is not null && accepted.Any(tenant.ExchangeGrants.Contains));
        if (!isGranted || (mailbox is not null && !tenant.IsInScope(mailbox)))
        {
            await GraphError.AnswerAsync(context, 403, "Authorization_RequestDenied", "Insufficient privileges.");
            return;
        }
        var inFlight = Enter(mailbox);
        try
        {
            if (mailbox is not null && inFlight > MailboxInFlightMax)
                await ThrottleAsync(context, "ApplicationThrottled",
                    "Application is over its MailboxConcurrency limit.", "1");
            else
                await AnswerAsync(context, asked, answer);
        }
        finally
        {
            Leave(mailbox);
        }
    }

    private async Task AnswerAsync(HttpContext context, AskedRequest asked, Func<Exchange, Task> answer)
    {
        if (tenant.Options.Latency > TimeSpan.Zero)
            await Task.Delay(tenant.Options.Latency, context.RequestAborted);
        if (_notBefore.TryRemove(asked.Path + asked.Query, out var notBefore)
            && tenant.Options.WaitClock.GetUtcNow() < notBefore)
            lock (_counting)
                EarlyRequestCount++;
        var exchange = new Exchange(context, tenant, tenant.Troubles.Strike(asked.Path, asked.Query));
        foreach (var trouble in exchange.Troubles)
            if (Refusal(exchange, asked, trouble) is { } refusal)
            {
                await refusal;
                return;
            }
        if (exchange.IsUnreadableToken)
            await GraphError.AnswerAsync(context, 400, "BadRequest", "Badly formed token.");
        else if (exchange.BringsToken && exchange.Cursor.Epoch != tenant.TokenEpoch)
            await ExpiredAsync(exchange, tenant.TokensExpireAs);
        else
            await answer(exchange);
    }

    private Task? Refusal(Exchange exchange, AskedRequest asked, Trouble trouble)
    {
        var seconds = trouble.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        var until = tenant.Options.WaitClock.GetUtcNow().AddSeconds(trouble.RetryAfterSeconds);
        // A date has whole seconds.
        if (trouble.Kind is Misbehaviour.TooManyRequestsUntil)
            until = until.AddTicks(-(until.Ticks % TimeSpan.TicksPerSecond));
        if (trouble.Kind is Misbehaviour.TooManyRequestsUntil or Misbehaviour.TooManyRequests
            or Misbehaviour.ServiceUnavailable)
            _notBefore[asked.Path + asked.Query] = until;
        return trouble.Kind switch
        {
            Misbehaviour.TooManyRequests => ThrottleAsync(exchange.Context, "TooManyRequests", "Slow down.", seconds),
            Misbehaviour.TooManyRequestsUntil =>
                ThrottleAsync(exchange.Context, "TooManyRequests", "Slow down.", until.ToString("R")),
            Misbehaviour.ServiceUnavailable =>
                ThrottleAsync(exchange.Context, "ServiceUnavailable", "Busy.", seconds, status: 503),
            Misbehaviour.GatewayTimeout =>
                GraphError.AnswerAsync(exchange.Context, 504, "GatewayTimeout", "Took too long."),
            Misbehaviour.InternalError =>
                GraphError.AnswerAsync(exchange.Context, 500, "InternalServerError", "Failed."),
            Misbehaviour.SyncStateNotFound or Misbehaviour.Gone => ExpiredAsync(exchange, trouble.Kind),
            _ => null,
        };
    }

    private static Task ExpiredAsync(Exchange exchange, Misbehaviour kind)
    {
        if (kind != Misbehaviour.Gone)
            return GraphError.AnswerAsync(exchange.Context, 400, "syncStateNotFound", "The sync state is not known.");
        exchange.Context.Response.Headers.Location = exchange.RestartLink;
        return GraphError.AnswerAsync(exchange.Context, 410, "resyncRequired", "Start anew.");
    }

    private static Task ThrottleAsync(
        HttpContext context, string code, string message, string retryAfter, int status = 429)
    {
        context.Response.Headers.RetryAfter = retryAfter;
        return GraphError.AnswerAsync(context, status, code, message);
    }

    /// <summary>Exchange counts per mailbox; directory requests for all users have none.</summary>
    private static string? Mailbox(string path) =>
        path.Split('/') is [_, _, "users", var user, "mailFolders" or "calendarView" or "mailboxSettings", ..]
            ? user
            : null;

    private int Enter(string? mailbox)
    {
        lock (_counting)
        {
            MostInFlight = Math.Max(MostInFlight, ++_allInFlight);
            if (mailbox is null)
                return 0;
            var inFlight = _inFlight[mailbox] = _inFlight.GetValueOrDefault(mailbox) + 1;
            MostInFlightForOneMailbox = Math.Max(MostInFlightForOneMailbox, inFlight);
            return inFlight;
        }
    }

    private void Leave(string? mailbox)
    {
        lock (_counting)
        {
            _allInFlight--;
            if (mailbox is not null)
                _inFlight[mailbox]--;
        }
    }
}

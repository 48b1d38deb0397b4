using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace InfluencerMap.Api;

/// <summary>What holds for each request, whoever asks: how often, how large, which parameters, which headers.</summary>
internal static class RequestRules
{
    public const string PerMinute = "InfluencerMap:Limits:RequestsPerMinute";

    private const int PerMinuteDefault = 600;

    /// <summary>Room for a list of 100,000 keys.</summary>
    private const long BodyBytesMax = 4 << 20;

    extension(WebApplicationBuilder builder)
    {
        public void AddRequestRules()
        {
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = BodyBytesMax;
            });
            var perMinute = builder.Configuration.GetValue(PerMinute, PerMinuteDefault);
            var told = new HashSet<(string Caller, long Minute)>();
            builder.Services.AddRateLimiter(limits =>
            {
                limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    RateLimitPartition.GetTokenBucketLimiter(Partition(context), _ => new()
                    {
                        TokenLimit = perMinute,
                        TokensPerPeriod = Math.Max(1, perMinute / 60),
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    }));
                limits.OnRejected = (rejected, _) => TellAsync(rejected.HttpContext, told);
            });
        }
    }

    extension(WebApplication app)
    {
        /// <summary>JSON is UTF-8; of another encoding the framework would fail on the inside.</summary>
        public void UseUtf8Only() => app.Use((context, next) =>
        {
            if (context.Request.ContentType is not { } given
                || (MediaTypeHeaderValue.TryParse(given, out var type)
                    && (!type.Charset.HasValue
                        || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                        || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))))
                return next(context);
            return TypedResults.Problem(
                "Send application/json in UTF-8.", statusCode: StatusCodes.Status415UnsupportedMediaType,
                title: "The body has a form that is not read.").ExecuteAsync(context);
        });

        /// <summary>Set when the answer begins: an error clears what was set before it.</summary>
        public void UseSecurityHeaders() => app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
                headers["Referrer-Policy"] = "no-referrer";
                if (headers.ETag.Count == 0)
                    headers.CacheControl = "no-store";
                if (context.Request.IsHttps)
                    headers.StrictTransportSecurity = "max-age=31536000";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    extension(RouteGroupBuilder group)
    {
        /// <summary>A misspelt filter would else be passed over, and more be shown than was asked for.</summary>
        public RouteGroupBuilder WithKnownParametersOnly() => group.AddEndpointFilter((asked, next) =>
        {
            var known = ApiDescription.ParametersOf((RouteEndpoint)asked.HttpContext.GetEndpoint()!);
            return asked.HttpContext.Request.Query.Keys.All(known.Contains)
                ? next(asked)
                : ValueTask.FromResult<object?>(Problems.UnknownParameter());
        });
    }

    private static string Partition(HttpContext context) => context.User.Identity is { IsAuthenticated: true }
        ? context.User.IssuerAndSubject
        : $"{context.Connection.RemoteIpAddress}";

    /// <summary>One line a caller and minute: a flood of requests is not to be a flood of lines.</summary>
    private static async ValueTask TellAsync(HttpContext context, HashSet<(string Caller, long Minute)> told)
    {
        context.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
        var trail = context.RequestServices.GetRequiredService<AuditTrail>();
        var entry = trail.Entry(context, "limit reached");
        // Or the answer itself would leave a line.
        context.Features.Set(new AuditTrail.Audited());
        if (IsFirst(told, Partition(context), entry.At.Ticks / TimeSpan.TicksPerMinute))
            await trail.WriteAsync(context, entry with { Detail = context.GetEndpoint()?.DisplayName ?? "" });
    }

    /// <summary>Whether the caller was not told yet in this minute; callers of another are forgotten.</summary>
    internal static bool IsFirst(HashSet<(string Caller, long Minute)> told, string caller, long minute)
    {
        lock (told)
        {
            // All that are there are of one minute.
            if (told.FirstOrDefault().Minute != minute)
                told.Clear();
            return told.Add((caller, minute));
        }
    }
}

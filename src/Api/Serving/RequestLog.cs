namespace InfluencerMap.Api;

/// <summary>A line for each answer, where it is asked for: the route's pattern, as the path may hold a key.</summary>
internal static class RequestLog
{
    public const string Category = "InfluencerMap.Api.Requests";

    extension(WebApplication app)
    {
        public void UseRequestLog()
        {
            var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
            if (!logger.IsEnabled(LogLevel.Information))
                return;
            var clock = app.Services.GetRequiredService<TimeProvider>();
            app.Use(async (context, next) =>
            {
                var began = clock.GetTimestamp();
                // Now: an error takes it away.
                var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
                await next(context);
                Log.Answered(
                    logger, context.Request.Method, route, context.Response.StatusCode,
                    clock.GetElapsedTime(began).TotalMilliseconds);
            });
        }
    }
}

using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>An answer that shows people: by key, or by name.</summary>
internal interface IShowsPeople
{
    IEnumerable<string> ShownKeys { get; }
}

/// <summary>
/// Every request under /v1 leaves a line: an answer before it is sent, with who was shown; a refusal with who was asked
/// about. An endpoint that declares that it shows people cannot answer in a form whose people are not known.
/// </summary>
internal static class AuditedRequests
{
    public const string Prefix = "/v1";

    extension(RouteGroupBuilder group)
    {
        /// <summary>For what handlers and filters answer: the first filter, which sees what others refuse.</summary>
        public RouteGroupBuilder WithAudit() => group.AddEndpointFilter(async (asked, next) =>
        {
            var context = asked.HttpContext;
            await NoteRouteAsync(context);
            var result = await next(asked);
            if (context.IsAudited)
                return result;
            var answer = result is INestedHttpResult nested ? nested.Result : result;
            var status = answer is IStatusCodeHttpResult { StatusCode: { } code } ? code : StatusCodes.Status200OK;
            await WriteAsync(context, status, ShownBy(context, answer, status));
            return result;
        });
    }

    extension(WebApplication app)
    {
        /// <summary>
        /// For what is refused before a handler is reached: a role that may not, a body that cannot be read. Nothing of
        /// the store is in such an answer, so it leaves even where the line cannot be written.
        /// </summary>
        public void UseAuditOfRefusals() => app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(Prefix))
                context.Response.OnStarting(async () =>
                {
                    if (context.IsAudited || context.User.Identity is not { IsAuthenticated: true })
                        return;
                    try
                    {
                        await WriteAsync(context, context.Response.StatusCode, []);
                    }
                    catch (Exception e) when (e is AuditUnwrittenException or OperationCanceledException)
                    {
                        Log.AuditUnwritten(app.Logger, e.Message);
                    }
                });
            return next(context);
        });
    }

    /// <summary>The key of the path, where it is somebody's.</summary>
    private static async Task NoteRouteAsync(HttpContext context)
    {
        if (context.GetRouteValue("key") is not string { Length: > 0 } key)
            return;
        var store = await context.RequestServices.GetRequiredService<OpenedStore>().ReadAsync(context.RequestAborted);
        if (await store.People.FindKeyAsync(key, context.RequestAborted) is not null)
            context.AskedAbout([key]);
    }

    private static IEnumerable<string> ShownBy(HttpContext context, object? answer, int status)
    {
        if (answer is IValueHttpResult { Value: IShowsPeople shown })
            return shown.ShownKeys;
        var declared = context.GetEndpoint()!.Metadata.GetRequiredMetadata<ShownKnowledge>().Knowledge;
        // An answer without a value shows nobody.
        if ((declared & Knowledge.OfPeople) == 0 || answer is not IValueHttpResult { Value: not null }
            || status >= StatusCodes.Status400BadRequest)
            return [];
        throw new InvalidOperationException("An endpoint that shows people answered without saying whom.");
    }

    private static Task WriteAsync(HttpContext context, int status, IEnumerable<string> shown)
    {
        var trail = context.RequestServices.GetRequiredService<AuditTrail>();
        var view = context.Features.Get<NamedView>();
        var isRefused = status >= StatusCodes.Status400BadRequest;
        var action = status switch
        {
            _ when isRefused => "refuse",
            StatusCodes.Status304NotModified => "unchanged",
            _ when view is not null => "show names",
            _ => "show",
        };
        var entry = trail.Entry(context, action, isRefused);
        return trail.WriteAsync(context, entry with
        {
            Purpose = view?.Purpose ?? "",
            Detail = isRefused ? $"{status} {entry.Detail}" : entry.Detail,
            Keys = [.. shown, .. context.KeysAskedAbout],
        });
    }
}

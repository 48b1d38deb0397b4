using InfluencerMap.Storage;

namespace InfluencerMap.Api.Audit;

/// <summary>An answer that shows people: by key, or by name.</summary>
internal interface IShowsPeople
{
    IEnumerable<string> ShownKeys { get; }
}

/// <summary>No answer that shows anybody leaves before the audit says so.</summary>
internal static class ShownPeople
{
    extension(RouteGroupBuilder group)
    {
        public RouteGroupBuilder WithAudit() => group.AddEndpointFilter(async (asked, next) =>
        {
            var result = await next(asked);
            var answer = result is INestedHttpResult nested ? nested.Result : result;
            if (answer is IValueHttpResult { Value: IShowsPeople shown })
                await WriteAsync(asked.HttpContext, shown);
            return result;
        });
    }

    private static Task WriteAsync(HttpContext context, IShowsPeople shown)
    {
        var trail = context.RequestServices.GetRequiredService<AuditTrail>();
        var view = context.Features.Get<NamedView>();
        return trail.WriteAsync(context, trail.Entry(context, view is null ? "show" : "show names") with
        {
            Purpose = view?.Purpose ?? "",
            Keys = [.. shown.ShownKeys],
        });
    }
}

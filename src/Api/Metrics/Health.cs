using InfluencerMap.Graph.Disclosure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

/// <summary>For whatever keeps the process alive.</summary>
public static class Health
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapHealth()
        {
            var group = routes.MapGroup("/health").WithTags("Health");
            group.MapGet("/live", Live).AllowAnonymous();
            group.MapGet("/ready", ReadyAsync).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
                .OpenTo(Roles.Operator);
        }
    }

    /// <summary>The process answers.</summary>
    public static Ok<HealthState> Live() => TypedResults.Ok(new HealthState("live"));

    /// <summary>The store is there and of this program's version.</summary>
    public static async Task<Ok<HealthState>> ReadyAsync(OpenedStore opened, CancellationToken cancellation)
    {
        var store = await opened.ReadAsync(cancellation);
        await store.Rankings.ShownStateAsync(cancellation);
        return TypedResults.Ok(new HealthState("ready"));
    }
}

/// <summary>The state asked for.</summary>
/// <param name="Status">live or ready.</param>
public sealed record HealthState(string Status);

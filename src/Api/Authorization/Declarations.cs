using InfluencerMap.Graph.Disclosure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace InfluencerMap.Api;

/// <summary>What an endpoint declares that its answers and refusals show.</summary>
internal sealed record ShownKnowledge(Knowledge Knowledge);

/// <summary>
/// Default closed: the service does not start with an endpoint under /v1 that does not declare what it shows, or that
/// opens to a role which may not know that.
/// </summary>
internal static class Declarations
{
    extension<TBuilder>(TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        public TBuilder Shows(Knowledge shown) => endpoint.WithMetadata(new ShownKnowledge(shown));

        /// <summary>Opens endpoints, which are closed to everybody otherwise.</summary>
        public TBuilder OpenTo(params IReadOnlyList<string> roles) =>
            endpoint.RequireAuthorization(policy => policy.RequireRole(roles));
    }

    extension(IEndpointRouteBuilder app)
    {
        /// <exception cref="NotStartedException">An endpoint says too little, or is open too far.</exception>
        public void RequireDeclarations()
        {
            foreach (var endpoint in app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
                if (AnswersUnder(endpoint, AuditedRequests.Prefix) && Against(endpoint) is { } reason)
                    throw new NotStartedException($"{endpoint.DisplayName} {reason}");
        }
    }

    private static bool AnswersUnder(RouteEndpoint endpoint, string prefix) =>
        $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}".StartsWith(prefix + "/", StringComparison.Ordinal);

    private static string? Against(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ShownKnowledge>() is not { } declared)
            return "does not declare what it shows; add Shows(…), see docs/privacy.md.";
        var opened = endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>()
            .SelectMany(policy => policy.Requirements).OfType<RolesAuthorizationRequirement>()
            .Select(requirement => requirement.AllowedRoles.ToHashSet()).ToArray();
        if (opened.Length == 0)
            return "is open to no role; add OpenTo(…).";
        // Several requirements all have to hold.
        return opened.Aggregate((all, more) => [.. all.Intersect(more)])
            .Where(role => !RoleKnowledge.Allows(role, declared.Knowledge)).Order().FirstOrDefault() is { } role
            ? $"shows {declared.Knowledge & ~RoleKnowledge.Of(role)}, which the role {role} may not know."
            : null;
    }
}

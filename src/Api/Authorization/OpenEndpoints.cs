namespace InfluencerMap.Api;

/// <summary>Opens endpoints, which are closed to everybody otherwise.</summary>
internal static class OpenEndpoints
{
    extension<TBuilder>(TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        public TBuilder OpenTo(params IReadOnlyList<string> roles) =>
            endpoint.RequireAuthorization(policy => policy.RequireRole(roles));
    }
}

using System.Globalization;
using System.Security.Claims;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Api;

/// <summary>Who asks, in words that name nobody.</summary>
internal static class Callers
{
    /// <summary>The id of the person whose self-view an API key opens.</summary>
    public const string PersonIdClaim = "influencermap:person";

    public const string ApiKeyIssuer = "influencermap-key";

    extension(ClaimsPrincipal caller)
    {
        /// <summary>Issuer and subject of the token, or the id of the API key.</summary>
        public string IssuerAndSubject =>
            caller.FindFirst("sub") is { } subject ? $"{subject.Issuer} {subject.Value}" : "nobody";

        /// <summary>
        /// The person of the API key; null for tokens, whatever they claim: only our own keys are believed.
        /// </summary>
        public PersonId? PersonId =>
            caller.FindFirst(claim => claim is { Type: PersonIdClaim, Issuer: ApiKeyIssuer }
                && claim.Subject?.AuthenticationType == Access.ApiKeys) is { } claim
            && int.TryParse(claim.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new PersonId(id)
                : null;

        /// <summary>The known roles that the caller brought, in the order of <see cref="Roles.All"/>.</summary>
        public string RoleNames => string.Join(' ', Roles.All.Where(caller.IsInRole));
    }
}

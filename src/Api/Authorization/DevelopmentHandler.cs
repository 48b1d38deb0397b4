using System.Security.Claims;
using System.Text.Encodings.Web;
using InfluencerMap.Graph.Disclosure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace InfluencerMap.Api;

/// <summary>Everybody is everything but a person: --development-no-auth, on loopback alone.</summary>
internal sealed class DevelopmentHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var claims = Roles.All.Except([Roles.Person]).Select(role => new Claim("roles", role))
            .Append(new("sub", "development"));
        var identity = new ClaimsIdentity(claims, Scheme.Name, "sub", "roles");
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), Scheme.Name)));
    }
}

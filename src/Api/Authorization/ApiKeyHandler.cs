using System.Security.Claims;
using System.Text.Encodings.Web;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace InfluencerMap.Api;

/// <summary>Authorization: Bearer imk_…: a key looked up each time, so that revoking is at once.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, OpenedStore opened)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The key that the request brings; null where it brings none.</summary>
    public static string? TextOf(HttpRequest request)
    {
        const string bearer = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(bearer + ApiKeyStore.Prefix, StringComparison.OrdinalIgnoreCase)
            ? header[bearer.Length..].Trim()
            : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TextOf(Request) is not { } text)
            return AuthenticateResult.NoResult();
        var store = await opened.ReadAsync(Context.RequestAborted);
        var key = await store.ApiKeys.FindAsync(text, Context.RequestAborted);
        if (key is null || !key.OpensAt(TimeProvider.GetUtcNow().UtcDateTime))
            return AuthenticateResult.Fail("The API key is unknown, expired or revoked.");
        const string issuer = Callers.ApiKeyIssuer;
        var claims = key.Roles.Select(role => new Claim("roles", role, null, issuer))
            .Append(new("sub", key.Id, null, issuer));
        if (key.PersonId is { } person)
            claims = claims.Append(new(Callers.PersonIdClaim, $"{person}", null, issuer));
        var identity = new ClaimsIdentity(claims, Scheme.Name, "sub", "roles");
        return AuthenticateResult.Success(new(new(identity), Scheme.Name));
    }
}

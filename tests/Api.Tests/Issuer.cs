using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InfluencerMap.Tests;

/// <summary>An identity provider of its own, on loopback: a document, keys that it can change, and tokens.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private RsaSecurityKey _key = NewKey("first");

    private Issuer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>How often the keys were asked for.</summary>
    public int KeysRead { get; private set; }

    public static async Task<Issuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new Issuer(builder.Build());
        issuer._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = issuer.Address,
            jwks_uri = issuer.Address + "/keys",
        }));
        issuer._app.MapGet("/keys", () =>
        {
            issuer.KeysRead++;
            var parameters = issuer._key.Rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        kid = issuer._key.KeyId,
                        n = Base64UrlEncoder.Encode(parameters.Modulus),
                        e = Base64UrlEncoder.Encode(parameters.Exponent),
                    },
                },
            });
        });
        await issuer._app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    /// <summary>From now on tokens are signed with another key.</summary>
    public void Rotate() => _key = NewKey("second");

    /// <summary>A token that is good unless the change makes it bad.</summary>
    public string Token(string role, Action<SecurityTokenDescriptor>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = "influencermap",
            IssuedAt = now,
            NotBefore = now.AddMinutes(-5),
            Expires = now.AddMinutes(5),
            Subject = new([new Claim("sub", "someone"), new Claim("roles", role)]),
            SigningCredentials = new(_key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler().CreateToken(token);
    }

    /// <summary>One that anybody could have made: its header says that nothing is signed.</summary>
    public string Unsigned(string role) => Token(role, token => token.SigningCredentials = null);

    /// <summary>One signed with the public key taken for a shared secret.</summary>
    public string SignedWithThePublicKey(string role) => Token(role, token => token.SigningCredentials = new(
        new SymmetricSecurityKey(_key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = _key.KeyId },
        SecurityAlgorithms.HmacSha256));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };
}

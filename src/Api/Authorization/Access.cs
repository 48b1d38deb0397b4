using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace InfluencerMap.Api;

/// <summary>Who is who, and that every endpoint is closed to everybody to whom it does not open itself.</summary>
internal static class Access
{
    public const string ApiKeys = "ApiKey";
    private const string Tokens = "Token";
    private const string Development = "Development";

    extension(IServiceCollection services)
    {
        public void AddAccess(AccessSettings settings)
        {
            services.AddSingleton(settings);
            // AddAuthentication would bring data protection along, which writes keys of its own to the disk of whoever
            // runs this; nothing here needs any.
            services.AddAuthenticationCore(options => options.DefaultScheme = "Chosen");
            services.AddWebEncoders();
            services.AddSingleton(TimeProvider.System);
            var authentication = new AuthenticationBuilder(services)
                .AddPolicyScheme("Chosen", null, chosen => chosen.ForwardDefaultSelector = context =>
                    settings.DevelopmentNoAuth ? Development
                    : settings.Authority is null || ApiKeyHandler.TextOf(context.Request) is not null ? ApiKeys
                    : Tokens)
                .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeys, null)
                .AddScheme<AuthenticationSchemeOptions, DevelopmentHandler>(Development, null);
            if (settings.Authority is not null)
            {
                services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>();
                authentication.AddScheme<JwtBearerOptions, JwtBearerHandler>(
                    Tokens, bearer => Configure(bearer, settings));
            }
            services.AddAuthorizationBuilder().SetFallbackPolicy(Closed);
        }
    }

    /// <summary>
    /// For whatever an endpoint does not open itself: nobody. A path that leads nowhere is told to those who are known.
    /// </summary>
    private static AuthorizationPolicy Closed => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(asked => asked.Resource is HttpContext context && context.GetEndpoint() is not RouteEndpoint)
        .Build();

    /// <summary>
    /// The issuer's keys are read from its own document, kept, and read again when a token names a key that is not
    /// among them.
    /// </summary>
    private static void Configure(JwtBearerOptions bearer, AccessSettings settings)
    {
        bearer.Authority = settings.Authority;
        bearer.RequireHttpsMetadata = !settings.Authority!.StartsWith("http://", StringComparison.Ordinal);
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters = new()
        {
            ValidAudience = settings.Audience,
            NameClaimType = "sub",
            RoleClaimType = settings.RoleClaim,
            ClockSkew = TimeSpan.FromMinutes(1),
            // Public-key algorithms only: with a shared secret, whoever can check a token can also make one.
            ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"],
        };
    }
}

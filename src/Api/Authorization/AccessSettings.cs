namespace InfluencerMap.Api;

/// <summary>Who may ask, from the configuration's section InfluencerMap:Access.</summary>
internal sealed record AccessSettings
{
    public const string Section = "InfluencerMap:Access";

    /// <summary>Issuer of tokens, such as https://issuer.example/tenant/v2.0; null = API keys alone.</summary>
    public string? Authority { get; init; }

    /// <summary>Whom the tokens must be for.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim that holds the roles.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>The claim that says whose self-view a token opens: an id or address of the directory.</summary>
    public string PersonClaim { get; init; } = "preferred_username";

    /// <summary>Every endpoint is open to everybody on this machine; for development.</summary>
    public bool DevelopmentNoAuth { get; init; }

    /// <summary>States that a proxy in front ends TLS, so that plain HTTP may be bound beyond loopback.</summary>
    public bool BehindTlsProxy { get; init; }

    public static AccessSettings From(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<AccessSettings>() ?? new();

    /// <exception cref="NotStartedException">The settings contradict each other.</exception>
    public void Require()
    {
        if (Authority is null)
            return;
        if (Audience is not { Length: > 0 })
            throw new NotStartedException(
                $"{Section}:Authority is set and {Section}:Audience is not. Say whom the tokens must be for.");
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            throw new NotStartedException(
                $"{Section}:Authority is no https address. Tokens are only as safe as the way their keys come.");
    }
}

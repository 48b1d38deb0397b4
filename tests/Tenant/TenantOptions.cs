using System.Security.Cryptography.X509Certificates;
using InfluencerMap.Demo;

namespace InfluencerMap.Tenant;

/// <summary>What a stand-in tenant is made of.</summary>
public sealed record TenantOptions
{
    /// <summary>The company whose people and events the tenant answers with.</summary>
    public required MadeCompany Company { get; init; }

    /// <summary>The tenant's first instant.</summary>
    /// <value>Default: the end of the company's activity, so that all of it has happened.</value>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Items on a page where the request names no size.</summary>
    /// <value>Default 100.</value>
    public int PageSize { get; init; } = 100;

    /// <summary>Answers to a post and participants of a call inside a page; more come by a link of their own.</summary>
    /// <value>Default 100; Microsoft's are 1,000 and 130.</value>
    public int NestedPageSize { get; init; } = 100;

    /// <summary>Time that every Graph answer takes, so that requests overlap.</summary>
    /// <value>Default none.</value>
    public TimeSpan Latency { get; init; }

    /// <summary>Whether a 101st request for message traces within five minutes is refused.</summary>
    /// <value>Default false, for tests that hurry.</value>
    public bool HasTraceBudget { get; init; }

    /// <summary>The clock by which the client waits when it is told to.</summary>
    /// <value>Default the system's.</value>
    public TimeProvider WaitClock { get; init; } = TimeProvider.System;

    public string TenantId { get; init; } = "11111111-2222-4333-8444-555555555555";
    public string ClientId { get; init; } = "66666666-7777-4888-8999-aaaaaaaaaaaa";
    public string ClientSecret { get; init; } = "made-up-secret";

    /// <summary>The application's certificate, its public part.</summary>
    /// <value>Default none.</value>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>The token of another issuer that the application trusts.</summary>
    /// <value>Default none.</value>
    public string? FederatedToken { get; init; }

    /// <summary>What App Service tells the programs on its machine.</summary>
    public string MachineSecret { get; init; } = "made-up-header";
}

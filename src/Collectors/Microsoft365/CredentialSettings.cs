using System.Text.Json.Serialization;
using Azure.Core;
using Azure.Identity;

namespace InfluencerMap.Collectors;

/// <summary>How the application shows who it is. Secrets are in the environment or in files, never here.</summary>
public sealed record CredentialSettings
{
    public const string SecretVariable = "INFLUENCERMAP_CLIENT_SECRET";
    public const string PasswordVariable = "INFLUENCERMAP_CERTIFICATE_PASSWORD";
    public const string TokenVariable = "INFLUENCERMAP_ACCESS_TOKEN";

    /// <value>Default clientSecret.</value>
    public CredentialKind Kind { get; init; }

    /// <summary>
    /// Path of the secret, of the certificate with its key (.pfx, .pem), or of the federated token; for a secret, the
    /// environment variable goes before.
    /// </summary>
    public string? File { get; init; }

    /// <exception cref="InputException">Something is missing: the message names it.</exception>
    internal TokenCredential Create(TenantSettings tenant, GraphCloud cloud)
    {
        // Microsoft's list of authorities does not know a stand-in, and is not asked about one.
        var (authority, isStandIn) = (cloud.Authority, tenant.Authority is not null);
        return Kind switch
        {
            CredentialKind.ClientSecret => new ClientSecretCredential(
                Need(tenant.TenantId, "tenantId"), Need(tenant.ClientId, "clientId"), Secret(),
                new ClientSecretCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = isStandIn }),
            CredentialKind.Certificate => new ClientCertificateCredential(
                Need(tenant.TenantId, "tenantId"), Need(tenant.ClientId, "clientId"),
                ClientCertificate.Load(Existing("the certificate")),
                new ClientCertificateCredentialOptions
                {
                    AuthorityHost = authority,
                    DisableInstanceDiscovery = isStandIn,
                }),
            CredentialKind.ManagedIdentity => new ManagedIdentityCredential(new ManagedIdentityCredentialOptions(
                tenant.ClientId is { } id
                    ? ManagedIdentityId.FromUserAssignedClientId(id)
                    : ManagedIdentityId.SystemAssigned)),
            CredentialKind.WorkloadIdentity => new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions
            {
                TenantId = Need(tenant.TenantId ?? Variable("AZURE_TENANT_ID"), "tenantId"),
                ClientId = Need(tenant.ClientId ?? Variable("AZURE_CLIENT_ID"), "clientId"),
                TokenFilePath = Existing("the federated token", Variable("AZURE_FEDERATED_TOKEN_FILE")),
                AuthorityHost = authority,
                DisableInstanceDiscovery = isStandIn,
            }),
            _ => new ReadyToken(Variable(TokenVariable) ?? throw Missing($"the environment variable {TokenVariable}")),
        };
    }

    private string Secret()
    {
        if (Variable(SecretVariable) is { } secret)
            return secret;
        if (File is null)
            throw Missing($"the environment variable {SecretVariable}, or a credential file");
        return Need(FirstLine(Existing("the secret")), "a secret in the credential's file, which is empty,");
    }

    private static string? FirstLine(string path)
    {
        try
        {
            return System.IO.File.ReadLines(path).FirstOrDefault()?.Trim() is { Length: > 0 } line ? line : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("The credential's file may not be read by this user.");
        }
    }

    /// <summary>The path of the credential's file, which must be there.</summary>
    private string Existing(string what, string? otherwise = null)
    {
        var path = Need(File ?? otherwise, $"the path of {what} (credential.file)");
        return System.IO.File.Exists(path) ? path : throw new InputException(
            $"There is no file '{Path.GetFileName(path)}' where {what} should be; see credential.file.");
    }

    internal static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string Need(string? value, string what) => value ?? throw Missing(what);

    private static InputException Missing(string what) => new($"To sign in, {what} is needed; see docs/operations.md.");

    /// <summary>A token that somebody fetched, for a trial of an hour.</summary>
    private sealed class ReadyToken(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancellation) =>
            new(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext context, CancellationToken cancellation) => new(GetToken(context, cancellation));
    }
}

[JsonConverter(typeof(JsonStringEnumConverter<CredentialKind>))]
public enum CredentialKind
{
    ClientSecret,
    Certificate,
    ManagedIdentity,
    WorkloadIdentity,

    /// <summary>A token fetched by other means, from the environment: for trials.</summary>
    AccessToken,
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Serialization;
using Azure.Core;
using Azure.Identity;

namespace InfluencerMap.Collectors.Microsoft365;

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
        var authority = cloud.Authority;
        return Kind switch
        {
            CredentialKind.ClientSecret => new ClientSecretCredential(
                Need(tenant.TenantId, "tenantId"), Need(tenant.ClientId, "clientId"), Secret(),
                new ClientSecretCredentialOptions { AuthorityHost = authority }),
            CredentialKind.Certificate => new ClientCertificateCredential(
                Need(tenant.TenantId, "tenantId"), Need(tenant.ClientId, "clientId"), Certificate(),
                new ClientCertificateCredentialOptions { AuthorityHost = authority }),
            CredentialKind.ManagedIdentity => new ManagedIdentityCredential(new ManagedIdentityCredentialOptions(
                tenant.ClientId is { } id
                    ? ManagedIdentityId.FromUserAssignedClientId(id)
                    : ManagedIdentityId.SystemAssigned)),
            CredentialKind.WorkloadIdentity => new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions
            {
                TenantId = tenant.TenantId,
                ClientId = tenant.ClientId,
                TokenFilePath = File,
                AuthorityHost = authority,
            }),
            _ => new ReadyToken(Variable(TokenVariable) ?? throw Missing($"the environment variable {TokenVariable}")),
        };
    }

    private string Secret() =>
        Variable(SecretVariable) ?? (File is null
            ? throw Missing($"the environment variable {SecretVariable}, or a credential file")
            : System.IO.File.ReadAllText(Need(Existing(File), "the credential's file")).Trim());

    private X509Certificate2 Certificate()
    {
        var path = Need(Existing(File), "the credential's file");
        try
        {
            return Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(path)
                : X509CertificateLoader.LoadPkcs12FromFile(path, Variable(PasswordVariable));
        }
        catch (CryptographicException)
        {
            throw new InputException(
                "The certificate's file holds no certificate with its key, or its password is wrong; the password "
                + $"comes from the environment variable {PasswordVariable}.");
        }
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string? Existing(string? path) => System.IO.File.Exists(path) ? path : null;

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

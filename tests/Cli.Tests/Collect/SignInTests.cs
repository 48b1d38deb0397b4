using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using InfluencerMap.Demo;
using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collect;

/// <summary>Every way to sign in, by the built program and Microsoft's library, at an authority over TLS.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Federated = "made-up-federated-token";

    /// <summary>Where the metadata service of a virtual machine is said to be instead.</summary>
    private const string VirtualMachine = "AZURE_POD_IDENTITY_AUTHORITY_HOST";

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly X509Certificate2 Certificate = Made("CN=app", Now.AddDays(-1), Now.AddDays(30));
    private static readonly MadeCompany Company = new(new() { People = 60, Months = 1 });

    private readonly CliProcess _cli = new();
    private StandInTenant _tenant = null!;

    public async ValueTask InitializeAsync()
    {
        _tenant = await StandInTenant.StartAsync(
            new() { Company = Company, ClientCertificate = Certificate, FederatedToken = Federated },
            TestContext.Current.CancellationToken);
        _tenant.Grants.Clear();
        _tenant.Grants.UnionWith(["User.Read.All", "MailboxSettings.Read"]);
        _cli.Variables["SSL_CERT_FILE"] = _cli.Write("authority.pem", StandInTenant.AuthorityCertificatePem);
        _cli.Write("federated", Federated);
        _cli.Write("app.pem", Certificate.ExportCertificatePem() + "\n"
            + Certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(
            Path.Combine(_cli.Folder, "app.pfx"), Certificate.Export(X509ContentType.Pkcs12, "made-up-password"));
    }

    public ValueTask DisposeAsync()
    {
        _cli.Dispose();
        return _tenant.DisposeAsync();
    }

    [Theory]
    [InlineData("clientSecret", null, "INFLUENCERMAP_CLIENT_SECRET", "made-up-secret")]
    [InlineData("certificate", "app.pem", "", "")]
    [InlineData("certificate", "app.pfx", "INFLUENCERMAP_CERTIFICATE_PASSWORD", "made-up-password")]
    [InlineData("managedIdentity", null, "IDENTITY_HEADER", "made-up-header")]
    [InlineData("managedIdentity", null, VirtualMachine, "")]
    [InlineData("workloadIdentity", "federated", "", "")]
    [InlineData("workloadIdentity", null, "AZURE_FEDERATED_TOKEN_FILE", "federated")]
    public async Task Program_signs_in_and_collects(string kind, string? file, string variable, string value)
    {
        Configure(kind, file, variable, value);

        var collected = await _cli.RunAsync(
            "collect", "--store", "a.db", "--since", $"{Company.Options.From:yyyy-MM-dd}");

        Assert.Contains("Complete: directory.", collected.Error);
        Assert.Equal(1, _tenant.IssuedTokenCount);
        var graph = _tenant.Address.GetLeftPart(UriPartial.Authority);
        Assert.StartsWith(graph, Assert.Single(_tenant.TokenScopes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clientSecret", null, "INFLUENCERMAP_CLIENT_SECRET", "made-up-wrong", "the client secret is wrong")]
    [InlineData("clientSecret", "nowhere.txt", "", "", "There is no file 'nowhere.txt' where the secret should be")]
    [InlineData("clientSecret", null, "", "", "the environment variable INFLUENCERMAP_CLIENT_SECRET, or a")]
    [InlineData("clientSecret", "empty.txt", "", "", "a secret in the credential's file, which is empty, is needed")]
    [InlineData("certificate", "nowhere.pem", "", "", "There is no file 'nowhere.pem' where the certificate should be")]
    [InlineData("certificate", "app.pfx", "INFLUENCERMAP_CERTIFICATE_PASSWORD", "made-up-wrong", "its password is")]
    [InlineData("certificate", "empty.txt", "", "", "holds no certificate with its key")]
    [InlineData("certificate", "old.pem", "", "", "The certificate ended on 2")]
    [InlineData("certificate", "early.pem", "", "", "The certificate begins on 2")]
    [InlineData("certificate", "stranger.pem", "", "", "the certificate is not one of the application's")]
    [InlineData("certificate", "elliptic.pem", "", "", "has no RSA key")]
    [InlineData("managedIdentity", null, "IDENTITY_HEADER", "made-up-wrong", "No token was issued: ")]
    [InlineData("workloadIdentity", "nowhere", "", "", "There is no file 'nowhere' where the federated token")]
    [InlineData("workloadIdentity", null, "", "", "the path of the federated token (credential.file) is needed")]
    [InlineData("workloadIdentity", "stranger", "", "", "no federated credential of the application fits")]
    public async Task Failure_is_told_in_one_line_without_a_secret(
        string kind, string? file, string variable, string value, string reason)
    {
        _cli.Write("empty.txt", "");
        _cli.Write("stranger", "made-up-stranger");
        WritePem("old.pem", Made("CN=app", Now.AddDays(-9), Now.AddDays(-1)));
        WritePem("early.pem", Made("CN=app", Now.AddDays(1), Now.AddDays(9)));
        WritePem("stranger.pem", Made("CN=app", Now.AddDays(-1), Now.AddDays(9)));
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var elliptic = new CertificateRequest("CN=app", curve, HashAlgorithmName.SHA256)
            .CreateSelfSigned(Now.AddDays(-1), Now.AddDays(9));
        _cli.Write("elliptic.pem", elliptic.ExportCertificatePem() + "\n" + curve.ExportPkcs8PrivateKeyPem());
        Configure(kind, file, variable, value);

        var doctor = await _cli.TryAsync("doctor", "--store", "a.db");

        Assert.Equal(1, doctor.ExitCode);
        var line = Assert.Single(doctor.OutputLines, said => said.Contains(reason, StringComparison.Ordinal));
        Assert.StartsWith("WRONG", line, StringComparison.Ordinal);
        AssertDiscreet(doctor);
    }

    [Theory]
    [InlineData("made-up-wrong", "the client secret is wrong")]
    [InlineData("", "the environment variable INFLUENCERMAP_CLIENT_SECRET, or a credential file is needed")]
    public async Task Collection_that_cannot_sign_in_says_why(string secret, string reason)
    {
        Configure("clientSecret", null, "INFLUENCERMAP_CLIENT_SECRET", secret);

        var collect = await _cli.TryAsync("collect", "--store", "a.db");

        Assert.Equal(1, collect.ExitCode);
        Assert.Contains(reason, collect.Error);
        AssertDiscreet(collect);
    }

    private static void AssertDiscreet(CliResult result)
    {
        Assert.DoesNotContain("made-up", result.Output + result.Error);
        Assert.DoesNotContain("   at ", result.Error);
        Assert.DoesNotContain("This should not happen", result.Error);
    }

    [Theory]
    [InlineData("global", "https://graph.microsoft.com")]
    [InlineData("usGovernment", "https://graph.microsoft.us")]
    [InlineData("usDefense", "https://dod-graph.microsoft.us")]
    [InlineData("china", "https://microsoftgraph.chinacloudapi.cn")]
    public async Task Token_is_asked_for_the_cloud_configured(string cloud, string graph)
    {
        _cli.Write("collect.json", $$"""
            {
              "tenantId": "{{_tenant.Options.TenantId}}", "clientId": "{{_tenant.Options.ClientId}}",
              "cloud": "{{cloud}}", "authority": "{{_tenant.AuthorityAddress}}", "sources": {}
            }
            """);
        _cli.Variables["INFLUENCERMAP_CLIENT_SECRET"] = _tenant.Options.ClientSecret;

        var doctor = await _cli.TryAsync("doctor", "--store", "a.db");

        Assert.Contains("Credential ClientSecret: a token was issued", doctor.Output);
        Assert.Contains($"{graph}/.default", Assert.Single(_tenant.TokenScopes));
    }

    [Theory]
    [InlineData("china", "message-trace", "only global offers it")]
    [InlineData("usGovernment", "communities", "only global offers it")]
    [InlineData("china", "calls", "only global, usGovernment, usDefense offers it")]
    public async Task Source_that_the_cloud_lacks_is_refused(string cloud, string source, string reason)
    {
        _cli.Write("collect.json", $$"""{ "cloud": "{{cloud}}", "sources": { "{{source}}": {} } }""");

        var collect = await _cli.TryAsync("collect", "--store", "a.db");

        Assert.Equal(1, collect.ExitCode);
        Assert.Contains($"cloud '{cloud}' has no {source}; {reason}", collect.Error);
    }

    [Fact]
    public async Task Authority_elsewhere_is_refused_before_a_secret_is_sent()
    {
        _cli.Write("collect.json", """{ "authority": "https://login.example.org", "sources": {} }""");

        var doctor = await _cli.TryAsync("doctor", "--store", "a.db");

        Assert.Contains("authority may only be an https address of this machine", doctor.Output);
    }

    private void Configure(string kind, string? file, string variable, string value)
    {
        if (variable.Length > 0)
            _cli.Variables[variable] = value;
        if (variable == "IDENTITY_HEADER")
            _cli.Variables["IDENTITY_ENDPOINT"] = _tenant.MachineTokenAddress.AbsoluteUri;
        else if (variable == VirtualMachine)
            _cli.Variables[variable] = _tenant.VirtualMachineAddress.AbsoluteUri;
        _cli.Write("collect.json", JsonSerializer.Serialize(new
        {
            tenantId = _tenant.Options.TenantId,
            clientId = _tenant.Options.ClientId,
            graph = _tenant.Address,
            authority = _tenant.AuthorityAddress,
            credential = new { kind, file },
            sources = new { directory = new { } },
        }));
    }

    private void WritePem(string name, X509Certificate2 certificate) => _cli.Write(
        name, certificate.ExportCertificatePem() + "\n" + certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());

    private static X509Certificate2 Made(string name, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = RSA.Create(2_048);
        return new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(from, until);
    }
}

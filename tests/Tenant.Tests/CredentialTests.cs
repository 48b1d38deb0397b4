using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>Microsoft's identity library gets a token from the stand-in, and Graph takes it.</summary>
public sealed class CredentialTests
{
    [Fact]
    public async Task Client_secret_is_exchanged_for_a_token_that_graph_takes()
    {
        await using var tenant = await Tenants.StartAsync();

        var token = await Credential(tenant, tenant.Options.ClientSecret).GetTokenAsync(
            new(["https://graph.microsoft.com/.default"]), TestContext.Current.CancellationToken);

        using var client = new HttpClient { BaseAddress = tenant.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Token);
        Assert.Equal(200, (await client.PageAsync("/users/delta")).Status);
    }

    [Fact]
    public async Task Wrong_secret_fails_as_with_microsoft()
    {
        await using var tenant = await Tenants.StartAsync();

        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(async () =>
            await Credential(tenant, "wrong").GetTokenAsync(
                new(["https://graph.microsoft.com/.default"]), TestContext.Current.CancellationToken));

        Assert.Contains("AADSTS7000215", refused.ToString());
    }

    private static ClientSecretCredential Credential(StandInTenant tenant, string secret)
    {
        var trusting = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (request, _, _, _) => request.RequestUri!.IsLoopback,
        };
        return new(tenant.Options.TenantId, tenant.Options.ClientId, secret, new ClientSecretCredentialOptions
        {
            AuthorityHost = tenant.AuthorityAddress,
            DisableInstanceDiscovery = true,
            Transport = new HttpClientTransport(trusting),
        });
    }
}

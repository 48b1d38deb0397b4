using System.Net;
using System.Net.Http.Headers;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.IdentityModel.Tokens;

namespace InfluencerMap.Tests;

/// <summary>Tokens of an issuer, and keys of our own.</summary>
[Collection(OneCompany.Name)]
public sealed class TokenTests(Company company) : IAsyncLifetime
{
    private Issuer _issuer = null!;
    private WebApplicationFactory<Program> _host = null!;
    private HttpClient _api = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.StartAsync();
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(web => web
            .UseSetting("store", company.Connection)
            .UseSetting("InfluencerMap:SmallGroups:SmallCompanyReason", "A test.")
            .UseSetting("InfluencerMap:Access:Authority", _issuer.Address)
            .UseSetting("InfluencerMap:Access:Audience", "influencermap"));
        _api = _host.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Token_of_the_issuer_opens_what_its_role_opens()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_issuer.Token(Roles.HrRead)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(_issuer.Token(Roles.Operator)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(_issuer.Token("Everything")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(null));
    }

    [Fact]
    public async Task Keys_of_the_issuer_are_kept_and_read_again_when_they_change()
    {
        await StatusAsync(_issuer.Token(Roles.HrRead));
        await StatusAsync(_issuer.Token(Roles.HrRead));
        Assert.Equal(1, _issuer.KeysRead);

        _issuer.Rotate();
        // The first token signed with the new key makes the keys be read anew; that one may still be refused.
        await StatusAsync(_issuer.Token(Roles.HrRead));
        var status = HttpStatusCode.Unauthorized;
        for (var tries = 0; tries < 100 && status != HttpStatusCode.OK; tries++)
        {
            await Task.Delay(20, Cancellation);
            status = await StatusAsync(_issuer.Token(Roles.HrRead));
        }
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Token_that_is_not_quite_right_opens_nothing()
    {
        await using var another = await Issuer.StartAsync();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        string[] wrong =
        [
            another.Token(Roles.HrRead),
            another.Token(Roles.HrRead, token => token.Issuer = _issuer.Address),
            _issuer.Token(Roles.HrRead, token => token.Audience = "another service"),
            _issuer.Token(Roles.HrRead, token => token.Expires = now.AddMinutes(-2)),
            _issuer.Token(Roles.HrRead, token => token.NotBefore = now.AddMinutes(3)),
            _issuer.Token(Roles.HrRead)[..^3] + "AAA",
            _issuer.Unsigned(Roles.HrRead),
            _issuer.SignedWithThePublicKey(Roles.HrRead),
            "no token at all",
        ];
        foreach (var token in wrong)
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("junk")]
    public async Task A_claim_of_our_own_from_outside_opens_nobodys_view(string claimed)
    {
        var token = _issuer.Token(
            Roles.Person, token => token.Subject.AddClaim(new("influencermap:person", claimed)));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/people/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _api.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Key_opens_until_it_ends_or_is_revoked()
    {
        await using var store = await Store.OpenToWriteAsync(company.Connection, Cancellation);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var key = await store.ApiKeys.CreateAsync([Roles.HrRead], null, now, now.AddDays(1), Cancellation);
        var ended = await store.ApiKeys.CreateAsync([Roles.HrRead], null, now.AddDays(-2), now, Cancellation);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(ended));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key[..^1] + (key[^1] == 'A' ? 'B' : 'A')));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("imk_x"));

        Assert.True(await store.ApiKeys.RevokeAsync(key.Split('_')[1], now, Cancellation));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key));
    }

    [Fact]
    public async Task No_file_of_the_store_holds_a_key()
    {
        await using var store = await Store.OpenToWriteAsync(company.Connection, Cancellation);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var key = await store.ApiKeys.CreateAsync([Roles.Dpo], null, now, now.AddDays(1), Cancellation);
        var secret = System.Text.Encoding.ASCII.GetBytes(key.Split('_', 3)[2]);

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(company.Place)!))
        {
            await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[bytes.Length];
            await bytes.ReadExactlyAsync(content, Cancellation);
            Assert.Equal(-1, content.AsSpan().IndexOf(secret));
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/rankings/latest");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _api.SendAsync(request, Cancellation);
        if (answer.StatusCode != HttpStatusCode.OK)
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return answer.StatusCode;
    }
}

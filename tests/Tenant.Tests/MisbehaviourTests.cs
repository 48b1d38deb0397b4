using System.Text.Json;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>Each misbehaviour does what its name says: who survives it has survived something.</summary>
public sealed class MisbehaviourTests : IAsyncLifetime
{
    private const string Users = "/users/delta?$select=id";

    private StandInTenant _tenant = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tenant = await Tenants.StartAsync(pageSize: 20);
        _client = Tenants.Client(_tenant);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _tenant.DisposeAsync();
    }

    [Theory]
    [InlineData(Misbehaviour.Duplicates)]
    [InlineData(Misbehaviour.OutOfOrder)]
    [InlineData(Misbehaviour.EmptyPages)]
    [InlineData(Misbehaviour.Replays)]
    [InlineData(Misbehaviour.Unknowns)]
    public async Task Untidy_rounds_hold_everyone_all_the_same(Misbehaviour kind)
    {
        var tidy = (await _client.AllAsync(Users)).Items.Select(u => u.Id()).ToArray();
        _tenant.Misbehave(kind);
        var (untidy, last) = await _client.AllAsync(Users);

        Assert.Equal(tidy.Order(), untidy.Select(u => u.Id()).Distinct().Order());
        Assert.True(kind switch
        {
            Misbehaviour.Duplicates => untidy.Length == 2 * tidy.Length,
            Misbehaviour.Replays => untidy.Length > tidy.Length,
            Misbehaviour.EmptyPages => _tenant.Requests.Count > 2 * (tidy.Length / 20),
            Misbehaviour.Unknowns => last.Text.Contains("FromTheFuture"),
            _ => !tidy.SequenceEqual(untidy.Select(u => u.Id())),
        });
    }

    [Fact]
    public async Task Links_lead_in_circles_or_away()
    {
        _tenant.Misbehave(Misbehaviour.LoopingNextLink, after: 1, times: 1);
        var second = (await _client.PageAsync(Users)).NextLink!;
        Assert.Equal(second, (await _client.PageAsync(second)).NextLink);

        _tenant.Misbehave(Misbehaviour.ForeignNextLink, times: 1);
        var away = new Uri((await _client.PageAsync(Users)).NextLink!);
        Assert.NotEqual(_tenant.Address.Host, away.Host);
        await _client.PageAsync(away.OriginalString);
        Assert.Contains(_tenant.Requests, r => r.Host == away.Authority && r.HasToken);
    }

    [Fact]
    public async Task Throttling_tells_how_long_to_wait_in_both_forms()
    {
        _tenant.Misbehave(Misbehaviour.TooManyRequests, on: "/users/delta", times: 1, retryAfterSeconds: 700);
        _tenant.Misbehave(Misbehaviour.TooManyRequestsUntil, on: "/groups/delta", times: 1, retryAfterSeconds: 30);
        _tenant.Misbehave(Misbehaviour.ServiceUnavailable, on: "/communities", times: 1);

        var seconds = await _client.PageAsync(Users);
        var date = await _client.PageAsync("/groups/delta");
        var unavailable = await _client.PageAsync("/employeeExperience/communities");

        Assert.Equal((429, TimeSpan.FromSeconds(700)), (seconds.Status, seconds.RetryAfter!.Delta));
        Assert.Equal(429, date.Status);
        Assert.NotNull(date.RetryAfter!.Date);
        Assert.Equal((503, TimeSpan.FromSeconds(1)), (unavailable.Status, unavailable.RetryAfter!.Delta));
        Assert.Equal(200, (await _client.PageAsync(Users)).Status);
        Assert.Equal(1, _tenant.EarlyRequestCount);
    }

    [Fact]
    public async Task Bodies_come_cut_or_as_pages_for_people_or_not_at_all()
    {
        _tenant.Misbehave(Misbehaviour.TruncatedJson, times: 1);
        var cut = (await _client.PageAsync(Users)).Text;
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(cut));
        _tenant.Misbehave(Misbehaviour.Html, times: 1);
        Assert.StartsWith("<!DOCTYPE html>", (await _client.PageAsync(Users)).Text);
        _tenant.Misbehave(Misbehaviour.SlowBody, times: 1);
        Assert.NotEmpty((await _client.PageAsync(Users)).Items);
        _tenant.Misbehave(Misbehaviour.ConnectionCut, times: 1);
        await Assert.ThrowsAnyAsync<Exception>(() => _client.PageAsync(Users));

        _tenant.Misbehave(Misbehaviour.Silence, times: 1);
        var silent = _client.GetStringAsync(_tenant.Address + Users, Cancellation);
        Assert.NotSame(silent, await Task.WhenAny(silent, Task.Delay(300, Cancellation)));
    }

    [Fact]
    public async Task Fifth_request_to_a_mailbox_at_once_is_throttled()
    {
        await using var tenant = await Tenants.StartAsync(latency: TimeSpan.FromMilliseconds(300));
        using var client = Tenants.Client(tenant);
        var path = $"/users/{TenantDirectory.IdOf(1)}/mailFolders/sentitems/messages/delta";

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.PageAsync(path)));

        Assert.Contains(pages, p => p.Status == 429 && p.Text.Contains("MailboxConcurrency"));
        Assert.True(pages.Count(p => p.Status == 200) >= 4);
        Assert.True(tenant.MostInFlightForOneMailbox > 4);
    }

    [Fact]
    public async Task Trace_budget_refuses_the_request_after_a_hundred()
    {
        var clock = new TenantClock(DateTimeOffset.UnixEpoch);
        await using var tenant = await StandInTenant.StartAsync(
            new() { Company = Tenants.Company, HasTraceBudget = true, WaitClock = clock }, Cancellation);
        using var client = Tenants.Client(tenant);
        async Task<int> AskAsync() => (await client.PageAsync("/admin/exchange/tracing/messageTraces?$top=1")).Status;

        for (var asked = 0; asked < 100; asked++)
            Assert.Equal(200, await AskAsync());
        Assert.Equal(429, await AskAsync());
        clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(200, await AskAsync());
    }

    [Fact]
    public async Task Tokens_are_issued_for_the_secret_and_expire()
    {
        using var client = new HttpClient { BaseAddress = _tenant.Address };
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = _tenant.Options.ClientId,
            ["client_secret"] = _tenant.Options.ClientSecret,
        };
        using var content = new FormUrlEncodedContent(form);
        using var issued = await client.PostAsync(_tenant.TokenAddress, content, Cancellation);
        using var json = JsonDocument.Parse(await issued.Content.ReadAsStringAsync(Cancellation));
        var token = json.RootElement.GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(200, (await client.PageAsync(Users)).Status);

        _tenant.ExpireAccessTokens();
        Assert.Equal(401, (await client.PageAsync(Users)).Status);

        form["client_secret"] = "wrong";
        using var wrong = new FormUrlEncodedContent(form);
        using var refused = await client.PostAsync(_tenant.TokenAddress, wrong, Cancellation);
        Assert.Equal(401, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Missing_permission_is_refused()
    {
        _tenant.Grants.Remove("User.Read.All");

        Assert.Equal(403, (await _client.PageAsync(Users)).Status);
    }

    [Fact]
    public async Task Content_comes_unasked_from_a_talkative_tenant()
    {
        var path = $"/users/{TenantDirectory.IdOf(1)}/mailFolders/sentitems/messages/delta?$select=sentDateTime";
        Assert.DoesNotContain(Canary.Marker, (await _client.PageAsync(path)).Text);

        _tenant.Misbehave(Misbehaviour.Talkative);

        var text = (await _client.PageAsync(path)).Text;
        Assert.All((string[])["subject", "body", "bodyPreview"], f => Assert.Contains($"{Canary.Marker}-{f}", text));
    }
}

using System.Net;
using System.Net.Http.Json;
using InfluencerMap.Api;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>What holds for each request.</summary>
public sealed class RequestRuleTests : IAsyncLifetime
{
    private readonly Company _company = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _company.InitializeAsync();

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    [Fact]
    public async Task Too_many_requests_are_refused_and_leave_one_line()
    {
        await using var callers = await KeyHolders.ServeAsync(
            _company.Connection, 1, ("InfluencerMap:Limits:RequestsPerMinute", "5"));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await callers[Roles.HrRead].GetAsync("/v1/rankings/latest", Cancellation);
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode != HttpStatusCode.OK)
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses.Distinct());
        // Another caller has their own allowance.
        var audit = await callers[Roles.Dpo].ReadAsync("/v1/audit?take=500");
        var lines = audit["actions"]!.AsArray().Count(line => (string?)line!["action"] == "limit reached");
        Assert.InRange(lines, 1, 2);
        Assert.DoesNotContain(audit["actions"]!.AsArray(), line => (string?)line!["action"] == "refuse");
    }

    [Fact]
    public void Callers_who_were_told_in_an_earlier_minute_are_forgotten()
    {
        HashSet<(string, long)> told = [];

        Assert.True(RequestRules.IsFirst(told, "one", 7) && RequestRules.IsFirst(told, "other", 7));
        Assert.False(RequestRules.IsFirst(told, "one", 7));
        Assert.True(RequestRules.IsFirst(told, "one", 8));
        Assert.Single(told);
    }

    [Fact]
    public async Task Every_answer_says_that_it_is_no_page_and_not_to_be_kept()
    {
        await using var callers = await KeyHolders.ServeAsync(_company.Connection, 1);
        foreach (var path in new[] { "/health/live", "/v1/runs", "/v1/nothing", "/v1/rankings/latest" })
        {
            using var answer = await callers[Roles.HrRead].GetAsync(path, Cancellation);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.True(answer.Headers.CacheControl is { NoStore: true } or { NoCache: true, Private: true });
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task A_parameter_that_is_not_known_is_refused()
    {
        await using var callers = await KeyHolders.ServeAsync(_company.Connection, 1);
        foreach (var path in new[] { "/v1/rankings/latest?departement=Works", "/v1/runs?top=1", "/v1/runs/latest?x" })
            await callers[Roles.HrRead].RefusedAsync(HttpStatusCode.BadRequest, path);
        await callers[Roles.HrRead].ReadAsync("/v1/rankings/latest?Top=3&BY=reach");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var callers = await KeyHolders.ServeAsync(_company.Connection, 1);
        var lead = callers[Roles.ProgramLead];
        // The factory's client waits a second only, and on a busy machine would send half a body into the refusal.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(2) })
        {
            BaseAddress = lead.BaseAddress,
        };
        client.DefaultRequestHeaders.Authorization = lead.DefaultRequestHeaders.Authorization;
        var body = new { exclude = Enumerable.Repeat(new string('a', 1000), 5000) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/cohorts");
        request.Content = JsonContent.Create(body);
        // Asks before it sends, so that the refusal does not meet half a body on its way.
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}

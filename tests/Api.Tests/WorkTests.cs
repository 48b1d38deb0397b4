using System.Net;
using System.Net.Http.Json;
using InfluencerMap.Api;
using InfluencerMap.Graph.Disclosure;
using Microsoft.Extensions.DependencyInjection;

namespace InfluencerMap.Tests;

/// <summary>Nobody has more computed than is good for the others.</summary>
public sealed class WorkTests : IAsyncLifetime
{
    private readonly Company _company = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _company.InitializeAsync();

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    [Theory]
    [InlineData("POST", "/v1/cohorts", Roles.ProgramLead)]
    [InlineData("GET", "/v1/people/{key}", Roles.HrRead)]
    [InlineData("GET", "/v1/rankings/00000000000000a1", Roles.HrRead)]
    [InlineData("GET", "/v1/groups/ties", Roles.HrRead)]
    [InlineData("GET", "/v1/people/me", Roles.Person)]
    public async Task A_caller_who_has_used_up_their_seconds_is_told_when_to_come_again(
        string method, string path, string role)
    {
        await using var callers = await KeyHolders.ServeAsync(
            _company.Connection, 3, ("InfluencerMap:Limits:WorkSeconds", "0.000001"),
            ("InfluencerMap:Limits:WorkSecondsPerMinute", "0.001"));
        using var first = await AskAsync(callers[role], method, path);
        using var second = await AskAsync(callers[role], method, path);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 1e9);
        // What is only read is served all the same, and so are others.
        await callers[Roles.HrNames].ReadAsync("/v1/rankings/latest");
    }

    [Theory]
    [InlineData(Roles.ProgramLead, "POST /v1/cohorts", "POST /v1/cohorts")]
    [InlineData(Roles.Person, "GET /v1/people/me", "GET /v1/people/me/export")]
    [InlineData(Roles.HrRead, "GET /v1/people/{key}", "GET /v1/runs/00000000000000a2/hygiene")]
    [InlineData(Roles.Dpo, "GET /v1/people/{key}/export", "GET /v1/people/{key}/export")]
    public async Task Seconds_that_one_answer_used_up_are_missing_for_every_other_that_is_computed(
        string role, string first, string second)
    {
        await using var callers = await KeyHolders.ServeAsync(
            _company.Connection, 3, ("InfluencerMap:Limits:WorkSeconds", "0.000001"),
            ("InfluencerMap:Limits:WorkSecondsPerMinute", "0.001"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(callers[role], first));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(callers[role], second));
    }

    [Fact]
    public async Task Who_finds_every_place_taken_is_told_when_to_come_again()
    {
        await using var callers = await KeyHolders.ServeAsync(
            _company.Connection, 3, ("InfluencerMap:Limits:WorkWaiting", "0"));
        var queue = callers.Services.GetRequiredService<WorkQueue>();
        var places = new List<IDisposable>();
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount / 2); i++)
            places.Add(await queue.TakePlaceAsync(Cancellation));

        using var refused = await AskAsync(callers[Roles.HrRead], "GET", "/v1/people/{key}");
        foreach (var place in places)
            place.Dispose();
        using var answer = await AskAsync(callers[Roles.HrRead], "GET", "/v1/people/{key}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Who_waits_for_two_answers_gets_no_third_until_one_has_come()
    {
        await using var callers = await KeyHolders.ServeAsync(_company.Connection, 3);
        var queue = callers.Services.GetRequiredService<WorkQueue>();
        var caller = callers[Roles.HrRead];
        var id = $"{Callers.ApiKeyIssuer} {caller.DefaultRequestHeaders.Authorization!.Parameter!.Split('_')[1]}";
        Assert.True(queue.Enter(id) && queue.Enter(id));

        using var refused = await AskAsync(caller, "GET", "/v1/people/{key}");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);

        queue.Leave(id);
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(caller, "GET /v1/people/{key}"));
    }

    [Fact]
    public void Who_waits_for_two_answers_gets_no_third_however_many_others_come()
    {
        using var queue = new WorkQueue(new(), TimeProvider.System);
        Assert.True(queue.Enter("one") && queue.Enter("one"));
        for (var i = 0; i < 10_001; i++)
            queue.WaitOf($"other {i}");

        Assert.False(queue.Enter("one"));
        queue.Leave("one");
        Assert.True(queue.Enter("one"));
        Assert.False(queue.Enter("one"));
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_given_up_with_what_to_ask_for_instead()
    {
        await using var callers = await KeyHolders.ServeAsync(
            _company.Connection, 3, ("InfluencerMap:Limits:WorkSecondsPerAnswer", "0"));
        using var answer = await AskAsync(callers[Roles.ProgramLead], "POST", "/v1/cohorts");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Ask for less", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Who_comes_when_too_many_wait_gets_no_place()
    {
        using var queue = new WorkQueue(new() { WorkWaiting = 1 }, TimeProvider.System);
        var places = new List<IDisposable>();
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount / 2); i++)
            places.Add(await queue.TakePlaceAsync(Cancellation));
        var waiting = queue.TakePlaceAsync(Cancellation).AsTask();

        // It does not wait either.
        using var refused = await queue.TakePlaceAsync(Cancellation).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.False(refused.IsAcquired);

        places[0].Dispose();
        Assert.True((await waiting).IsAcquired);
    }

    [Fact]
    public void Seconds_come_back_with_time_and_are_each_callers_own()
    {
        var clock = new MadeClock();
        using var queue = new WorkQueue(new() { WorkSeconds = 60, WorkSecondsPerMinute = 10 }, clock);
        queue.Charge("one", TimeSpan.FromSeconds(70));

        Assert.Equal(TimeSpan.FromSeconds(61), queue.WaitOf("one"));
        Assert.Equal(TimeSpan.Zero, queue.WaitOf("another"));
        clock.Now += TimeSpan.FromSeconds(61);
        Assert.Equal(TimeSpan.Zero, queue.WaitOf("one"));
    }

    [Fact]
    public void Seconds_that_nobody_used_are_not_saved_up()
    {
        var clock = new MadeClock();
        using var queue = new WorkQueue(new() { WorkSeconds = 60, WorkSecondsPerMinute = 10 }, clock);
        queue.Charge("one", TimeSpan.FromSeconds(1));
        clock.Now += TimeSpan.FromDays(1);

        queue.Charge("one", TimeSpan.FromSeconds(60));

        Assert.NotEqual(TimeSpan.Zero, queue.WaitOf("one"));
    }

    private async Task<HttpStatusCode> StatusAsync(HttpClient caller, string request)
    {
        using var answer = await AskAsync(caller, request.Split(' ')[0], request.Split(' ')[1]);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> AskAsync(HttpClient caller, string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path.Replace("{key}", _company.KeyOf(4)));
        if (method == "POST")
            request.Content = path.EndsWith("what-if", StringComparison.Ordinal)
                ? JsonContent.Create(new { leave = _company.People.Take(5).Select(person => person.Key) })
                : JsonContent.Create(new { size = 5, reach = "steps:1" });
        return await caller.SendAsync(request, Cancellation);
    }

    private sealed class MadeClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}

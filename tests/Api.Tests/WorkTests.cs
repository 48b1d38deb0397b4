using System.Net;
using System.Net.Http.Json;
using InfluencerMap.Api.Work;
using InfluencerMap.Graph.Disclosure;

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

        Assert.False((await queue.TakePlaceAsync(Cancellation)).IsAcquired);

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

    private async Task<HttpResponseMessage> AskAsync(HttpClient caller, string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path.Replace("{key}", _company.KeyOf(4)));
        if (method == "POST")
            request.Content = JsonContent.Create(new { size = 5, reach = "steps:1" });
        return await caller.SendAsync(request, Cancellation);
    }

    private sealed class MadeClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}

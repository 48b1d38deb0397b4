using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Microsoft365;

/// <summary>How the throttle spaces requests, on a clock on which nobody waits.</summary>
public sealed class Pace : IDisposable
{
    private readonly LoopbackGraph _graph = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _graph.Dispose();

    [Theory]
    [InlineData(429, "90")]
    [InlineData(503, "90")]
    [InlineData(429, "Mon, 02 Mar 2026 01:01:30 GMT")]
    public async Task Retry_after_is_kept_in_seconds_and_as_a_date(int status, string retryAfter)
    {
        _graph.Then("{}", status, ("Retry-After", retryAfter)).Then("""{"value":[]}""");
        var pages = _graph.Pages();
        await ReadAsync(pages, "/users");

        var asked = _graph.Asked.ToArray();
        Assert.True(asked[1].At - asked[0].At >= TimeSpan.FromSeconds(89), $"{asked[1].At - asked[0].At}");
        Assert.True(pages.Throttle.Waited >= TimeSpan.FromSeconds(89));
    }

    [Fact]
    public async Task Nothing_is_asked_after_the_deadline()
    {
        _graph.Then("{}", 429, ("Retry-After", "7200"));
        var options = new ThrottleOptions { Deadline = _graph.Time.GetUtcNow().AddHours(1) };
        var late = await Assert.ThrowsAsync<DeadlineException>(() => ReadAsync(_graph.Pages(options), "/users"));
        Assert.Equal("The deadline 2026-03-02 02:00 UTC was reached; collect again to go on.", late.Message);
        Assert.Single(_graph.Asked);
    }

    [Fact]
    public async Task Budget_of_a_service_is_kept_in_every_span()
    {
        var budget = RequestBudget.Of(100, TimeSpan.FromMinutes(5), _graph.Time);
        var taken = new List<DateTimeOffset>();
        for (var i = 0; i < 300; i++)
        {
            await budget.TakeAsync(_ => { }, Cancellation);
            taken.Add(_graph.Time.GetUtcNow());
        }
        for (var i = 100; i < taken.Count; i++)
            Assert.True(taken[i] - taken[i - 100] >= TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(taken[0], taken[40]);
    }

    [Fact]
    public async Task Tenant_near_its_limit_is_asked_half_as_often()
    {
        _graph.Then("""{"value":[]}""", 200, ("x-ms-throttle-limit-percentage", "0.9"));
        var pages = _graph.Pages(new ThrottleOptions { RequestsPerSecond = 1 });
        for (var i = 0; i < 4; i++)
            await ReadAsync(pages, $"/users?$top={i}");
        var asked = _graph.Asked.ToArray();
        Assert.True(asked[3].At - asked[2].At >= TimeSpan.FromSeconds(2), $"{asked[3].At - asked[2].At}");
    }

    private static async Task ReadAsync(GraphPages pages, string link)
    {
        await foreach (var page in pages.ReadAsync<int>(
            new() { Link = link }, (ref reader, out item) => { reader.Skip(); item = 0; return true; }, Cancellation))
            Assert.Empty(page.Items);
    }
}

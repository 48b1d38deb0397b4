using System.Text.RegularExpressions;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>What monitoring reads: counts and durations in the text form of Prometheus, and nobody.</summary>
public sealed partial class MetricsTests : IAsyncLifetime
{
    private const int TriesMax = 90;

    private readonly Company _company = new();
    private KeyHolders _callers = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _company.InitializeAsync();
        _callers = await KeyHolders.ServeAsync(
            _company.Connection, person: 3, ("InfluencerMap:Limits:RequestsPerMinute", "100"));
    }

    public async ValueTask DisposeAsync()
    {
        await _callers.DisposeAsync();
        await _company.DisposeAsync();
    }

    [Fact]
    public async Task Metrics_tell_the_last_complete_run()
    {
        var lines = await MetricsAsync("influencermap_run_people 30");

        Assert.Contains("# TYPE influencermap_run_published_timestamp_seconds gauge", lines);
        Assert.Contains("influencermap_run_published_timestamp_seconds 1772409600", lines);
        Assert.Contains("influencermap_run_duration_seconds 0.012", lines);
        Assert.Contains("influencermap_run_step_duration_seconds{step=\"Score and rank\"} 0.012", lines);
        Assert.Contains("influencermap_run_interactions{channel=\"mail\"} 800", lines);
        Assert.Contains("influencermap_run_source_complete{source=\"sent-items\"} 0", lines);
        Assert.Contains("influencermap_run_sampled_sources 256", lines);
        Assert.Contains("influencermap_store_readable 1", lines);
        Assert.Contains(lines, line => line.StartsWith("influencermap_store_size_bytes ", StringComparison.Ordinal));
        var version = typeof(Program).Assembly.GetName().Version!.ToString(3);
        Assert.Contains($"influencermap_build_info{{version=\"{version}\"}} 1", lines);
    }

    [Fact]
    public async Task Metrics_count_requests_by_route_and_status_and_refusals_among_them()
    {
        var key = _company.People[4].Key;
        await _callers[Roles.HrRead].GetStringAsync($"/v1/people/{key}", Cancellation);
        using var unknown = await _callers.Stranger.GetAsync("/v1/runs", Cancellation);
        using var forbidden = await _callers[Roles.Person].GetAsync("/v1/runs", Cancellation);
        for (var i = 0; i < 110; i++)
        {
            using var answer = await _callers[Roles.Dpo].GetAsync("/v1/runs", Cancellation);
        }

        var lines = await MetricsAsync(Requests("/v1/people/{key}", 200) + " 1");
        Assert.Contains(Requests("/v1/runs/", 401) + " 1", lines);
        Assert.Contains(Requests("/v1/runs/", 403) + " 1", lines);
        Assert.Contains(lines, line => line.StartsWith(Requests("/v1/runs/", 429) + " ", StringComparison.Ordinal));
        Assert.Contains(lines, line =>
            line.StartsWith("influencermap_audit_write_duration_seconds_count ", StringComparison.Ordinal));
        Assert.Contains("influencermap_audit_waiting 0", lines);

        var text = string.Join('\n', lines);
        Assert.DoesNotContain('@', text);
        Assert.All(_company.ReadableIdentities, identity => Assert.DoesNotContain(identity, text));
        Assert.All(_company.People, person => Assert.DoesNotContain(person.Key, text));
    }

    [Fact]
    public async Task Metrics_are_ours_and_their_labels_are_allowed_by_name()
    {
        await _callers[Roles.HrRead].GetStringAsync("/v1/rankings/latest", Cancellation);
        var lines = await MetricsAsync(Requests("/v1/rankings/latest", 200) + " 1");

        Assert.All(lines, line =>
            Assert.Matches("^(# (HELP|TYPE) )?(influencermap|http_server_request_duration)_", line));
        Assert.Equal(
            [
                "channel", "http_request_method", "http_response_status_code", "http_route", "le", "source", "step",
                "version",
            ],
            lines.SelectMany(line => Label().Matches(line)).Select(label => label.Groups[1].Value).Distinct()
                .Order(StringComparer.Ordinal));
    }

    /// <summary>The form that has exemplars, with labels of their own.</summary>
    [Fact]
    public async Task Metrics_come_in_one_form_whatever_is_accepted()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Accept.ParseAdd("application/openmetrics-text");
        using var answer = await _callers[Roles.Operator].SendAsync(request, Cancellation);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", $"{answer.Content.Headers.ContentType}");
    }

    /// <summary>As the format is described: comments and samples, and buckets that rise to the count.</summary>
    [Fact]
    public async Task Metrics_are_well_formed()
    {
        await _callers[Roles.HrRead].GetStringAsync("/v1/rankings/latest", Cancellation);
        var lines = await MetricsAsync(Requests("/v1/rankings/latest", 200) + " 1");

        Assert.All(lines, line => Assert.Matches(Line(), line));
        var series = lines.Where(line => line.Contains("_bucket{", StringComparison.Ordinal))
            .GroupBy(line => Bound().Replace(line[..line.LastIndexOf(' ')], ""));
        foreach (var buckets in series)
        {
            var counts = buckets.Select(line => long.Parse(line[(line.LastIndexOf(' ') + 1)..])).ToArray();
            Assert.Equal(counts.Order(), counts);
            Assert.Contains(
                $"{buckets.Key.Replace("_bucket", "_count").Replace("{}", "")} {counts[^1]}", lines);
        }
        Assert.Equal(lines.Distinct().Count(), lines.Length);
    }

    [Fact]
    public async Task Store_that_cannot_be_read_is_told_and_the_rest_with_it()
    {
        using var api = _company.Serve(_company.Place + ".none");
        var text = await api.GetStringAsync("/metrics", Cancellation);

        Assert.Contains("influencermap_store_readable 0\n", text);
        Assert.DoesNotContain("influencermap_run_", text);
    }

    /// <summary>Or the alert, which looks for a rise, would miss the first.</summary>
    [Fact]
    public async Task Answers_withheld_are_counted_from_0_before_there_is_one()
    {
        using var api = _company.Serve(_company.Place);
        Assert.Contains("influencermap_audit_unwritten_total 0\n", await api.GetStringAsync("/metrics", Cancellation));
    }

    private static string Requests(string route, int status) =>
        "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_response_status_code=\""
        + $"{status}\",http_route=\"{route}\"}}";

    /// <summary>A request is counted when its answer is on its way, so the line may be a moment late.</summary>
    private async Task<string[]> MetricsAsync(string awaited)
    {
        for (var i = 0; ; i++)
        {
            using var answer = await _callers[Roles.Operator].GetAsync("/metrics", Cancellation);
            Assert.Equal("text/plain; version=0.0.4; charset=utf-8", $"{answer.Content.Headers.ContentType}");
            var lines = (await answer.Content.ReadAsStringAsync(Cancellation))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines.Contains(awaited) || i == TriesMax)
            {
                Assert.Contains(awaited, lines);
                return lines;
            }
            await Task.Delay(100, Cancellation);
        }
    }

    [GeneratedRegex(
        """^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? [0-9.E+\-]+)$""")]
    private static partial Regex Line();

    [GeneratedRegex("[{,]([a-z_]+)=\"")]
    private static partial Regex Label();

    [GeneratedRegex(",?le=\"[^\"]+\"")]
    private static partial Regex Bound();
}

using System.Diagnostics.Metrics;
using System.Text;
using InfluencerMap.Api;
using Microsoft.Extensions.DependencyInjection;
using Prometheus;

namespace InfluencerMap.Tests;

/// <summary>Requests as a host measures them, and the labels that they may have.</summary>
public sealed class RequestDurationsTests : IDisposable
{
    private const string Instrument = "http.server.request.duration";
    private const string Method = "http.request.method";

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics()
        .AddSingleton(Prometheus.Metrics.NewCustomRegistry()).AddSingleton<RequestDurations>().BuildServiceProvider();

    private readonly System.Diagnostics.Metrics.Histogram<double> _requests;

    public RequestDurationsTests()
    {
        _services.GetRequiredService<RequestDurations>();
        _requests = MeterOf(_services).CreateHistogram<double>(Instrument, "s");
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Requests_add_up_by_allowed_labels_and_pass_over_tags_that_nobody_allowed()
    {
        _requests.Record(2, Tag("http.route", "/a/{key}"), Tag("url.path", "/a/somebody"), Tag(Method, "GET"));
        _requests.Record(0.5, Tag(Method, "GET"), Tag("user.name", "somebody"), Tag("http.route", "/a/{key}"));
        _requests.Record(1, Tag("http.response.status_code", 404));

        Assert.Equal(
            [
                Count("", "404", "") + " 1",
                Count("GET", "", "/a/{key}") + " 2",
            ],
            (await LinesAsync()).Where(line => line.Contains("_count{")).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await LinesAsync(), line => line.Contains("somebody"));
    }

    [Fact]
    public async Task Requests_are_counted_up_to_each_bound()
    {
        foreach (var seconds in (double[])[0.004, 0.005, 0.5, 70])
            _requests.Record(seconds);

        var lines = await LinesAsync();
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", lines);
        Assert.Equal(
            [2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4],
            lines.Where(line => line.Contains("_bucket{")).Select(line => int.Parse(line.Split(' ')[^1])));
        Assert.Contains(lines, line => line.Contains(",le=\"0.005\"} 2"));
        Assert.Contains(lines, line => line.EndsWith(",le=\"+Inf\"} 4", StringComparison.Ordinal));
        Assert.Contains(Count("", "", "").Replace("_count", "_sum") + " 70.509", lines);
    }

    [Fact]
    public async Task Counting_from_many_threads_loses_nothing()
    {
        Parallel.For(0, 10_000, _ => _requests.Record(1));
        Assert.Contains(Count("", "", "") + " 10000", await LinesAsync());
    }

    [Fact]
    public async Task Requests_of_another_host_and_other_instruments_are_not_listened_to()
    {
        using var other = new ServiceCollection().AddMetrics().BuildServiceProvider();
        MeterOf(other).CreateHistogram<double>(Instrument, "s").Record(1);
        MeterOf(_services).CreateHistogram<double>("http.client.request.duration", "s").Record(1);
        Assert.DoesNotContain(await LinesAsync(), line => !line.StartsWith('#'));
    }

    private static Meter MeterOf(IServiceProvider services) =>
        services.GetRequiredService<IMeterFactory>().Create("Microsoft.AspNetCore.Hosting");

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);

    private static string Count(string method, string status, string route) =>
        $"http_server_request_duration_seconds_count{{http_request_method=\"{method}\",http_response_status_code="
        + $"\"{status}\",http_route=\"{route}\"}}";

    private async Task<string[]> LinesAsync()
    {
        using var text = new MemoryStream();
        await _services.GetRequiredService<CollectorRegistry>()
            .CollectAndExportAsTextAsync(text, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(text.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

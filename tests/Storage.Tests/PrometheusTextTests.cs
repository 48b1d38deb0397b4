using System.Diagnostics.Metrics;
using InfluencerMap.Storage.Metrics;

namespace InfluencerMap.Tests;

/// <summary>The text form of Prometheus, version 0.0.4.</summary>
public sealed class PrometheusTextTests : IDisposable
{
    private readonly Meter _meter = new("made");
    private readonly PrometheusText _text;

    public PrometheusTextTests() =>
        _text = new(instrument => ReferenceEquals(instrument.Meter, _meter), "http.route", "step");

    public void Dispose()
    {
        _text.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Counter_adds_up_by_label_and_passes_over_tags_that_nobody_asked_for()
    {
        var counter = _meter.CreateCounter<long>("made.requests", null, "How many.");
        counter.Add(2, new("http.route", "/a"), new("url.path", "/a/somebody"));
        counter.Add(3, new KeyValuePair<string, object?>("http.route", "/a"));
        counter.Add(1, new KeyValuePair<string, object?>("http.route", "/b"));

        Assert.Equal(
            """
            # HELP made_requests_total How many.
            # TYPE made_requests_total counter
            made_requests_total{http_route="/a"} 5
            made_requests_total{http_route="/b"} 1

            """,
            _text.Write());
    }

    [Fact]
    public void Histogram_counts_up_to_each_bound()
    {
        var histogram = _meter.CreateHistogram(
            "made.wait", "s", "How long.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var seconds in (double[])[0.05, 0.1, 0.5, 7])
            histogram.Record(seconds);

        Assert.Equal(
            """
            # HELP made_wait_seconds How long.
            # TYPE made_wait_seconds histogram
            made_wait_seconds_bucket{le="0.1"} 2
            made_wait_seconds_bucket{le="1"} 3
            made_wait_seconds_bucket{le="+Inf"} 4
            made_wait_seconds_sum 7.65
            made_wait_seconds_count 4

            """,
            _text.Write());
    }

    [Fact]
    public void Gauge_shows_what_is_observed_now_and_nothing_that_was()
    {
        string[] steps = ["one", "two \"three\"\n\\"];
        _meter.CreateObservableGauge(
            "made.size",
            () => steps.Select(step => new Measurement<int>(4, new KeyValuePair<string, object?>("step", step))),
            "By");
        Assert.Contains("made_size_bytes{step=\"two \\\"three\\\"\\n\\\\\"} 4\n", _text.Write());

        steps = ["one"];
        Assert.EndsWith("# TYPE made_size_bytes gauge\nmade_size_bytes{step=\"one\"} 4\n", _text.Write());
    }

    [Fact]
    public void Counting_from_many_threads_loses_nothing()
    {
        var counter = _meter.CreateCounter<int>("made.many");
        Parallel.For(0, 10_000, _ => counter.Add(1));
        Assert.Contains("made_many_total 10000\n", _text.Write());
    }

    [Fact]
    public void Meter_of_another_is_not_listened_to()
    {
        using var other = new Meter("made");
        other.CreateCounter<int>("made.other").Add(1);
        Assert.Equal("", _text.Write());
    }
}

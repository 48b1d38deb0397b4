using System.Diagnostics.Metrics;
using System.Globalization;
using Prometheus;

namespace InfluencerMap.Api;

/// <summary>The framework's own measurement of requests, as a histogram with labels that are allowed by name.</summary>
internal sealed class RequestDurations : IDisposable
{
    /// <summary>
    /// Tags that become labels; any other is passed over, so that no library can bring in what names somebody. A path
    /// would hold a person's key.
    /// </summary>
    private static readonly string[] Tags = ["http.request.method", "http.response.status_code", "http.route"];

    private readonly MeterListener _listener = new();
    private readonly Prometheus.Histogram _seconds;

    /// <param name="meters">Of this host: others of the process, as in tests, have instruments of their own.</param>
    /// <param name="registry">Where the histogram is kept until it is written.</param>
    public RequestDurations(IMeterFactory meters, CollectorRegistry registry)
    {
        _seconds = Prometheus.Metrics.WithCustomRegistry(registry).CreateHistogram(
            "http_server_request_duration_seconds", "Duration of HTTP server requests.",
            [.. Tags.Select(tag => tag.Replace('.', '_'))]);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "http.server.request.duration" && ReferenceEquals(instrument.Meter.Scope, meters))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Observe(seconds, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    private void Observe(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new string[Tags.Length];
        Array.Fill(labels, "");
        foreach (var (name, value) in tags)
            if (Array.IndexOf(Tags, name) is >= 0 and var i)
                labels[i] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        _seconds.WithLabels(labels).Observe(seconds);
    }
}

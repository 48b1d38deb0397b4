using System.Diagnostics.Metrics;
using InfluencerMap.Api.Authorization;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api.Metrics;

/// <summary>For whatever watches the service: requests, the audit, the last complete run.</summary>
public static class MetricsEndpoint
{
    extension(WebApplication app)
    {
        /// <summary>Not part of the interface's description: a text for monitoring, and no resource.</summary>
        public void MapMetrics()
        {
            // Now, or what happens before it is first asked for would be missing.
            app.Services.GetRequiredService<Measured>();
            app.MapGet("/metrics", ReadAsync).ExcludeFromDescription().OpenTo(Roles.Operator);
        }
    }

    private static async Task<ContentHttpResult> ReadAsync(
        OpenedStore opened, Measured measured, CancellationToken cancellation)
    {
        await measured.Run.ReadAsync(() => opened.ReadAsync(cancellation).AsTask(), cancellation);
        return TypedResults.Content(measured.Text.Write(), PrometheusText.ContentType);
    }
}

/// <summary>What this process measures.</summary>
internal sealed class Measured : IDisposable
{
    public const string MeterName = "InfluencerMap.Api";

    /// <summary>Of the framework's own measurements, those of requests.</summary>
    private const string Requests = "http.server.request.duration";

    public Measured(IMeterFactory meters)
    {
        // Other hosts of the process, as in tests, have factories and instruments of their own.
        Text = new(
            instrument => ReferenceEquals(instrument.Meter.Scope, meters)
                && (instrument.Name == Requests || instrument.Meter.Name == MeterName),
            ["http.request.method", "http.route", "http.response.status_code", .. RunMeter.Tags]);
        Run = new(meters.Create(MeterName), typeof(Measured).Assembly.GetName().Version!.ToString(3));
    }

    public PrometheusText Text { get; }

    public RunMeter Run { get; }

    public void Dispose() => Text.Dispose();
}

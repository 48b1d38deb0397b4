using InfluencerMap.Engine;
using InfluencerMap.Graph.Disclosure;
using Prometheus;

namespace InfluencerMap.Api;

/// <summary>For whatever watches the service: requests, the audit, the last complete run.</summary>
public static class MetricsEndpoint
{
    extension(WebApplication app)
    {
        /// <summary>Not part of the interface's description: a text for monitoring, and no resource.</summary>
        public void MapMetrics()
        {
            var registry = app.Services.GetRequiredService<CollectorRegistry>();
            // Now, so that no request is missed, and an alert sees the first failure as a rise from 0.
            app.Services.GetRequiredService<RequestDurations>();
            app.Services.GetRequiredService<AuditTrail>();
            var opened = app.Services.GetRequiredService<OpenedStore>();
            var run = new RunGauges(registry, typeof(MetricsEndpoint).Assembly.GetName().Version!.ToString(3));
            registry.AddBeforeCollectCallback(cancellation =>
                run.ReadAsync(() => opened.ReadAsync(cancellation), cancellation));
            // OpenMetrics would add exemplars, whose labels nobody has allowed.
            app.MapMetrics(settings => (settings.Registry, settings.EnableOpenMetrics) = (registry, false))
                .WithMetadata(new HttpMethodMetadata([HttpMethods.Get])).ExcludeFromDescription()
                .OpenTo(Roles.Operator);
        }
    }
}

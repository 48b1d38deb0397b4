using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap nightly</c>: recomputes the scores and publishes them as a run.</summary>
internal static class NightlyCommand
{
    public static CliCommand Create()
    {
        var night = new NightOptions();
        var store = SharedOptions.Store();
        var watch = Options.Of<string?>(
            "--watch", "HH:mm zone", "Keeps running, a night each day at this time of this zone (UTC when left out), "
                + "through changes of the clocks. A night that fails does not end it.");
        var webhook = new Option<string?>("--webhook")
        {
            Description = "Where to post how each night ended: state and counts, never persons. An address with a "
                + $"secret belongs in {Webhook.Variable}.",
            HelpName = "url",
            DefaultValueFactory = result => SharedOptions.Variable(result, Webhook.Variable),
        };
        var metrics = Options.Of<string?>(
            "--metrics", "file", "A file to write after each night for Prometheus' textfile collector: how it ended, "
                + "and the last complete run in counts and durations.");
        var log = SharedOptions.Log();
        return new CliCommand(
            "nightly", "Collects what is new where a configuration is, scores the interactions of a window, and "
                + "publishes the ranking. Safe to repeat; one at a time for a store.",
            [.. night.All, watch, webhook, metrics, log, store])
        {
            Examples =
            [
                "nightly",
                "nightly --config /etc/influencermap/collect.json --store company.db",
                "nightly --as-of 2010-10-01 --window-days 300 --store company.db",
                "nightly --watch \"02:00 Europe/Rome\"",
                "nightly --metrics /var/lib/node_exporter/influencermap.prom --log-format json",
                "nightly --preset plain --store company.db",
                "nightly --rule audienceMax=15 --rule one-way=off",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            LogLine.IsJson = parsed.GetValue(log) == TextOrJson.Json;
            var notified = Webhook.Parse(parsed.GetValue(webhook));
            if (parsed.GetValue(watch) is not { } words)
                return await NightAsync();
            var time = NightlyTime.Parse(words);
            if (night.NamesADay(parsed))
                throw new UsageException("--as-of does not go with --watch: each night has its own day.");
            // What is wrong in the words or the configuration is said now, not tonight.
            night.Read(parsed, Today());
            await night.TenantAsync(parsed, cancellation);
            return await Watch.RunAsync(time, NightAsync, TimeProvider.System, cancellation);

            Task<int> NightAsync()
            {
                var place = parsed.GetRequiredValue(store);
                return parsed.GetValue(metrics) is { } file
                    ? new NightMetrics(file, place).ReportAsync(
                        () => ScoreAsync(place), TimeProvider.System, cancellation)
                    : ScoreAsync(place);
            }

            async Task<int> ScoreAsync(string place) => await RunAsync(
                place, night.Read(parsed, Today()), await night.TenantAsync(parsed, cancellation), notified,
                cancellation);
        });
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>A source that fails does not stop the night: the run says so.</summary>
    private static async Task CollectAsync(
        Store store, TenantSettings tenant, Period window, Steps progress, CancellationToken cancellation)
    {
        // Up to now, whatever the window; one that has not begun takes the last day.
        var clock = TimeProvider.System;
        var now = clock.GetUtcNow().UtcDateTime;
        await Collection.RunAsync(
            store, tenant, TenantSource.On(tenant), new(window.From < now ? window.From : now.AddDays(-1), now), clock,
            progress, cancellation);
    }

    private static async Task<int> RunAsync(
        string store, NightlyOptions options, TenantSettings? tenant, Webhook? webhook, CancellationToken cancellation)
    {
        var run = webhook is null ? await NightAsync() : await webhook.ReportAsync(NightAsync, cancellation);
        if (SmallCompany.AdviceOn(run) is { } advice)
            Progress.Say(advice);
        // Last: what watches a night reads the end of what it says.
        Progress.Say(
            $"Run {run.Id} is published: {run.RankedCount:N0} people ranked. See: influencermap rank",
            NightEnd.Of(run));
        return tenant is null || run.Sources.All(source => source.IsComplete)
            ? CommandLine.Done
            : CommandLine.Failed;

        async Task<Run> NightAsync()
        {
            await using var opened = tenant is null
                ? await Store.OpenToWriteAsync(store, cancellation)
                : await Store.OpenAsync(store, cancellation);
            return await Progress.ShowAsync(
                steps => new Night(opened, options, TimeProvider.System, steps, cancellation).RunAsync(
                    tenant is null ? null : window => CollectAsync(opened, tenant, window, steps, cancellation)));
        }
    }
}

using InfluencerMap.Storage;
using Prometheus;

namespace InfluencerMap.Engine;

/// <summary>The last complete run and its store, as gauges: counts and durations, never persons.</summary>
public sealed class RunGauges
{
    private static readonly GaugeConfiguration OnlyWhatIsSet = new() { SuppressInitialValue = true };

    private readonly MetricFactory _gauges;

    /// <param name="registry">Where the gauges are kept until they are written.</param>
    /// <param name="version">Of the program that measures.</param>
    public RunGauges(CollectorRegistry registry, string version)
    {
        _gauges = Prometheus.Metrics.WithCustomRegistry(registry);
        Set("influencermap_build_info", "The program that measures.", "version", [(version, 1)]);
    }

    /// <summary>Reads what the gauges show next; a store that cannot be read leaves the last run standing.</summary>
    public async Task ReadAsync(Func<Task<Store>> open, CancellationToken cancellation)
    {
        try
        {
            var store = await open();
            Show(await store.Rankings.LatestAsync(cancellation));
            if (store.FilePath is { } path)
                Set("influencermap_store_size_bytes", "The file of an embedded store, its log included.",
                    SizeOf(path) + SizeOf(path + "-wal"));
            SetReadable(true);
        }
        catch (StoreException)
        {
            SetReadable(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whoever writes the text passes over what is thrown here. A scrape that hung up says nothing of the store.
            SetReadable(false);
            throw;
        }
    }

    /// <summary>Each gauge of the run as it is now; nothing that only an earlier run had stays.</summary>
    /// <param name="run">Null shows none.</param>
    internal void Show(Run? run)
    {
        Set("influencermap_run_published_timestamp_seconds", "When the last complete run was published, since 1970.",
            run is null ? null : new DateTimeOffset(run.PublishedAt).ToUnixTimeSeconds());
        Set("influencermap_run_duration_seconds", "What its steps took together.",
            run?.Steps.Sum(step => step.ElapsedMs) / 1000.0);
        Set("influencermap_run_step_duration_seconds", "What each step took.", "step",
            run?.Steps.GroupBy(step => step.Step)
                .Select(steps => (steps.Key, steps.Sum(step => step.ElapsedMs) / 1000.0)));
        Set("influencermap_run_people", "People in the graph.", run?.PersonCount);
        Set("influencermap_run_ranked", "People with a rank.", run?.RankedCount);
        Set("influencermap_run_ties", "Ties in the graph.", run?.TieCount);
        Set("influencermap_run_interactions", "Interactions of the window, by channel.", "channel",
            run?.Channels.Select(counted => (counted.Channel, (double)counted.Count)));
        Set("influencermap_run_source_complete", "Whether the last collection of a source reached its end.", "source",
            run?.Sources.Select(source => (source.Source, source.IsComplete ? 1.0 : 0)));
        Set("influencermap_run_peak_memory_bytes", "Most memory that it held.",
            run is { PeakMemoryBytes: > 0 } ? run.PeakMemoryBytes : null);
        Set("influencermap_run_sampled_sources", "Sources that betweenness was sampled from; 0 where it is exact.",
            run is null ? null : run.Sampling?.SourceCount ?? 0);
    }

    private void SetReadable(bool isReadable) =>
        Set("influencermap_store_readable", "Whether the store was read now.", isReadable ? 1 : 0);

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <param name="value">Null shows none.</param>
    private void Set(string name, string help, double? value)
    {
        // The gauge of this name, made where there is none yet.
        var gauge = _gauges.CreateGauge(name, help, OnlyWhatIsSet);
        if (value is { } shown)
            gauge.Set(shown);
        else
            gauge.Unpublish();
    }

    private void Set(string name, string help, string label, IEnumerable<(string Label, double Value)>? run)
    {
        (string Label, double Value)[] series = [.. run ?? []];
        var gauge = _gauges.CreateGauge(name, help, [label], OnlyWhatIsSet);
        foreach (var (value, shown) in series)
            gauge.WithLabels(value).Set(shown);
        // Afterwards, so that whoever reads at the same time misses none.
        foreach (var gone in gauge.GetAllLabelValues().ExceptBy(series.Select(one => one.Label), labels => labels[0]))
            gauge.RemoveLabelled(gone);
    }
}

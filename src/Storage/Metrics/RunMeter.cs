using System.Diagnostics.Metrics;

namespace InfluencerMap.Storage.Metrics;

/// <summary>The last complete run and its store, as gauges: counts and durations, never persons.</summary>
public sealed class RunMeter
{
    /// <summary>The tags that its instruments have.</summary>
    public static IReadOnlyList<string> Tags { get; } = ["step", "channel", "source", "version"];

    private readonly Meter _meter;
    private volatile Run? _run;
    private long? _storeBytes;
    private volatile bool _isReadable;

    /// <param name="meter">Where its instruments are made.</param>
    /// <param name="version">Of the program that measures.</param>
    public RunMeter(Meter meter, string version)
    {
        _meter = meter;
        Gauge("build.info", null, "The program that measures.", () => [new(1, Tag("version", version))]);
        Gauge("store.readable", null, "Whether the store was read now.", () => [new(_isReadable ? 1 : 0)]);
        Gauge("store.size", "By", "The file of an embedded store, its log included.",
            () => _storeBytes is { } bytes ? [new(bytes)] : []);
        OfRun("published.timestamp", "s", "When the last complete run was published, since 1970.",
            run => [new(new DateTimeOffset(run.PublishedAt).ToUnixTimeSeconds())]);
        OfRun("duration", "s", "What its steps took together.",
            run => [new(run.Steps.Sum(step => step.ElapsedMs) / 1000.0)]);
        OfRun("step.duration", "s", "What each step took.",
            run => run.Steps.GroupBy(step => step.Step).Select(steps => new Measurement<double>(
                steps.Sum(step => step.ElapsedMs) / 1000.0, Tag("step", steps.Key))));
        OfRun("people", null, "People in the graph.", run => [new(run.PersonCount)]);
        OfRun("ranked", null, "People with a rank.", run => [new(run.RankedCount)]);
        OfRun("ties", null, "Ties in the graph.", run => [new(run.TieCount)]);
        OfRun("interactions", null, "Interactions of the window, by channel.",
            run => run.Channels.Select(counted => new Measurement<double>(
                counted.Count, Tag("channel", counted.Channel))));
        OfRun("source.complete", null, "Whether the last collection of a source reached its end.",
            run => run.Sources.Select(source => new Measurement<double>(
                source.IsComplete ? 1 : 0, Tag("source", source.Source))));
        OfRun("peak.memory", "By", "Most memory that it held.",
            run => run.PeakMemoryBytes > 0 ? [new(run.PeakMemoryBytes)] : []);
        OfRun("sampled.sources", null, "Sources that betweenness was sampled from; 0 where it is exact.",
            run => [new(run.Sampling?.SourceCount ?? 0)]);
    }

    /// <summary>Reads what the gauges show next; a store that cannot be read leaves the last run standing.</summary>
    public async Task ReadAsync(Func<Task<Store>> open, CancellationToken cancellation)
    {
        try
        {
            var store = await open();
            _run = await store.Rankings.LatestAsync(cancellation);
            _storeBytes = store.FilePath is { } path ? SizeOf(path) + SizeOf(path + "-wal") : null;
            _isReadable = true;
        }
        catch (StoreException)
        {
            _isReadable = false;
        }
    }

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private void OfRun(string name, string? unit, string description, Func<Run, IEnumerable<Measurement<double>>> of) =>
        Gauge("run." + name, unit, description, () => _run is { } run ? of(run) : []);

    private void Gauge(string name, string? unit, string description, Func<IEnumerable<Measurement<double>>> observe) =>
        _meter.CreateObservableGauge("influencermap." + name, observe, unit, description);

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}

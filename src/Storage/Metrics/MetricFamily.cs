using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace InfluencerMap.Storage.Metrics;

/// <summary>One instrument: its series by their labels.</summary>
internal sealed class MetricFamily
{
    private static readonly double[] SecondsBounds =
        [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly IReadOnlyCollection<string> _labels;
    private readonly string _help;
    private readonly string _type;
    private readonly bool _isObserved;

    /// <summary>Whether a measurement adds to what was measured before.</summary>
    private readonly bool _adds;

    private readonly double[] _bounds;

    public MetricFamily(Instrument instrument, IReadOnlyCollection<string> labels)
    {
        var kind = instrument.GetType().GetGenericTypeDefinition();
        var isCounter = kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>);
        var isHistogram = kind == typeof(Histogram<>);
        Name = NameOf(instrument, isCounter);
        _labels = labels;
        _help = instrument.Description ?? "";
        _type = isCounter ? "counter" : isHistogram ? "histogram" : "gauge";
        _isObserved = instrument.IsObservable;
        _adds = kind == typeof(Counter<>) || kind == typeof(UpDownCounter<>);
        _bounds = isHistogram
            ? [.. (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? SecondsBounds]
            : [];
    }

    public string Name { get; }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _series.GetOrAdd(LabelsOf(tags), static (_, bounds) => new(bounds.Length), _bounds);
        lock (series)
        {
            series.Count++;
            series.Sum = _adds || _bounds.Length > 0 ? series.Sum + value : value;
            for (var i = _bounds.Length - 1; i >= 0 && value <= _bounds[i]; i--)
                series.Below[i]++;
        }
    }

    /// <summary>Series that are not observed any more, such as the steps of another run, do not stay.</summary>
    public void ForgetObserved()
    {
        if (_isObserved)
            _series.Clear();
    }

    public void Write(StringBuilder text)
    {
        if (_series.IsEmpty)
            return;
        text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {Escape(_help)}\n# TYPE {Name} {_type}\n");
        foreach (var (labels, series) in _series.OrderBy(series => series.Key, StringComparer.Ordinal))
            lock (series)
            {
                if (_bounds.Length == 0)
                    Line("", labels, series.Sum);
                else
                    WriteBuckets(labels, series);
            }

        void WriteBuckets(string labels, Series series)
        {
            var more = labels.Length == 0 ? "" : labels + ",";
            for (var i = 0; i < _bounds.Length; i++)
                Line("_bucket", $"{more}le=\"{_bounds[i].ToString(CultureInfo.InvariantCulture)}\"", series.Below[i]);
            Line("_bucket", more + "le=\"+Inf\"", series.Count);
            Line("_sum", labels, series.Sum);
            Line("_count", labels, series.Count);
        }

        void Line(string suffix, string labels, double value) => text.Append(
            CultureInfo.InvariantCulture,
            $"{Name}{suffix}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value:R}\n");
    }

    private string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            if (!_labels.Contains(name))
                continue;
            text.Append(text.Length == 0 ? "" : ",").Append(name.Replace('.', '_')).Append("=\"")
                .Append(Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }
        return text.ToString();
    }

    private static string NameOf(Instrument instrument, bool isCounter)
    {
        var name = instrument.Name.Replace('.', '_');
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return name + unit + (isCounter ? "_total" : "");
    }

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <param name="boundCount">How many bounds a histogram has; 0 for all else.</param>
    private sealed class Series(int boundCount)
    {
        public long[] Below { get; } = new long[boundCount];

        public long Count { get; set; }

        public double Sum { get; set; }
    }
}

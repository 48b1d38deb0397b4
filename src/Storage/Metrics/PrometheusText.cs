using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace InfluencerMap.Storage.Metrics;

/// <summary>Adds up what instruments measure, and writes it in the text form that Prometheus reads.</summary>
/// <remarks>docs/decisions/0009 says why this is no library.</remarks>
public sealed class PrometheusText : IDisposable
{
    /// <summary>What an answer of this text says it is.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, MetricFamily> _families = [];
    private readonly Lock _writing = new();

    /// <param name="isWanted">Which instruments to listen to; later ones are asked about when they appear.</param>
    /// <param name="labels">
    /// Tags that become labels; any other is passed over, so that none of a library can bring in what names somebody.
    /// </param>
    public PrometheusText(Func<Instrument, bool> isWanted, params IReadOnlyCollection<string> labels)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (isWanted(instrument))
                listener.EnableMeasurementEvents(
                    instrument, _families.GetOrAdd(instrument, new MetricFamily(instrument, labels)));
        };
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => Record(family, value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => Record(family, value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => Record(family, value, tags));
        _listener.Start();
    }

    /// <summary>All families by name; what is observed is asked now.</summary>
    public string Write()
    {
        lock (_writing)
        {
            foreach (var family in _families.Values)
                family.ForgetObserved();
            _listener.RecordObservableInstruments();
            var text = new StringBuilder();
            foreach (var family in _families.Values.OrderBy(family => family.Name, StringComparer.Ordinal))
                family.Write(text);
            return text.ToString();
        }
    }

    public void Dispose() => _listener.Dispose();

    private static void Record(
        object? family, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        ((MetricFamily)family!).Record(value, tags);
}

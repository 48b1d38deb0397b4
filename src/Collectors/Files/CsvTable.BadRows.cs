using CsvHelper;

namespace InfluencerMap.Collectors.Files;

/// <summary>What cannot be read: a row that is counted and passed over, or a file that is refused.</summary>
internal sealed partial class CsvTable
{
    private string? _lastBad;

    /// <inheritdoc/>
    public void Bad(int key, string expected) =>
        AddBadRow($"{_file}, line {Line(_reader.LineNumber)}, {Where(key)}: expected {expected}");

    /// <inheritdoc/>
    public InputException Refuse(string reason) => new($"{_file}: {reason}");

    private string Where(int key) =>
        _columnByKey[key] < 0 ? _keys[key] : $"column {_columnByKey[key] + 1} ({_keys[key]})";

    private long Line(long inTable) => inTable + _format.PreambleLines;

    private InputException? Explain(Exception e) => e switch
    {
        CsvFormatException { LineNumber: var line } => new($"{_file}, line {Line(line)}: a row of more than "
            + $"{RowBytesMax >> 20} MiB; is a quote left open, or is this no table of text?", e),
        _ => null,
    };

    private void SkipMalformed(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.UnterminatedQuote && record.RawRecord.AsSpan().ContainsAny('\n', '\r'))
            throw new InputException(
                $"{_file}, line {Line(record.LineNumber)}: a quote opened in this row is never closed, "
                + "so that the rest of the file cannot be read.");
        TellBad();
        _report.Found();
        _lastBad = $"{_file}, line {Line(record.LineNumber)}: expected " + (record.Reason switch
        {
            CsvMalformedReason.FieldCountMismatch => "as many columns as the first line has",
            CsvMalformedReason.UnterminatedQuote => "a closing quote",
            _ => "quotes only around whole cells, and doubled inside",
        });
        if (!_format.MayBeCutOff)
            TellBad();
    }

    /// <summary>Counts a row that has no readable cells, unless it turns out to be the last.</summary>
    private void TellBad()
    {
        if (_lastBad is { } message)
        {
            _lastBad = null;
            AddBadRow(message);
        }
    }

    private void AddBadRow(string message) => _report.AddBadRow(message, _format.MaxBadRows);
}

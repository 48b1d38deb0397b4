using CsvHelper;

namespace InfluencerMap.Collectors;

/// <summary>What cannot be read: a row that is counted and passed over, or a file that is refused.</summary>
internal sealed partial class CsvTable<TColumn>
{
    private string? _lastBad;

    public override void Bad(int key, string expected) =>
        AddBadRow($"{_file}, {PlaceOf(key)}: expected {expected}");

    public override string PlaceOf(int key) => $"line {Line(_reader.LineNumber)}, {Where(key)}";

    private string Where(int key) =>
        _columnByKey[key] < 0 ? _keys[key] : $"column {_columnByKey[key] + 1} ({_keys[key]})";

    private long Line(long inTable) => inTable + _preamble.Lines;

    private InputException? Explain(Exception e) => e is not CsvFormatException { LineNumber: var line } ? null
        : new($"{_file}, line {Line(line)}: a row of more than {RowBytesMax >> 20} MiB; is a quote left open, or is "
            + "this no table of text?", e);

    private void SkipMalformed(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.UnterminatedQuote && record.RawRecord.AsSpan().ContainsAny('\n', '\r'))
            throw new InputException(
                $"{_file}, line {Line(record.LineNumber)}: a quote opened in this row is never closed, "
                + "so that the rest of the file cannot be read.");
        AddUnread(record.LineNumber, record.Reason is CsvMalformedReason.UnterminatedQuote
            ? "a closing quote" : "quotes only around whole cells, and doubled inside");
    }

    /// <summary>Delimiters at the end that hold nothing are not columns; a row of another width is bad.</summary>
    private bool IsAsWideAsTheFirst()
    {
        var width = _reader.FieldCount;
        if (width == Columns.Count)
            return true;
        var isEmptyBeyond = width > Columns.Count;
        for (var i = Columns.Count; isEmptyBeyond && i < width; i++)
            isEmptyBeyond = _reader.IsEmpty(i);
        if (!isEmptyBeyond)
            AddUnread(_reader.LineNumber, "as many columns as the first line has");
        return isEmptyBeyond;
    }

    private void AddUnread(long line, string expected)
    {
        TellBad();
        _report.Found();
        _lastBad = $"{_file}, line {Line(line)}: expected {expected}";
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

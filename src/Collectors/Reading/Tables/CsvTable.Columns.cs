using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>The header of a table, and which of its columns are read for which key.</summary>
internal sealed partial class CsvTable<TColumn>
{
    /// <summary>Whether a text is the heading of a column that is looked for.</summary>
    private bool IsHeading(string text) => _keys.Contains(text, StringComparer.OrdinalIgnoreCase)
        || _headings.KeyOf(text) is not null
        || _format.Map.ColumnByKey.Values.Contains(text, StringComparer.OrdinalIgnoreCase);

    private void ReadHeader()
    {
        IReadOnlyList<string> names;
        if (_format.HasHeader)
        {
            _reader.ReadHeader();
            names = [.. _reader.Headers.Select(name => name.Trim())];
            _header = [.. names.Select(Encoding.UTF8.GetBytes)];
        }
        else
        {
            _firstRowPending = _reader.Read();
            names = [.. Enumerable.Repeat("", _firstRowPending ? _reader.FieldCount : 0)];
        }
        if (names.Count == 0)
            throw Refuse("the file is empty.");
        // A people file is looked through for what columns without a name hold before they are nothing.
        if (_format.HasHeader && _headings.IsNameOfKeyFirst)
            names = WithoutDelimitersAtEnd(names);
        Columns = new(names);
    }

    /// <summary>Excel leaves delimiters on every line: columns without a name that hold nothing.</summary>
    private IReadOnlyList<string> WithoutDelimitersAtEnd(IReadOnlyList<string> names)
    {
        var count = names.Count;
        var asked = _format.Map.ColumnByKey.Values.Concat(_format.Where.Select(filter => filter.Column))
            .Concat(_format.Ignore).Select(name => int.TryParse(name, out var number) ? number : 0)
            .DefaultIfEmpty(0).Max();
        while (count > Math.Max(1, asked) && names[count - 1].Length == 0)
            count--;
        return [.. names.Take(count)];
    }

    private void Bind(ColumnProblems? problems)
    {
        var wrong = problems ?? new();
        var bound = ColumnBinding.Of(
            Columns, _keys, _format.HasHeader ? _headings : Headings.None, _format, wrong);
        _columnByKey = [.. bound.ColumnsByKey.Select(columns => columns is [var first, ..] ? first : -1)];
        _joinedByKey = [.. bound.ColumnsByKey.Select(columns => columns.Length > 1 ? new JoinedCells(columns) : null)];
        _filters = [.. _format.Where.Select(filter =>
            (Columns.Find(filter.Column, wrong) ?? 0, Encoding.UTF8.GetBytes(filter.Value)))];
        PassedOver = bound.PassedOver;
        ReadColumns = bound.ColumnsByKey.SelectMany(columns => columns)
            .Concat(_filters.Select(filter => filter.Column)).ToHashSet();
        _report.UnreadColumns =
            [.. Enumerable.Range(1, Columns.Count).Where(number => !ReadColumns.Contains(number - 1))];
        if (problems is null && wrong.Any)
            throw Refuse($"{wrong.InWords(Columns, _keys)}.");
    }
}

using System.Text.RegularExpressions;

namespace InfluencerMap.Collectors;

/// <summary>
/// By what the person of a row is known: the id; in a file without ids the first address, else the name, since people
/// in a warehouse often have no address. Also recognises the rows that are of nobody, such as totals.
/// </summary>
internal sealed partial class RowIds
{
    private readonly CsvTable<PeopleColumn> _table;
    private readonly CollectReport _report;
    private readonly List<long> _byName = [];
    private readonly List<long> _notes = [];

    public RowIds(CsvTable<PeopleColumn> table, CollectReport report)
    {
        (_table, _report) = (table, report);
        Key = table.Has(PeopleColumn.Id) ? PeopleColumn.Id : PeopleColumn.Email;
        if (Key == PeopleColumn.Email)
            report.Note(
                "No column of ids: the e-mail address stands in. Who gets another address is then somebody new.");
    }

    /// <summary>Where the ids of the file stand.</summary>
    public PeopleColumn Key { get; }

    /// <summary>Where that of the current row stands.</summary>
    public PeopleColumn KeyOfRow => Key == PeopleColumn.Email && Address() is null && _table.Has(PeopleColumn.Name)
        ? PeopleColumn.Name : Key;

    public string Expected => Key == PeopleColumn.Id ? "an address or id, no control characters"
        : "an address, or a name where there is none, no control characters";

    /// <summary>The id of the current row as it stands there; null where nothing can be one.</summary>
    public string? Text() => KeyOfRow switch
    {
        PeopleColumn.Id => _table.Text(PeopleColumn.Id),
        PeopleColumn.Email => Address(),
        var name => _table.Text(name),
    };

    /// <summary>The current row gave somebody.</summary>
    public void Take()
    {
        if (KeyOfRow == PeopleColumn.Name)
            _byName.Add(_table.LineNumber);
    }

    /// <summary>
    /// Whether the current row sums the others up, as at the end of a sheet. A department may be called Total Quality.
    /// </summary>
    public bool IsTotal()
    {
        if (IsKnown(PeopleColumn.Email))
            return false;
        var first = _table.Text(PeopleColumn.Id) ?? _table.Text(PeopleColumn.Name);
        return first is not null ? Total().IsMatch(first)
            : PeopleRows.TextKeys.Any(key => _table.Text(key) is { } text && Total().IsMatch(text));
    }

    /// <summary>
    /// Whether the current row is a text alone, such as "Updated on …" at the end, in a file that has columns enough to
    /// say more of a person.
    /// </summary>
    public bool IsNote()
    {
        PeopleColumn[] filled = [.. Enum.GetValues<PeopleColumn>().Where(IsKnown)];
        var isNote = filled is [var only] && only is not (PeopleColumn.Id or PeopleColumn.Email)
            && PeopleRows.TextKeys.Contains(only);
        if (isNote)
            _notes.Add(_table.LineNumber);
        return isNote;
    }

    public void Report()
    {
        if (_byName.Count > 0)
            _report.Note($"Without an e-mail address the name stands in: {Managers.InWords(_byName)}. Mail shows "
                + "nothing of who has none.");
        if (_notes.Count > 0)
            _report.Note($"Set aside, because one text stands there alone: {Managers.InWords(_notes)}. If it is "
                + "somebody, give an id or an address.");
    }

    private bool IsKnown(PeopleColumn key) => !_table[key].IsEmpty;

    /// <summary>Of several addresses in one cell the first.</summary>
    private string? Address() => HandleCells.PartsOf(_table.Text(PeopleColumn.Email)).FirstOrDefault(
        part => Handle.Normalise(part) is { } handle && HandleCells.IsAddress(handle));

    [GeneratedRegex(@"^\s*(sub\s*|gran\s+|grand\s+)?tot(al[ei]?|als)?\b\.?", RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant)]
    private static partial Regex Total();
}

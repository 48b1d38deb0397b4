using System.Globalization;
using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Gathers the entries of a people file; no id is given twice, and no handle to two who stay.</summary>
internal sealed class PeopleRows
{
    private const int LevelMax = 99;
    private const int TextLengthMax = 200;

    private readonly CsvTable<PeopleColumn> _table;
    private readonly CollectReport _report;
    private readonly Days _days;
    private readonly RowIds _rowIds;
    private readonly Dictionary<string, long> _lineById = new(StringComparer.Ordinal);

    /// <summary>Ids and handles of those who stay, with their rows; who leaves gives theirs free.</summary>
    private readonly Dictionary<string, long> _taken = new(StringComparer.Ordinal);

    public PeopleRows(CsvTable<PeopleColumn> table, CollectReport report, Days days)
    {
        (_table, _report, _days) = (table, report, days);
        _rowIds = new(table, report);
    }

    /// <summary>The keys that hold dates.</summary>
    public static IReadOnlyList<PeopleColumn> DateKeys { get; } =
        [PeopleColumn.Start, PeopleColumn.Leave, PeopleColumn.AbsentFrom, PeopleColumn.AbsentTo];

    /// <summary>Keys that hold words.</summary>
    public static IReadOnlyList<PeopleColumn> TextKeys { get; } =
    [
        PeopleColumn.Id, PeopleColumn.Name, PeopleColumn.Manager, PeopleColumn.Department, PeopleColumn.Site,
        PeopleColumn.JobFamily,
    ];

    /// <summary>Takes the current row; null where it is counted as bad or as of nobody.</summary>
    public PersonRow? Read(ReadOnlySpan<byte> customerKey)
    {
        if (IsEmpty())
            _report.Drop(Outcome.EmptyRow);
        else if (_rowIds.IsTotal())
            _report.Drop(Outcome.Total);
        else if (_rowIds.IsNote())
            _report.Drop(Outcome.LoneText);
        else if (_rowIds.Text() is not { } spelling || Handle.Normalise(spelling) is not { } id)
            _table.Bad(_rowIds.Key, _rowIds.Expected);
        else if (LineOfId(id) is { } line)
            _table.Bad(
                _rowIds.KeyOfRow, $"an id that no other row gives as id, email or alias; line {line} has it too");
        else if (!TryReadHandles(id, out var handles, out var badKey, out var expected))
            _table.Bad(badKey, expected);
        else if (_table.Text(PeopleColumn.Manager) is { } manager && Handle.Normalise(manager) is null)
            _table.Bad(PeopleColumn.Manager, "the id, an address or the name of one person");
        else if (!TryReadKind(_table[PeopleColumn.Kind], out var kind))
            _table.Bad(PeopleColumn.Kind, "person, shared, room or bot");
        else if (!TryReadLevel(_table[PeopleColumn.Level], out var level))
            _table.Bad(PeopleColumn.Level, $"a whole number 1 … {LevelMax}, 1 at the top");
        else if (!PartTime.TryReadShare(_table.Text(PeopleColumn.Fte), out var fte))
            _table.Bad(PeopleColumn.Fte, PartTime.ShareExpected);
        else if (!PartTime.TryReadDays(_table.Text(PeopleColumn.WorkingDays), out var workingDays))
            _table.Bad(PeopleColumn.WorkingDays, PartTime.DaysExpected);
        else if (FirstBadDate() is { } dateKey)
            _table.Bad(dateKey, _days.Expected);
        else if (FirstBadText() is { } textKey)
            _table.Bad(textKey, $"UTF-8 text of at most {TextLengthMax} characters, no control characters");
        else
            return Take(new()
            {
                SourceId = id,
                Spelling = spelling,
                Key = PersonKey.Derive(customerKey, id),
                Kind = kind,
                Name = _table.Text(PeopleColumn.Name),
                Handles = handles,
                Department = _table.Text(PeopleColumn.Department),
                Site = _table.Text(PeopleColumn.Site),
                JobFamily = _table.Text(PeopleColumn.JobFamily),
                Level = level,
                Start = Date(PeopleColumn.Start),
                Leave = Date(PeopleColumn.Leave),
                AbsentFrom = Date(PeopleColumn.AbsentFrom),
                AbsentTo = Date(PeopleColumn.AbsentTo),
                Fte = fte,
                WorkingDays = workingDays,
            });
        return null;
    }

    /// <summary>Reports what was found in all rows.</summary>
    public void End() => _rowIds.Report();

    private PersonRow Take(DirectoryEntry entry)
    {
        _rowIds.Take();
        var line = _table.PlaceInFile;
        _lineById[entry.SourceId] = line;
        if (entry.Leave is null)
            foreach (var handle in entry.Handles.Prepend(entry.SourceId))
                _taken[handle] = line;
        return new(_table.LineNumber, entry, _table.Text(PeopleColumn.Manager));
    }

    private bool IsEmpty()
    {
        foreach (var key in Enum.GetValues<PeopleColumn>())
            if (!_table[key].IsEmpty)
                return false;
        return true;
    }

    /// <summary>Of another row that has the id; null where none has it.</summary>
    private long? LineOfId(string id) => _lineById.TryGetValue(id, out var line) ? line : LineOfHandle(id);

    /// <summary>Of another row that has the handle where neither its person leaves nor this row's; else null.</summary>
    private long? LineOfHandle(string handle) =>
        _taken.TryGetValue(handle, out var line) && Date(PeopleColumn.Leave) is null ? line : null;

    private bool TryReadHandles(string id, out List<string> handles, out PeopleColumn badKey, out string expected)
    {
        (handles, expected) = ([], "an address or id, no control characters");
        foreach (var key in (PeopleColumn[])[PeopleColumn.Email, PeopleColumn.Aliases])
        {
            badKey = key;
            foreach (var part in HandleCells.PartsOf(_table.Text(key)))
            {
                if (part.Length > Handle.LengthMax || part.Any(c => char.IsControl(c) || c == '\ufffd'))
                    return false;
                if (Handle.Normalise(part) is not { } handle
                    || (key == PeopleColumn.Email && !HandleCells.IsAddress(handle)))
                    _report.Drop(key == PeopleColumn.Email ? Outcome.NoEmail : Outcome.NoAlias);
                else if (LineOfHandle(handle) is { } line)
                {
                    expected = $"an address or id that no other row gives; line {line} has it too";
                    return false;
                }
                else if (handle != id && !handles.Contains(handle))
                    handles.Add(handle);
            }
        }
        badKey = default;
        return true;
    }

    private static bool TryReadKind(ReadOnlySpan<byte> cell, out AccountKind? kind)
    {
        kind = Encoding.UTF8.GetString(cell).ToLowerInvariant() switch
        {
            "" => null,
            "person" or "persona" => AccountKind.Person,
            "shared" or "condivisa" or "condiviso" or "casella condivisa" => AccountKind.Shared,
            "room" or "sala" or "sala riunioni" => AccountKind.Room,
            "bot" => AccountKind.Bot,
            _ => AccountKind.Unknown,
        };
        return kind != AccountKind.Unknown;
    }

    /// <summary>A whole number, which spreadsheets also write as <c>3.0</c>.</summary>
    private static bool TryReadLevel(ReadOnlySpan<byte> cell, out int? level)
    {
        level = null;
        if (cell.IsEmpty)
            return true;
        if (cell.EndsWith(".0"u8) || cell.EndsWith(",0"u8))
            cell = cell[..^2];
        if (!int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > LevelMax)
            return false;
        level = number;
        return true;
    }

    private DateOnly? Date(PeopleColumn key) => _days.TryRead(_table[key], out var day) ? day : null;

    private PeopleColumn? FirstBadDate() => DateKeys.Cast<PeopleColumn?>()
        .FirstOrDefault(key => !_days.TryRead(_table[key!.Value], out _));

    private PeopleColumn? FirstBadText() => TextKeys.Except([PeopleColumn.Id, PeopleColumn.Manager])
        .Cast<PeopleColumn?>().FirstOrDefault(key => _table.Text(key!.Value) is { } text
            && (text.Length > TextLengthMax || text.Any(c => char.IsControl(c) || c == '\ufffd')));
}

/// <summary>A row that gave somebody.</summary>
/// <param name="Number">Where it stands, 1-based; the heading is row 1.</param>
/// <param name="Entry">What it says, but for the manager.</param>
/// <param name="Manager">The manager as the file names them.</param>
internal sealed record PersonRow(long Number, DirectoryEntry Entry, string? Manager);

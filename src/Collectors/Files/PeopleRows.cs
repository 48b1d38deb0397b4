using System.Buffers.Text;
using System.Text;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Graph.Identities;

namespace InfluencerMap.Collectors.Files;

/// <summary>Gathers the entries of a people file; no id is given twice, and no handle to two who stay.</summary>
internal sealed class PeopleRows
{
    private const int Id = 0, Name = 1, Email = 2, Aliases = 3, Kind = 4, Manager = 5, Department = 6, Site = 7,
        JobFamily = 8, Level = 9, Start = 10, Leave = 11, AbsentFrom = 12, AbsentTo = 13;

    private const int LevelMax = 99;
    private const int TextLengthMax = 200;

    private readonly CsvTable _table;
    private readonly List<DirectoryEntry> _entries = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Ids and handles of those who stay; who leaves gives theirs free.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public PeopleRows(CsvTable table)
    {
        _table = table;
        if (!table.Has(Id))
            throw table.Refuse($"no column for id; map one of {table.Columns.ShowAll()} (--map id=COLUMN).");
    }

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<DirectoryEntry> Entries => _entries;

    /// <summary>Takes the current row, or counts it as bad.</summary>
    public void Read(ReadOnlySpan<byte> customerKey)
    {
        const string handle = "an address or id, no control characters";
        if (Handle.Normalise(_table.Text(Id)) is not { } id)
            _table.Bad(Id, handle);
        else if (_ids.Contains(id) || IsTaken(id))
            _table.Bad(Id, "an id that no other row gives as id, email or alias");
        else if (!TryReadHandles(id, out var handles, out var badKey))
            _table.Bad(badKey, handle + ", that no other row gives");
        else if (!TryReadHandle(Manager, out var manager))
            _table.Bad(Manager, "the id or an address of one person");
        else if (!TryReadKind(_table[Kind], out var kind))
            _table.Bad(Kind, "person, shared, room or bot");
        else if (!TryReadLevel(_table[Level], out var level))
            _table.Bad(Level, $"a whole number 1 … {LevelMax}, 1 at the top");
        else if (FirstBadDate() is { } dateKey)
            _table.Bad(dateKey, "a date as yyyy-MM-dd");
        else if (FirstBadText() is { } textKey)
            _table.Bad(textKey, $"UTF-8 text of at most {TextLengthMax} characters, no control characters");
        else
            Add(new()
            {
                SourceId = id,
                Spelling = _table.Text(Id)!,
                Key = PersonKey.Derive(customerKey, id),
                Kind = kind,
                ManagerSourceId = manager,
                Name = _table.Text(Name),
                Handles = handles,
                Department = _table.Text(Department),
                Site = _table.Text(Site),
                JobFamily = _table.Text(JobFamily),
                Level = level,
                Start = Date(Start),
                Leave = Date(Leave),
                AbsentFrom = Date(AbsentFrom),
                AbsentTo = Date(AbsentTo),
            });
    }

    private void Add(DirectoryEntry entry)
    {
        _entries.Add(entry);
        _ids.Add(entry.SourceId);
        if (entry.Leave is null)
            _taken.UnionWith(entry.Handles.Prepend(entry.SourceId));
    }

    /// <summary>Whether another row has the handle, and neither its person leaves nor this row's.</summary>
    private bool IsTaken(string handle) => _taken.Contains(handle) && Date(Leave) is null;

    private bool TryReadHandles(string id, out List<string> handles, out int badKey)
    {
        handles = [];
        foreach (var key in (ReadOnlySpan<int>)[Email, Aliases])
        {
            badKey = key;
            foreach (var part in _table.Text(key)?.Split(';', StringSplitOptions.TrimEntries) ?? [])
            {
                if (part.Length == 0)
                    continue;
                if (Handle.Normalise(part) is not { } handle || IsTaken(handle))
                    return false;
                if (handle != id && !handles.Contains(handle))
                    handles.Add(handle);
            }
        }
        badKey = -1;
        return true;
    }

    private bool TryReadHandle(int key, out string? handle)
    {
        var text = _table.Text(key);
        handle = text is null ? null : Handle.Normalise(text);
        return text is null || handle is not null;
    }

    private static bool TryReadKind(ReadOnlySpan<byte> cell, out AccountKind? kind)
    {
        kind = cell.IsEmpty ? null
            : Ascii.EqualsIgnoreCase(cell, "person"u8) ? AccountKind.Person
            : Ascii.EqualsIgnoreCase(cell, "shared"u8) ? AccountKind.Shared
            : Ascii.EqualsIgnoreCase(cell, "room"u8) ? AccountKind.Room
            : Ascii.EqualsIgnoreCase(cell, "bot"u8) ? AccountKind.Bot
            : AccountKind.Unknown;
        return kind != AccountKind.Unknown;
    }

    private static bool TryReadLevel(ReadOnlySpan<byte> cell, out int? level)
    {
        level = null;
        if (cell.IsEmpty)
            return true;
        if (!Utf8Parser.TryParse(cell, out int number, out var read) || read != cell.Length
            || number is < 1 or > LevelMax)
            return false;
        level = number;
        return true;
    }

    private DateOnly? Date(int key) => Instants.TryReadDate(_table[key], out var date) ? date : null;

    private int? FirstBadDate() =>
        First([Start, Leave, AbsentFrom, AbsentTo], key => !_table[key].IsEmpty && Date(key) is null);

    private int? FirstBadText() => First([Name, Department, Site, JobFamily], key => _table.Text(key) is { } text
        && (text.Length > TextLengthMax || text.Any(c => char.IsControl(c) || c == '\ufffd')));

    private static int? First(int[] keys, Func<int, bool> isBad)
    {
        foreach (var key in keys)
            if (isBad(key))
                return key;
        return null;
    }
}

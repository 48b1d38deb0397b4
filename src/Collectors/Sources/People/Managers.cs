using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>The managers whom a people file names: who was found, who was not, and who reports in a circle.</summary>
public sealed class Managers
{
    private const int UnfoundMin = 3;
    private const int RowsShownMax = 100;

    private readonly string _file;
    private readonly CollectReport _report;
    private readonly List<ManagerNotFound> _unfound = [];
    private readonly List<long> _byPartOfName = [];

    internal Managers(string file, CollectReport report) => (_file, _report) = (file, report);

    /// <summary>Rows that name a manager.</summary>
    public int StatedCount { get; private set; }

    /// <summary>Those whose manager is nobody in the file or the store, or several people there.</summary>
    public IReadOnlyList<ManagerNotFound> Unfound => _unfound;

    /// <summary>
    /// Reports managers that were not found, and refuses the file where they are more than one in ten and at least
    /// three: a chart without them says that most people stand at the top.
    /// </summary>
    /// <param name="erased">Ids and addresses of people who were erased, which files name still.</param>
    /// <param name="allowPartial">Whether the file is taken in all the same.</param>
    /// <exception cref="InputException">Too many were not found.</exception>
    public void Require(IReadOnlySet<string> erased, bool allowPartial)
    {
        ManagerNotFound[] unfound = [.. _unfound.Where(one => one.Handle is null || !erased.Contains(one.Handle))];
        if (unfound.Length == 0)
            return;
        var (none, several) = (unfound.Where(one => !one.IsAmbiguous), unfound.Where(one => one.IsAmbiguous));
        var words = string.Join("; ", ((string[])
        [
            RowsOf(none) is { Length: > 0 } rows ? $"nobody in the file or the store: {rows}" : "",
            RowsOf(several) is { Length: > 0 } of ? $"several people of one name: {of}" : "",
        ]).Where(text => text.Length > 0));
        if (unfound.Length >= UnfoundMin && 10 * unfound.Length > StatedCount && !allowPartial)
            throw new InputException(
                $"{_file}: {unfound.Length:N0} of {StatedCount:N0} managers were not found ({words}); nothing was "
                + "stored, because without them the chart is wrong. Write their ids, their addresses, or their names "
                + "as the file has them; --allow-partial takes the file in without them.");
        _report.Note($"{unfound.Length:N0} of {StatedCount:N0} managers {(unfound.Length == 1 ? "was" : "were")} not "
            + $"found ({words}).");
    }

    /// <summary>The entries with the ids of their managers.</summary>
    internal IReadOnlyList<DirectoryEntry> Find(IReadOnlyList<PersonRow> rows, IReadOnlyList<NamedPerson> known)
    {
        var texts = new ManagerTexts();
        var own = rows.Select(row => row.Entry.SourceId).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, entry, _) in rows)
            texts.Know(
                entry.SourceId, entry.Handles, entry.Kind is null or AccountKind.Person ? entry.Name : null,
                entry.Leave is not null);
        foreach (var person in known)
            texts.Know(person.Id, person.Handles, own.Contains(person.Id) ? null : person.Name, person.Leaves);
        var entries = new List<DirectoryEntry>(rows.Count);
        foreach (var row in rows)
            entries.Add(row.Entry with { ManagerSourceId = row.Manager is { } text ? Find(row, text, texts) : null });
        if (texts.OtherZerosCount > 0)
            _report.Note($"{texts.OtherZerosCount:N0} managers were found by number alone: their ids begin with zeros "
                + "that a spreadsheet cut off.");
        if (_byPartOfName.Count > 0)
            _report.Note("Found by a part of their name, which nobody else has, are the managers of "
                + $"{InWords(_byPartOfName)}.");
        TellCircles(rows, entries);
        return entries;
    }

    private string? Find(PersonRow row, string text, ManagerTexts texts)
    {
        var before = texts.PartOfNameCount;
        var found = texts.Find(text, out var isAmbiguous);
        if (texts.PartOfNameCount > before)
            _byPartOfName.Add(row.Number);
        if (found is null && !isAmbiguous && ManagerTexts.IsNobody(text))
            return null;
        StatedCount++;
        if (found is not null)
            return found;
        var handle = isAmbiguous ? null : Handle.Normalise(text);
        _unfound.Add(new(row.Number, handle, isAmbiguous));
        return handle;
    }

    private void TellCircles(IReadOnlyList<PersonRow> rows, List<DirectoryEntry> entries)
    {
        var indexById = entries.Index().ToDictionary(one => one.Item.SourceId, one => one.Index,
            StringComparer.Ordinal);
        var walkOf = new int[entries.Count];
        for (var start = 0; start < entries.Count; start++)
        {
            var at = start;
            while (at >= 0 && walkOf[at] == 0)
            {
                walkOf[at] = start + 1;
                at = ManagerOf(at);
            }
            if (at >= 0 && walkOf[at] == start + 1 && ManagerOf(at) != at)
                TellCircle(at);
        }

        int ManagerOf(int index) =>
            entries[index].ManagerSourceId is { } id && indexById.TryGetValue(id, out var manager) ? manager : -1;

        void TellCircle(int first)
        {
            var numbers = new List<long> { rows[first].Number };
            for (var at = ManagerOf(first); at != first; at = ManagerOf(at))
                numbers.Add(rows[at].Number);
            _report.Note($"People report to each other in a circle of {numbers.Count:N0}: {InWords(numbers)}. "
                + "Who of them stands above is not known.");
        }
    }

    private static string RowsOf(IEnumerable<ManagerNotFound> unfound) =>
        unfound.Select(one => one.Row).ToList() is { Count: > 0 } numbers ? InWords(numbers) : "";

    internal static string InWords(List<long> numbers)
    {
        numbers.Sort();
        var shown = numbers.Take(RowsShownMax).ToArray();
        return numbers.Count == 1 ? $"row {shown[0]}"
            : numbers.Count > RowsShownMax
            ? $"rows {string.Join(", ", shown)} and {numbers.Count - RowsShownMax:N0} more"
            : $"rows {string.Join(", ", shown[..^1])} and {shown[^1]}";
    }
}

/// <summary>A manager who was not found.</summary>
/// <param name="Row">The row of the file, 1-based.</param>
/// <param name="Handle">What stands there, in normal spelling; null where several people have the name.</param>
/// <param name="IsAmbiguous">Whether several people are of the name.</param>
public sealed record ManagerNotFound(long Row, string? Handle, bool IsAmbiguous);

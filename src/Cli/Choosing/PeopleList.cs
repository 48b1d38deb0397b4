using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>People named on the command line or in a file, by id, key, address or name.</summary>
internal static class PeopleList
{
    private const int RowsShown = 20;

    /// <summary>What the first row of a file may be called instead of naming somebody.</summary>
    private static readonly string[] Headers = ["person", "id", "key", "email", "mail", "address"];

    public static Task<PersonId[]> ReadAsync(Store store, string? text, CancellationToken cancellation) =>
        FindAsync(store, (text ?? "").Split(','), "Entry", "Entries", "the list", cancellation);

    /// <summary>The first entry of a list that names one of these people, by number: a name goes into no log.</summary>
    public static async Task<string> InBothAsync(
        Store store, string text, PersonId[] people, CancellationToken cancellation)
    {
        var entries = text.Split(',');
        var entry = 0;
        while (await PersonLookup.FindAsync(store, entries[entry], cancellation) is not { } id || !people.Contains(id))
            entry++;
        return $"Entry {entry + 1}";
    }

    /// <summary>One person a row, in its first cell, under a header or none; null without a file.</summary>
    public static async Task<PersonId[]?> ReadFileAsync(Store store, string? path, CancellationToken cancellation)
    {
        if (path is null)
            return null;
        string[] rows = [.. (await File.ReadAllLinesAsync(SharedOptions.RequireFile(path), cancellation))
            .Select(FirstCell)];
        if (rows.Length > 0 && Headers.Contains(rows[0], StringComparer.OrdinalIgnoreCase)
            && await store.People.FindAsync(rows[0], cancellation) is null)
            rows[0] = "";
        return await FindAsync(store, rows, "Row", "Rows", Path.GetFileName(path), cancellation);
    }

    private static string FirstCell(string row)
    {
        var end = row.IndexOfAny([',', ';', '\t']);
        return (end < 0 ? row : row[..end]).Trim().Trim('"').Trim();
    }

    /// <summary>All of them or none: a list that is read in part would be another list.</summary>
    private static async Task<PersonId[]> FindAsync(
        Store store, string[] entries, string one, string several, string place, CancellationToken cancellation)
    {
        var (found, unknown) = (new List<PersonId>(), new List<int>());
        for (var entry = 0; entry < entries.Length; entry++)
        {
            if (string.IsNullOrWhiteSpace(entries[entry]))
                continue;
            if (await PersonLookup.FindAsync(store, entries[entry], cancellation) is { } id)
                found.Add(id);
            else
                unknown.Add(entry + 1);
        }
        return unknown.Count == 0
            ? [.. found.Distinct()]
            : throw new FailedException(
                (unknown is [var row] ? $"{one} {row} of {place} is" : $"{several} {Numbers(unknown)} of {place} are")
                + " nobody's id, address, name or key. Look people up with rank.");
    }

    private static string Numbers(List<int> rows) =>
        string.Join(", ", rows.Take(RowsShown))
        + (rows.Count > RowsShown ? $" and {rows.Count - RowsShown:N0} more" : "");
}

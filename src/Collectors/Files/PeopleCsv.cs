using InfluencerMap.Collectors.Identities;
using InfluencerMap.Graph.Identities;

namespace InfluencerMap.Collectors.Files;

/// <summary>People, and mailboxes that belong to nobody, from a file of separated values.</summary>
/// <remarks>
/// Columns that are neither mapped nor named like a key are refused, so that nothing about people comes in unasked.
/// An empty cell states nothing: what another file said stays.
/// </remarks>
public static class PeopleCsv
{
    private const int UnknownShownMax = 20;

    /// <summary>The keys that columns are mapped to; id is needed.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "id", "name", "email", "aliases", "kind", "manager", "department", "site", "jobFamily", "level",
        "start", "leave", "absentFrom", "absentTo",
    ];

    /// <param name="path">The file.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="customerKey">Makes the pseudonymous keys (<see cref="PersonKey"/>).</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InputException">
    /// The file or a column is missing, a column is unknown, or more rows are bad than the format allows.
    /// </exception>
    public static Task<PeopleRead> ReadAsync(
        string path, CsvFormat format, ReadOnlyMemory<byte> customerKey, CancellationToken cancellation = default) =>
        Task.Run(
            () =>
            {
                var report = new CollectReport();
                using var table = CsvTable.Open(path, format, Keys, report, cancellation);
                return Read(table, format, report, customerKey.Span, cancellation);
            },
            cancellation);

    internal static PeopleRead Read(
        CsvTable table, CsvFormat format, CollectReport report, ReadOnlySpan<byte> customerKey,
        CancellationToken cancellation)
    {
        var rows = new PeopleRows(table);
        RefuseUnknownColumns(table, format, report);
        while (table.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Read(customerKey);
        }
        return new(rows.Entries, report);
    }

    private static void RefuseUnknownColumns(CsvTable table, CsvFormat format, CollectReport report)
    {
        var ignored = format.Ignore.Select(table.Columns.Find).ToHashSet();
        var unknown = report.UnreadColumns.Where(number => !ignored.Contains(number - 1))
            .Select(number => table.Columns.Show(number - 1)).ToArray();
        var more = unknown.Length - UnknownShownMax;
        var shown = unknown.Take(UnknownShownMax).ToArray();
        if (unknown.Length > 0)
            throw table.Refuse(
                $"columns not known: {string.Join(", ", shown)}{(more > 0 ? $" and {more:N0} more" : "")}. "
                + $"Leave them unread (--ignore {string.Join(",", shown)}{(more > 0 ? ",…" : "")}) or map them "
                + $"(--map KEY=COLUMN); the keys are {string.Join(", ", Keys)}.");
    }
}

/// <summary>What a people file said.</summary>
public sealed record PeopleRead(IReadOnlyList<DirectoryEntry> Entries, CollectReport Report);

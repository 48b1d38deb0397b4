using InfluencerMap.Collectors.Identities;
using InfluencerMap.Collectors.Reading;

namespace InfluencerMap.Collectors.Sources;

/// <summary>A mapping file: which handle is whose, for all time or for days.</summary>
public static class IdentitiesCsv
{
    private const int HandleKey = 0, PersonKey = 1, From = 2, To = 3;

    /// <summary>The keys that columns are mapped to; handle and person are needed.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["handle", "person", "from", "to"];

    /// <param name="path">The file.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InputException">
    /// The file or a column is missing, or more rows are bad than the format allows.
    /// </exception>
    public static Task<IdentitiesRead> ReadAsync(
        string path, CsvFormat format, CancellationToken cancellation = default) =>
        Task.Run(
            () =>
            {
                var report = new CollectReport();
                using var table = CsvTable.Open(path, format, Keys, report, cancellation);
                return Read(table, report, cancellation);
            },
            cancellation);

    internal static IdentitiesRead Read(CsvTable table, CollectReport report, CancellationToken cancellation)
    {
        foreach (var key in (int[])[HandleKey, PersonKey])
            if (!table.Has(key))
                throw table.Refuse($"no column for {Keys[key]}; map one of {table.Columns.ShowAll()} "
                    + $"(--map {Keys[key]}=COLUMN).");
        var rows = new List<IdentityRow>();
        while (table.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryRead(table) is not { } row)
                continue;
            rows.Add(row);
            report.GiveEntry();
        }
        report.EndRow();
        return new(rows, report);
    }

    private static IdentityRow? TryRead(CsvTable table)
    {
        if (Handle.Normalise(table.Text(HandleKey)) is not { } handle)
            table.Bad(HandleKey, "an address or handle, no control characters");
        else if (Handle.Normalise(table.Text(PersonKey)) is not { } person)
            table.Bad(PersonKey, "the id or an address of one person");
        else if (!TryReadDay(table, From, out var from))
            table.Bad(From, "a date as yyyy-MM-dd, the first day, or nothing");
        else if (!TryReadDay(table, To, out var to))
            table.Bad(To, "a date as yyyy-MM-dd, the first day after, or nothing");
        else if (from >= to)
            table.Bad(To, "a day after the one in from");
        else
            return new(table.LineNumber, handle, person, from, to);
        return null;
    }

    private static bool TryReadDay(CsvTable table, int key, out DateOnly? day)
    {
        day = Instants.TryReadDate(table[key], out var read) ? read : null;
        return day is not null || table[key].IsEmpty;
    }
}

/// <summary>What a mapping file said.</summary>
public sealed record IdentitiesRead(IReadOnlyList<IdentityRow> Rows, CollectReport Report);

/// <summary>A row of a mapping file, handle and person in normal spelling.</summary>
/// <param name="LineNumber">Where it stands, 1-based.</param>
/// <param name="Handle">An address or handle.</param>
/// <param name="Person">Id or address of the person.</param>
/// <param name="From">First day, UTC; null = from the beginning.</param>
/// <param name="To">First day after; null = for ever.</param>
public sealed record IdentityRow(long LineNumber, string Handle, string Person, DateOnly? From, DateOnly? To);

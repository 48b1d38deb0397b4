namespace InfluencerMap.Collectors;

/// <summary>A mapping file: which handle is whose, for all time or for days.</summary>
public static class IdentitiesCsv
{
    /// <summary>The keys that columns are mapped to; handle and person are needed.</summary>
    public static IReadOnlyList<string> Keys => EnumNames<IdentityColumn>.All;

    /// <param name="path">The file.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InputException">
    /// The file or a column is missing, or more rows are bad than the format allows.
    /// </exception>
    public static Task<IdentitiesRead> ReadAsync(
        string path, CsvFormat format, CancellationToken cancellation = default) =>
        SourceFiles.ReadOneAsync(
            path,
            file =>
            {
                var report = new CollectReport();
                using var table = CsvTable<IdentityColumn>.Open(file, format, report);
                return Read(table, report, cancellation);
            },
            cancellation);

    internal static IdentitiesRead Read(
        CsvTable<IdentityColumn> table, CollectReport report, CancellationToken cancellation)
    {
        foreach (var key in (IdentityColumn[])[IdentityColumn.Handle, IdentityColumn.Person])
            if (!table.Has(key))
                throw table.Refuse($"no column for {Keys[(int)key]}; map one of {table.Columns.ShowAll()} "
                    + $"(--map {Keys[(int)key]}=COLUMN).");
        return new(table.ReadAll(() => TryRead(table), cancellation), report);
    }

    private static IdentityRow? TryRead(CsvTable<IdentityColumn> table)
    {
        if (Handle.Normalise(table.Text(IdentityColumn.Handle)) is not { } handle)
            table.Bad(IdentityColumn.Handle, "an address or handle, no control characters");
        else if (Handle.Normalise(table.Text(IdentityColumn.Person)) is not { } person)
            table.Bad(IdentityColumn.Person, "the id or an address of one person");
        else if (!TryReadDay(table, IdentityColumn.From, out var from))
            table.Bad(IdentityColumn.From, "a date as yyyy-MM-dd, the first day, or nothing");
        else if (!TryReadDay(table, IdentityColumn.To, out var to))
            table.Bad(IdentityColumn.To, "a date as yyyy-MM-dd, the first day after, or nothing");
        else if (from >= to)
            table.Bad(IdentityColumn.To, "a day after the one in from");
        else
            return new(table.LineNumber, handle, person, from, to);
        return null;
    }

    private static bool TryReadDay(CsvTable<IdentityColumn> table, IdentityColumn key, out DateOnly? day)
    {
        day = Instants.TryReadDate(table[key], out var read) ? read : null;
        return day is not null || table[key].IsEmpty;
    }
}

internal enum IdentityColumn { Handle, Person, From, To }

/// <summary>What a mapping file said.</summary>
public sealed record IdentitiesRead(IReadOnlyList<IdentityRow> Rows, CollectReport Report);

/// <summary>A row of a mapping file, handle and person in normal spelling.</summary>
/// <param name="LineNumber">Where it stands, 1-based.</param>
/// <param name="Handle">An address or handle.</param>
/// <param name="Person">Id or address of the person.</param>
/// <param name="From">First day, UTC; null = from the beginning.</param>
/// <param name="To">First day after; null = for ever.</param>
public sealed record IdentityRow(long LineNumber, string Handle, string Person, DateOnly? From, DateOnly? To);

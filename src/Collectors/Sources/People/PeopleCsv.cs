using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>People, and mailboxes that belong to nobody, from a file of separated values.</summary>
/// <remarks>
/// Columns that are neither mapped nor named like a key are refused, so that nothing about people comes in unasked.
/// An empty cell states nothing: what another file said stays.
/// </remarks>
public static class PeopleCsv
{
    /// <summary>The keys that columns are mapped to; id is needed, or email in its place.</summary>
    public static IReadOnlyList<string> Keys => EnumNames<PeopleColumn>.All;

    /// <param name="path">The file.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="customerKey">Makes the pseudonymous keys (<see cref="PersonKey"/>).</param>
    /// <param name="known">Whom the store knows: they can be named as managers.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InputException">
    /// The file or a column is missing, a column is unknown, or more rows are bad than the format allows.
    /// </exception>
    public static Task<PeopleRead> ReadAsync(
        string path, CsvFormat format, ReadOnlyMemory<byte> customerKey, IReadOnlyList<NamedPerson>? known = null,
        CancellationToken cancellation = default) =>
        SourceFiles.ReadOneAsync(
            path, file => Read(file, format, customerKey, known ?? [], cancellation), cancellation);

    /// <summary>Reads the file twice: first for what is known only when all rows were seen.</summary>
    internal static PeopleRead Read(
        SourceFile file, CsvFormat format, ReadOnlyMemory<byte> customerKey, IReadOnlyList<NamedPerson> known,
        CancellationToken cancellation)
    {
        var order = PeopleColumns.Check(file, format, cancellation);
        var report = new CollectReport();
        using var table = CsvTable<PeopleColumn>.Open(file, format, report, Headings.People);
        var rows = new PeopleRows(table, report, new(order));
        var people = table.ReadAll(() => rows.Read(customerKey.Span), cancellation);
        rows.End();
        if (order.Note() is { } note)
            report.Note(note);
        var managers = new Managers(file.Name, report);
        return new(managers.Find(people, known), report, managers);
    }
}

internal enum PeopleColumn
{
    Id, Name, Email, Aliases, Kind, Manager, Department, Site, JobFamily, Level, Start, Leave, AbsentFrom, AbsentTo,
    Fte, WorkingDays,
}

/// <summary>What a people file said.</summary>
/// <param name="Entries">In the order of the file.</param>
/// <param name="Report">The account of its rows.</param>
/// <param name="Managers">The managers that it names, found and not.</param>
public sealed record PeopleRead(IReadOnlyList<DirectoryEntry> Entries, CollectReport Report, Managers Managers);

/// <summary>Somebody who can be named as a manager.</summary>
/// <param name="Id">The id, in normal spelling.</param>
/// <param name="Handles">Addresses and handles, in normal spelling.</param>
/// <param name="Name">The name, where it is known.</param>
/// <param name="Leaves">Whether there is a day of leaving.</param>
public sealed record NamedPerson(string Id, IReadOnlyList<string> Handles, string? Name, bool Leaves);

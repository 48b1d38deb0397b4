namespace InfluencerMap.Collectors;

/// <summary>What people said of their own data, from a file of separated values: one act a row.</summary>
/// <remarks>Each row states when it was said, so that a file read again never undoes what came later.</remarks>
public static class ConsentsCsv
{
    private const int TextLengthMax = 100;

    /// <summary>The keys that columns are mapped to; person, textVersion, at and channel are needed.</summary>
    public static IReadOnlyList<string> Keys => EnumNames<ConsentColumn>.All;

    /// <param name="path">The file.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="states">The words that a state may be.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InputException">The file or a column is missing, or a row is bad.</exception>
    public static Task<ConsentsRead> ReadAsync(
        string path, CsvFormat format, IReadOnlyList<string> states, CancellationToken cancellation = default) =>
        SourceFiles.ReadOneAsync(
            path,
            file =>
            {
                var report = new CollectReport();
                using var table = CsvTable<ConsentColumn>.Open(file, format, report);
                return new ConsentsRead(Read(table, report, states, cancellation), report);
            },
            cancellation);

    internal static List<ConsentRow> Read(
        CsvTable<ConsentColumn> table, CollectReport report, IReadOnlyList<string> states,
        CancellationToken cancellation)
    {
        foreach (var key in Enum.GetValues<ConsentColumn>())
            if (key is not (ConsentColumn.State or ConsentColumn.ExternalContacts) && !table.Has(key))
                throw table.Refuse($"no column for {Keys[(int)key]}; the columns are {table.Columns.ShowAll()}.");
        var instants = new Instants(table.Of(ConsentColumn.At), TimeZoneInfo.Utc, report);
        return table.ReadAll(() => Read(table, instants, states), cancellation);
    }

    private static ConsentRow? Read(CsvTable<ConsentColumn> table, Instants instants, IReadOnlyList<string> states)
    {
        var state = table.Text(ConsentColumn.State)?.ToLowerInvariant();
        var external = table.Text(ConsentColumn.ExternalContacts)?.ToLowerInvariant();
        if (table.Text(ConsentColumn.Person) is not { } text || Handle.Normalise(text) is not { } person)
            table.Bad(ConsentColumn.Person, "an id, key or address");
        else if (state is not null && !states.Contains(state))
            table.Bad(ConsentColumn.State, string.Join(", ", states));
        else if (external is not (null or "on" or "off"))
            table.Bad(ConsentColumn.ExternalContacts, "on or off");
        else if (state is null && external is null)
            table.Bad(ConsentColumn.State, "a state, or externalContacts");
        else if (!instants.TryRead(table[ConsentColumn.At], out var at))
            table.Bad(ConsentColumn.At, instants.Expected);
        else if (Short(table.Text(ConsentColumn.TextVersion)) is not { } version)
            table.Bad(ConsentColumn.TextVersion, $"the version of the text, at most {TextLengthMax} characters");
        else if (Short(table.Text(ConsentColumn.Channel)) is not { } channel)
            table.Bad(ConsentColumn.Channel, $"how it was said, at most {TextLengthMax} characters");
        else
            return new(person, state, external is null ? null : external == "on", version, at, channel);
        return null;
    }

    private static string? Short(string? text) =>
        text is { Length: > 0 and <= TextLengthMax } && !text.Any(char.IsControl) ? text : null;
}

internal enum ConsentColumn { Person, State, ExternalContacts, TextVersion, At, Channel }

/// <summary>What a file of acts said.</summary>
public sealed record ConsentsRead(IReadOnlyList<ConsentRow> Rows, CollectReport Report);

/// <summary>One act as a file states it.</summary>
/// <param name="Person">Id, key or address, in normal spelling.</param>
/// <param name="State">One of the words asked for; null where the row does not speak of it.</param>
/// <param name="ExternalContacts">Null where the row does not speak of it.</param>
/// <param name="TextVersion">Version of the text that the person read.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Channel">How.</param>
public sealed record ConsentRow(
    string Person, string? State, bool? ExternalContacts, string TextVersion, DateTime At, string Channel);

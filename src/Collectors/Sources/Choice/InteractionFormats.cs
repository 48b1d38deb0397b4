namespace InfluencerMap.Collectors;

/// <summary>Every format of files that interactions can be read from.</summary>
public static class InteractionFormats
{
    /// <summary>
    /// The formats in the order in which they are looked for: exports of many files first, plain tables last.
    /// </summary>
    /// <remarks>Of two that are sure of a file the first reads it, unless most files are of the other.</remarks>
    public static IReadOnlyList<IInteractionFormat> All { get; } =
    [
        new SlackExport(),
        new YammerExport(),
        new ExportedTeams(),
        new ActivityCollections(),
        new XArchiveFiles(),
        new LinkedInConnections(),
        new Maildir(),
        new MessageTrace(),
        new ExchangeTracking(),
        new Mbox(),
        new Eml(),
        new VivaTies(),
        new Nominations(),
        new JsonLines(),
        new Edges(),
        new CsvInteractions(),
    ];

    /// <summary>The format of that name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static IInteractionFormat Named(string name) =>
        All.FirstOrDefault(format => format.Name == name)
        ?? throw new InputException($"There is no format '{name}'; there are {Names}.");

    /// <summary>All names, for messages.</summary>
    internal static string Names => string.Join(", ", All.Select(format => format.Name));
}

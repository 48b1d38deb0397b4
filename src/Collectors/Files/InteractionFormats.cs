using InfluencerMap.Collectors.Files.Mail;
using InfluencerMap.Collectors.Files.TeamsExport;
using InfluencerMap.Collectors.Social.ActivityStreams;
using InfluencerMap.Collectors.Social.LinkedIn;
using InfluencerMap.Collectors.Social.Slack;
using InfluencerMap.Collectors.Social.XArchive;
using InfluencerMap.Collectors.Social.Yammer;

namespace InfluencerMap.Collectors.Files;

/// <summary>Every format of files that interactions can be read from.</summary>
public static class InteractionFormats
{
    /// <summary>The formats in the order in which they are looked for; plain tables come last.</summary>
    public static IReadOnlyList<IInteractionFormat> All { get; } =
    [
        new MessageTrace(),
        new ExchangeTracking(),
        new Mbox(),
        new Maildir(),
        new Eml(),
        new SlackExport(),
        new YammerExport(),
        new ExportedTeams(),
        new ActivityCollections(),
        new XArchiveFiles(),
        new LinkedInConnections(),
        new VivaTies(),
        new Nominations(),
        new JsonLines(),
        new Edges(),
        new CsvInteractions(),
    ];

    /// <summary>The first format that the files look like.</summary>
    /// <exception cref="InputException">They look like none.</exception>
    public static IInteractionFormat Detect(SourceFiles files) =>
        All.FirstOrDefault(format => format.Matches(files)) ?? throw new InputException(
            $"{files.Name}: looks like no format known here; name it (--format {Names}).");

    /// <summary>The format of that name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static IInteractionFormat Named(string name) =>
        All.FirstOrDefault(format => format.Name == name)
        ?? throw new InputException($"There is no format '{name}'; there are {Names}.");

    private static string Names => string.Join(", ", All.Select(format => format.Name));
}

using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files.TeamsExport;

/// <summary>
/// Messages of Teams that somebody exported: JSON as the export interfaces of Graph give it, or the metadata table
/// of a Purview eDiscovery export.
/// </summary>
internal sealed class ExportedTeams : IInteractionFormat
{
    public string Name => "teams-export";

    public string What => "exported Teams messages: JSON as Graph gives it, or the table of an eDiscovery export";

    public bool Matches(SourceFiles files) => files.Files.Any(file =>
        file.HeadText is var head && (IsTable(file) ? Holds(head, "Email_date_sent") && Holds(head, "Item_class")
            : IsJson(file) && Holds(head, "\"messageType\"") && Holds(head, "\"createdDateTime\"")));

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var chats = new GraphMessages(read);
        foreach (var file in files.Files)
            foreach (var interaction in IsTable(file) ? MetadataTable.Read(file, read)
                : IsJson(file) || files.IsOneFile ? chats.Read(file) : [])
                yield return interaction;
        foreach (var interaction in chats.End())
            yield return interaction;
    }

    private static bool Holds(string head, string name) => head.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsTable(SourceFile file) => file.PlainName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(SourceFile file) => file.PlainName.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}

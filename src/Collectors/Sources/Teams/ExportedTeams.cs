using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Messages of Teams that somebody exported: JSON as the export interfaces of Graph give it, or the metadata table
/// of a Purview eDiscovery export.
/// </summary>
internal sealed class ExportedTeams : IInteractionFormat
{
    public string Name => "teams-export";

    public string What => "exported Teams messages: JSON as Graph gives it, or the table of an eDiscovery export";

    /// <summary>Besides its table an eDiscovery export holds the items: mails, which are not read again.</summary>
    public IReadOnlyList<SourceFile> Claim(SourceFiles files) =>
        files.Files.FirstOrDefault(IsMetadata) is { } table ? files.Under(table.Folder) : [];

    public Likeness LikenessOf(SourceFile file, CsvFormat csv) =>
        IsJson(file) && Holds(file, "messageType") && Holds(file, "createdDateTime") ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        var chats = new GraphMessages(read);
        foreach (var file in files.Files)
            foreach (var interaction in IsMetadata(file) || (files.IsOneFile && IsTable(file))
                    ? MetadataTable.Read(file, read)
                : IsJson(file) || files.AreChosen ? chats.Read(file) : [])
                yield return interaction;
        foreach (var interaction in chats.End())
            yield return interaction;
        read.LeaveOutUnread(files);
    }

    /// <summary>Whether it names a property so, with a capital as the module of Graph writes it or without.</summary>
    private static bool Holds(SourceFile file, string name) =>
        file.HeadText.Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase)
        || Encoding.UTF8.GetString(file.Middle).Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase);

    private static bool IsMetadata(SourceFile file) =>
        IsTable(file) && file.Head.IndexOf("Email_date_sent"u8) >= 0 && file.Head.IndexOf("Item_class"u8) >= 0;

    private static bool IsTable(SourceFile file) => file.PlainName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(SourceFile file) => file.PlainName.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}

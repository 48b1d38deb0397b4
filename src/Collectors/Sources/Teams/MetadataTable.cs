using System.Text;
using InfluencerMap.Collectors.Reading;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors.Sources;

/// <summary>The metadata table of a Purview eDiscovery export: of its items only the messages of Teams.</summary>
internal static class MetadataTable
{
    private const int Class = 0, Sent = 1, Sender = 2, To = 3, Cc = 4, Bcc = 5, Recipients = 6, Id = 7, OtherId = 8;

    private static readonly string[] Keys =
    [
        "Item_class", "Email_date_sent", "Email_sender", "Email_to", "Email_cc", "Email_bcc", "Email_recipients",
        "Email_message_ID", "Immutable_ID",
    ];

    public static IEnumerable<Interaction> Read(SourceFile file, FormatRead read)
    {
        var layout = CsvFormat.Default with
        {
            MaxBadRows = read.Csv.MaxBadRows, Encoding = read.Csv.Encoding, Dates = read.Csv.Dates,
        };
        using var table = CsvTable.Open(file, layout, Keys, read.Report);
        if (!table.Has(Class) || !table.Has(Sent) || !table.Has(Sender))
            throw table.Refuse("expected columns Item_class, Email_date_sent and Email_sender, as eDiscovery exports.");
        var instants = new Instants(table, Sent, TimeZoneInfo.Utc, read.Report);
        while (table.Next())
            foreach (var interaction in ReadRow(table, instants, read))
                yield return interaction;
    }

    private static Interaction[] ReadRow(CsvTable table, Instants instants, FormatRead read)
    {
        var id = table[Id].IsEmpty ? table[OtherId] : table[Id];
        var sender = AccountOf(new AddressCell(table[Sender], isList: false).First, read);
        if (!Begins(table[Class], "IPM.SkypeTeams.Message"u8))
            read.Report.Drop("items other than messages of Teams");
        else if (!instants.TryRead(table[Sent], out var at))
            table.Bad(Sent, instants.Expected);
        else if (sender == Interaction.Nobody || id.IsEmpty)
            read.Report.Drop("messages without sender or id");
        else
        {
            var number = new EventId().Add((long)Channel.Chat).Add(id).Value;
            var message = new Interaction(number, at, sender, 0, Channel.Chat, RecipientRole.To, 1);
            return Towards(RecipientsOf(table, sender, read), message, read);
        }
        return [];
    }

    private static Interaction[] Towards(HashSet<int> recipients, Interaction message, FormatRead read)
    {
        var given = recipients
            .Select(recipient => message with { Target = recipient, AudienceSize = recipients.Count }).ToArray();
        foreach (var interaction in given)
            read.Gives(interaction);
        if (given.Length == 0)
            read.Report.Drop("posts to nobody in particular");
        return given;
    }

    /// <summary>A chat has no copies: all of its members are there alike.</summary>
    private static HashSet<int> RecipientsOf(CsvTable table, int sender, FormatRead read)
    {
        var recipients = new HashSet<int>();
        foreach (var column in (ReadOnlySpan<int>)[To, Cc, Bcc, Recipients])
        {
            var cell = new AddressCell(table[column]);
            while (cell.Next(out var part))
                if (AccountOf(part, read) is var recipient && recipient != Interaction.Nobody)
                    recipients.Add(recipient);
        }
        recipients.Remove(sender);
        return recipients;
    }

    /// <summary>What is no address gives nothing.</summary>
    private static int AccountOf(ReadOnlySpan<byte> address, FormatRead read) =>
        address.Contains((byte)'@') ? read.Accounts.ResolveOrNobody(address) : Interaction.Nobody;

    private static bool Begins(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> with) =>
        cell.Length >= with.Length && Ascii.EqualsIgnoreCase(cell[..with.Length], with);
}

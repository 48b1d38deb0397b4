using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>The metadata table of a Purview eDiscovery export: of its items only the messages of Teams.</summary>
internal static class MetadataTable
{
    private enum Column
    {
        [Named("Item_class")] Class,
        [Named("Email_date_sent")] Sent,
        [Named("Email_sender")] Sender,
        [Named("Email_to")] To,
        [Named("Email_cc")] Cc,
        [Named("Email_bcc")] Bcc,
        [Named("Email_recipients")] Recipients,
        [Named("Email_message_ID")] Id,
        [Named("Immutable_ID")] OtherId,
    }

    public static IEnumerable<Interaction<AccountId>> Read(SourceFile file, FormatRead read)
    {
        var layout = CsvFormat.Default with
        {
            MaxBadRows = read.Csv.MaxBadRows, Encoding = read.Csv.Encoding, Dates = read.Csv.Dates,
        };
        using var table = CsvTable<Column>.Open(file, layout, read.Report);
        if (!table.Has(Column.Class) || !table.Has(Column.Sent) || !table.Has(Column.Sender))
            throw table.Refuse("expected columns Item_class, Email_date_sent and Email_sender, as eDiscovery exports.");
        var instants = new Instants(table.Of(Column.Sent), TimeZoneInfo.Utc, read.Report);
        while (table.Next())
            foreach (var interaction in ReadRow(table, instants, read))
                yield return interaction;
    }

    private static Interaction<AccountId>[] ReadRow(CsvTable<Column> table, Instants instants, FormatRead read)
    {
        var id = table[Column.Id].IsEmpty ? table[Column.OtherId] : table[Column.Id];
        var sender = AccountOf(new AddressCell(table[Column.Sender], isList: false).First, read);
        if (!MailRules.Begins(table[Column.Class], "IPM.SkypeTeams.Message"u8))
            read.Report.Drop(Outcome.OtherItem);
        else if (!instants.TryRead(table[Column.Sent], out var at))
            table.Bad(Column.Sent, instants.Expected);
        else if (sender == AccountId.None || id.IsEmpty)
            read.Report.Drop(Outcome.NoSenderOrId);
        else
        {
            var number = new EventId().Add((long)Channel.Chat).Add(id).Value;
            var message = new Interaction<AccountId>(number, at, sender, default, Channel.Chat, RecipientRole.To, 1);
            return Towards(RecipientsOf(table, sender, read), message, read);
        }
        return [];
    }

    private static Interaction<AccountId>[] Towards(
        HashSet<AccountId> recipients, Interaction<AccountId> message, FormatRead read)
    {
        var given = recipients
            .Select(recipient => message with { Target = recipient, AudienceSize = recipients.Count }).ToArray();
        foreach (var interaction in given)
            read.Gives(interaction);
        if (given.Length == 0)
            read.Report.Drop(Outcome.ToNobody);
        return given;
    }

    /// <summary>A chat has no copies: all of its members are there alike.</summary>
    private static HashSet<AccountId> RecipientsOf(CsvTable<Column> table, AccountId sender, FormatRead read)
    {
        var recipients = new HashSet<AccountId>();
        foreach (var column in (Column[])[Column.To, Column.Cc, Column.Bcc, Column.Recipients])
        {
            var cell = new AddressCell(table[column]);
            while (cell.Next(out var part))
                if (AccountOf(part, read) is var recipient && recipient != AccountId.None)
                    recipients.Add(recipient);
        }
        recipients.Remove(sender);
        return recipients;
    }

    /// <summary>What is not an address gives nothing.</summary>
    private static AccountId AccountOf(ReadOnlySpan<byte> address, FormatRead read) =>
        address.Contains((byte)'@') ? read.Accounts.ResolveOrNobody(address) : AccountId.None;
}

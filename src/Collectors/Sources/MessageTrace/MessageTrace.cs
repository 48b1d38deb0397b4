using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Message traces of Exchange Online as CSV: one row a recipient, or all of a mail in one cell.</summary>
internal sealed class MessageTrace : IInteractionFormat
{
    /// <summary>The header may follow the type of PowerShell, a line of delimiters or titles.</summary>
    private const int LinesToHeaderMax = 6;

    /// <summary>Get-MessageTraceV2 and its predecessor, through Export-Csv.</summary>
    private const int Trace = 0;

    /// <summary>A historical search and the download of the admin centre: a status with each recipient.</summary>
    private const int Search = 1;

    private enum Column
    {
        [Named("Received", "origin_timestamp_utc")] At,
        [Named("SenderAddress", "sender_address")] From,
        [Named("RecipientAddress", "recipient_status")] To,
        [Named("MessageId", "message_id")] Message,
        [Named("Status", "status")] Status,
    }

    public string Name => "message-trace";

    public string What => "Exchange Online: Get-MessageTraceV2 saved as CSV, or a historical search";

    public Likeness LikenessOf(SourceFile file, CsvFormat csv) =>
        KindOf(file) is not null ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        var given = new ItemInteractions(read);
        foreach (var file in files.Files)
        {
            var kind = KindOf(file) ?? throw new InputException(
                $"{file.Name}: no message trace; one has the columns {string.Join(", ", EnumNames<Column>.All)}.");
            using var table = CsvTable<Column>.Open(file, read.Csv, read.Report, kind: kind);
            var instants = new Instants(table.Of(Column.At), read.Options.TimeZone, read.Report);
            foreach (var interaction in given.Each(
                table, () => Read(table, instants, read, isSearch: kind == Search, given)))
                yield return interaction;
        }
    }

    private static int? KindOf(SourceFile file)
    {
        var lines = file.HeadText.Split('\n').Take(LinesToHeaderMax);
        foreach (var kind in (int[])[Trace, Search])
            if (lines.Any(line => EnumNames<Column>.Of(kind)[..(int)Column.Status].All(column =>
                line.Contains(column, StringComparison.OrdinalIgnoreCase))))
                return kind;
        return null;
    }

    private static void Read(
        CsvTable<Column> table, Instants instants, FormatRead read, bool isSearch, ItemInteractions given)
    {
        if (!instants.TryRead(table[Column.At], out var at))
        {
            table.Bad(Column.At, instants.Expected);
            return;
        }
        var from = new AddressCell(table[Column.From], isList: false).First;
        if (MailRow.Begin(read, from, table[Column.Message], at) is not { } mail)
            return;
        if (!isSearch)
            AddAll(table[Column.To], table[Column.Status], mail, read, given);
        else
            foreach (var part in table[Column.To].Split((byte)';'))
                AddStated(table[Column.To][part], mail, read, given);
    }

    /// <summary>One address, or several where rows were joined.</summary>
    private static void AddAll(
        ReadOnlySpan<byte> cell, ReadOnlySpan<byte> status, Interaction<AccountId> mail,
        FormatRead read, ItemInteractions given)
    {
        var recipients = new AddressCell(cell);
        var isAny = false;
        for (; recipients.Next(out var recipient); isAny = true)
            Add(recipient, status, mail, read, given);
        if (recipients.HasOthers)
            read.Report.DropUnreadable(Outcome.NoAddressInCell);
        else if (!isAny)
            Add(cell, status, mail, read, given);
    }

    /// <summary>Reads <c>address##status</c>; details of the status may follow after a comma or a blank.</summary>
    private static void AddStated(
        ReadOnlySpan<byte> recipient, Interaction<AccountId> mail, FormatRead read, ItemInteractions given)
    {
        var mark = recipient.IndexOf("##"u8);
        var status = mark < 0 ? [] : recipient[(mark + 2)..];
        var statusEnd = status.IndexOfAny(", #"u8);
        Add(mark < 0 ? recipient : recipient[..mark], statusEnd < 0 ? status : status[..statusEnd], mail, read, given);
    }

    private static void Add(
        ReadOnlySpan<byte> to, ReadOnlySpan<byte> status, Interaction<AccountId> mail,
        FormatRead read, ItemInteractions given)
    {
        if (!status.IsEmpty && !Ascii.EqualsIgnoreCase(status, "Delivered"u8)
            && !Ascii.EqualsIgnoreCase(status, "Receive"u8))
            read.Report.Drop(Ascii.EqualsIgnoreCase(status, "Expanded"u8)
                ? Outcome.ListRow
                : Outcome.NotReached);
        else
            MailRow.Give(given, mail, to, RecipientRole.To, read);
    }
}

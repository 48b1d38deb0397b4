using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Message tracking logs of Exchange Server: the rows in which a mailbox hands in a mail.</summary>
internal sealed class ExchangeTracking : IInteractionFormat
{
    private const string FieldsMark = "#Fields:";

    private enum Column
    {
        [Named("date-time")] At,
        [Named("source")] Origin,
        [Named("event-id")] Event,
        [Named("message-id")] Message,
        [Named("recipient-address")] To,
        [Named("recipient-status")] Roles,
        [Named("sender-address")] From,
        [Named("source-context")] Context,
    }

    private static string[] Fields => EnumNames<Column>.All;

    /// <summary>Classes of items that no person wrote to be read as mail: meetings, absence notes, reports.</summary>
    private static readonly byte[][] AutomaticClasses =
    [
        .. new[] { "IPM.Schedule.", "IPM.Note.Rules.", "IPM.Note.StorageQuotaWarning", "IPM.Outlook.Recall", "REPORT." }
            .Select(Encoding.ASCII.GetBytes),
    ];

    public string Name => "exchange-tracking";

    public string What => "message tracking logs of Exchange Server, MSGTRK*.LOG";

    public Likeness LikenessOf(SourceFile file, CsvFormat csv) =>
        file.Head.TrimStart("\r\n \t"u8) is [(byte)'#', ..] && FieldsOf(file) is not null
            ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        var given = new ItemInteractions(read);
        var automatic = new HashSet<long>();
        foreach (var file in InOrder(files))
        {
            if (FieldsOf(file) is not { } names)
            {
                if (files.IsOneFile)
                    throw new InputException($"{file.Name}: no tracking log; one has a line '{FieldsMark} …'.");
                read.Report.DropFiles(Outcome.OtherFile);
                continue;
            }
            var numbers = Fields.Where(names.Contains).Select(field => $"{field}={Array.IndexOf(names, field) + 1}");
            var format = read.Csv with
            {
                Delimiter = ",",
                HasHeader = false,
                Comment = '#',
                MayBeCutOff = true,
                Map = ColumnMap.Parse(string.Join(',', numbers)),
            };
            using var table = CsvTable<Column>.Open(file, format, read.Report);
            var instants = new Instants(table.Of(Column.At), TimeZoneInfo.Utc, read.Report);
            foreach (var interaction in given.Each(table, () => ReadRow(table, instants, read, given, automatic)))
                yield return interaction;
        }
    }

    private static void ReadRow(
        CsvTable<Column> table, Instants instants, FormatRead read, ItemInteractions given, HashSet<long> automatic)
    {
        if (IsEvent(table, "SUBMIT"u8))
            NoteClass(table, read, automatic);
        else if (!IsEvent(table, "RECEIVE"u8))
            read.Report.Drop(Outcome.OtherTrackingRow);
        else if (automatic.Contains(EventId.OfMessageId(table[Column.Message])))
            read.Report.Drop(Outcome.AutomaticMail);
        else
            ReadMail(table, instants, read, given);
    }

    /// <summary>
    /// The names of the columns, which differ between versions; null where one that is needed is missing.
    /// </summary>
    private static string[]? FieldsOf(SourceFile file)
    {
        var head = file.HeadText;
        var start = head.IndexOf(FieldsMark, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var line = head[(start + FieldsMark.Length)..];
        var names = line[..(line.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : line.Length)]
            .Split(',', StringSplitOptions.TrimEntries);
        return Fields[..(int)Column.Context].All(names.Contains) ? names : null;
    }

    /// <summary>
    /// Logs of mailbox servers (MSGTRKM…) first: they say of what class a mail is that another log says was handed in.
    /// </summary>
    private static IEnumerable<SourceFile> InOrder(SourceFiles files) => files.Files.OrderBy(file =>
        file.PlainName.StartsWith("MSGTRKM", StringComparison.OrdinalIgnoreCase) ? 0 : 1);

    private static bool IsEvent(CsvTable<Column> table, ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(table[Column.Event], name)
        && Ascii.EqualsIgnoreCase(table[Column.Origin], "STOREDRIVER"u8);

    /// <summary>Keeps which mail is automatic by the class of its item, such as <c>IPM.Schedule.Meeting</c>.</summary>
    private static void NoteClass(CsvTable<Column> table, FormatRead read, HashSet<long> automatic)
    {
        read.Report.Drop(Outcome.OtherTrackingRow);
        var mark = table[Column.Context].IndexOf("MessageClass:"u8);
        if (mark < 0 || read.Options.KeepAutomaticMail
            || EventId.OfMessageId(table[Column.Message]) is not (not 0 and var id))
            return;
        var itemClass = table[Column.Context][(mark + "MessageClass:".Length)..];
        foreach (var start in AutomaticClasses)
            if (MailRules.Begins(itemClass, start))
                automatic.Add(id);
    }

    private static void ReadMail(CsvTable<Column> table, Instants instants, FormatRead read, ItemInteractions given)
    {
        if (!instants.TryRead(table[Column.At], out var at))
            table.Bad(Column.At, instants.Expected);
        else if (MailRow.Begin(read, table[Column.From], table[Column.Message], at) is { } mail)
        {
            var roles = table[Column.Roles].Split((byte)';');
            foreach (var part in table[Column.To].Split((byte)';'))
            {
                var role = roles.MoveNext() ? RoleOf(table[Column.Roles][roles.Current]) : RecipientRole.To;
                MailRow.Give(given, mail, table[Column.To][part], role, read);
            }
        }
    }

    private static RecipientRole RoleOf(ReadOnlySpan<byte> status) =>
        Ascii.EqualsIgnoreCase(status, "Cc"u8) ? RecipientRole.Cc
        : Ascii.EqualsIgnoreCase(status, "Bcc"u8) ? RecipientRole.Bcc
        : RecipientRole.To;
}

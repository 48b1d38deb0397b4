using System.Text;
using InfluencerMap.Collectors.Files.Mail;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files;

/// <summary>Message tracking logs of Exchange Server: the rows in which a mailbox hands in a mail.</summary>
internal sealed class ExchangeTracking : IInteractionFormat
{
    private const int FilesLookedAtMax = 100;
    private const int At = 0, Origin = 1, Event = 2, Message = 3, To = 4, Roles = 5, From = 6;

    private const string FieldsMark = "#Fields:";

    private static readonly string[] Fields =
    [
        "date-time", "source", "event-id", "message-id", "recipient-address", "recipient-status", "sender-address",
    ];

    public string Name => "exchange-tracking";

    public string What => "message tracking logs of Exchange Server, MSGTRK*.LOG";

    public bool Matches(SourceFiles files) =>
        files.Files.Take(FilesLookedAtMax).Any(file => FieldsOf(file) is not null);

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var given = new List<Interaction>();
        foreach (var file in files.Files)
        {
            if (FieldsOf(file) is not { } names)
            {
                if (files.IsOneFile)
                    throw new InputException($"{file.Name}: no tracking log; one has a line '{FieldsMark} …'.");
                read.Report.Drop("files of another kind");
                continue;
            }
            var numbers = Fields.Select(field => $"{field}={Array.IndexOf(names, field) + 1}");
            var format = read.Csv with
            {
                Delimiter = ",",
                HasHeader = false,
                Comment = '#',
                MayBeCutOff = true,
                Map = ColumnMap.Parse(string.Join(',', numbers)),
            };
            using var table = CsvTable.Open(file, format, Fields, read.Report);
            var instants = new Instants(TimeZoneInfo.Utc, read.Report);
            while (table.Next())
            {
                given.Clear();
                ReadRow(table, instants, read, given);
                foreach (var interaction in given)
                    yield return interaction;
            }
        }
    }

    /// <summary>The names of the columns, which differ between versions; null where one of ours is missing.</summary>
    private static string[]? FieldsOf(SourceFile file)
    {
        var head = file.HeadText;
        var start = head.IndexOf(FieldsMark, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var line = head[(start + FieldsMark.Length)..];
        var names = line[..(line.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : line.Length)]
            .Split(',', StringSplitOptions.TrimEntries);
        return Fields.All(names.Contains) ? names : null;
    }

    private static void ReadRow(CsvTable table, Instants instants, FormatRead read, List<Interaction> given)
    {
        if (!Ascii.EqualsIgnoreCase(table[Event], "RECEIVE"u8)
            || !Ascii.EqualsIgnoreCase(table[Origin], "STOREDRIVER"u8))
            read.Report.Drop("rows other than of a mail handed in (STOREDRIVER RECEIVE)");
        else if (!instants.TryRead(table[At], out var at))
            table.Bad(At, instants.Expected);
        else if (MailRow.Begin(read, table[From], table[Message], at) is { } mail)
        {
            var roles = table[Roles].Split((byte)';');
            foreach (var part in table[To].Split((byte)';'))
            {
                var role = roles.MoveNext() ? RoleOf(table[Roles][roles.Current]) : RecipientRole.To;
                if (MailRow.To(read, mail, table[To][part], role) is { } interaction)
                    given.Add(interaction);
            }
        }
    }

    private static RecipientRole RoleOf(ReadOnlySpan<byte> status) =>
        Ascii.EqualsIgnoreCase(status, "Cc"u8) ? RecipientRole.Cc
        : Ascii.EqualsIgnoreCase(status, "Bcc"u8) ? RecipientRole.Bcc
        : RecipientRole.To;
}

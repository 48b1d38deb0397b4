using InfluencerMap.Collectors.Reading;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors.Sources;

/// <summary>Interactions as rows of separated values, columns by name or mapping.</summary>
internal sealed class CsvInteractions : IInteractionFormat
{
    private const int From = 0, To = 1, ChannelKey = 4;

    private static readonly string[] Endings = [".csv", ".tsv", ".txt"];

    /// <summary>The keys that columns are mapped to; from and to are needed.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "from", "to", "at", "role", "channel", "audience", "message", "sender", "weight", "minutes", "series", "cc",
        "bcc", "time", "direction",
    ];

    public string Name => "csv";

    public string What => "separated values with columns from, to, at and more; --map where they have other names";

    /// <summary>What is named like a table is one for sure where it has columns for from and to.</summary>
    public Likeness LikenessOf(SourceFile file, CsvFormat csv)
    {
        if (!Endings.Any(ending => file.PlainName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            return Likeness.None;
        try
        {
            using var table = CsvTable.Open(file, csv with { MaxBadRows = int.MaxValue }, Keys, new());
            return table.Has(From) && table.Has(To) ? Likeness.Sure
                : table.Columns.Count > 1 || !file.PlainName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
                    ? Likeness.Possible : Likeness.None;
        }
        catch (InputException)
        {
            // Whoever reads it says what is wrong.
            return Likeness.Possible;
        }
    }

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var interactions = new List<Interaction>();
        foreach (var file in files.Files)
        {
            using var table = CsvTable.Open(file, read.Csv, Keys, read.Report, Headings.Interactions);
            var rows = new InteractionRows(table, OfMeetings(table, read) ?? read);
            while (table.Next())
            {
                interactions.Clear();
                rows.Read(interactions);
                foreach (var interaction in interactions)
                    yield return interaction;
            }
            interactions.Clear();
            rows.End(interactions);
            foreach (var interaction in interactions)
                yield return interaction;
        }
    }

    /// <summary>Meetings have an organiser, mails never: so such rows are read, where nothing says more.</summary>
    private static FormatRead? OfMeetings(CsvTable table, FormatRead read)
    {
        if (table.Has(ChannelKey) || read.Options.Channel != Channel.Mail
            || !Enumerable.Range(0, table.Columns.Count).Any(i => InteractionHeadings.IsOrganiser(table.Columns[i])))
            return null;
        read.Report.Note("Rows are read as meetings: a column names who organised them.");
        return read with { Options = read.Options with { Channel = Channel.Meeting } };
    }
}

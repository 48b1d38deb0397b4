using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Interactions as rows of separated values, columns by name or mapping.</summary>
internal sealed class CsvInteractions : IInteractionFormat
{
    private static readonly string[] Endings = [".csv", ".tsv", ".txt"];

    public string Name => "csv";

    public string What => "separated values with columns from, to, at and more; --map where they have other names";

    /// <summary>What is named like a table is one for sure where it has columns for from and to.</summary>
    public Likeness LikenessOf(SourceFile file, CsvFormat csv)
    {
        if (!Endings.Any(ending => file.PlainName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            return Likeness.None;
        try
        {
            using var table = CsvTable<InteractionColumn>.Open(file, csv with { MaxBadRows = int.MaxValue }, new());
            return table.Has(InteractionColumn.From) && table.Has(InteractionColumn.To) ? Likeness.Sure
                : table.Columns.Count > 1 || !file.PlainName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
                    ? Likeness.Possible : Likeness.None;
        }
        catch (InputException)
        {
            // Whoever reads it says what is wrong.
            return Likeness.Possible;
        }
    }

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        foreach (var file in files.Files)
        {
            using var table = CsvTable<InteractionColumn>.Open(file, read.Csv, read.Report, Headings.Interactions);
            foreach (var interaction in new InteractionRows(table, OfMeetings(table, read) ?? read).ReadAll())
                yield return interaction;
        }
    }

    /// <summary>Meetings have an organiser, mails never: so such rows are read, where nothing says more.</summary>
    private static FormatRead? OfMeetings(CsvTable<InteractionColumn> table, FormatRead read)
    {
        if (table.Has(InteractionColumn.Channel) || read.Options.Channel != Channel.Mail
            || !Enumerable.Range(0, table.Columns.Count).Any(i => InteractionHeadings.IsOrganiser(table.Columns[i])))
            return null;
        read.Report.Note("Rows are read as meetings: a column names who organised them.");
        return read with { Options = read.Options with { Channel = Channel.Meeting } };
    }
}

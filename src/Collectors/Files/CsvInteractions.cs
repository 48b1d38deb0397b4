using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files;

/// <summary>Interactions as rows of separated values, columns by name or mapping.</summary>
internal sealed class CsvInteractions : IInteractionFormat
{
    private static readonly string[] Endings = [".csv", ".tsv", ".txt"];

    /// <summary>The keys that columns are mapped to; from and to are needed.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "from", "to", "at", "role", "channel", "audience", "message", "sender", "weight", "minutes", "series", "cc",
        "bcc", "time", "direction",
    ];

    public string Name => "csv";

    public string What => "separated values with columns from, to, at and more; --map where they have other names";

    /// <summary>Any one file is taken for a table; of a folder or archive all must be named like one.</summary>
    public bool Matches(SourceFiles files) =>
        files.IsOneFile || files.Files.All(file =>
            Endings.Any(ending => file.PlainName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var interactions = new List<Interaction>();
        foreach (var file in files.Files)
        {
            using var table = CsvTable.Open(file, read.Csv, Keys, read.Report, InteractionHeadings.KeyOf);
            var rows = new InteractionRows(table, read);
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
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Interactions as JSON, one object per line, with the keys of the csv format or others by mapping.</summary>
internal sealed class JsonLines : IInteractionFormat
{
    private static readonly string[] Endings = [".jsonl", ".ndjson"];

    public string Name => "jsonl";

    public string What => "JSON, one object per line, with the keys of csv; --map from=author.mail for others";

    public Likeness LikenessOf(SourceFile file, CsvFormat csv) =>
        Endings.Any(ending => file.PlainName.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        foreach (var file in files.Files)
        {
            using var cells = new JsonCells(file, read);
            if (!cells.Next())
                throw new InputException($"{file.Name}: the file is empty.");
            foreach (var interaction in new InteractionRows(cells, read).ReadAll(isOnRow: true))
                yield return interaction;
        }
    }
}

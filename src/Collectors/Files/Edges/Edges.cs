using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files;

/// <summary>
/// Plain edge lists as SNAP, KONECT and Gephi publish them: source, target, and a weight or a time or both.
/// </summary>
internal sealed class Edges : IInteractionFormat
{
    private const int ColumnsMin = 2;

    private static readonly string[] Endings = [".edgelist", ".edges", ".net", ".paj", ".mtx"];

    public string Name => "edges";

    public string What => "plain edge lists: from, to, then a time, or a weight with --at, or weight and time";

    /// <summary>By name alone: rows of numbers may be anything.</summary>
    public Likeness LikenessOf(SourceFile file, CsvFormat csv) => file.PlainName is var name
        && (Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || (name.StartsWith("out.", StringComparison.Ordinal) && file.Head is [(byte)'%', ..]))
        ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var given = new List<Interaction>();
        read = read with { AllowsSmallTimes = true };
        foreach (var file in files.Files)
        {
            var look = EdgeLook.Of(file, read.Options.SizeLine);
            if (look.LinesToSize > 0)
                read.Report.Note($"{file.Name}: line {look.LinesToSize} states the size of the list and is no edge.");
            if (look.IsSymmetric)
                read = read with { Options = read.Options with { Undirected = true } };
            using var table = CsvTable.Open(
                file, LayoutOf(look, file, read), CsvInteractions.Keys, read.Report, Headings.Interactions);
            var rows = new InteractionRows(table, read);
            while (table.Next())
            {
                rows.Read(given);
                foreach (var interaction in given)
                    yield return interaction;
                given.Clear();
            }
            rows.End(given);
            foreach (var interaction in given)
                yield return interaction;
            given.Clear();
        }
    }

    /// <summary>What the first row shows; a mapping that was given holds over it.</summary>
    private static CsvFormat LayoutOf(in EdgeLook look, SourceFile file, FormatRead read)
    {
        var isMapped = read.Csv.Map.ColumnByKey.Count > 0;
        if (look.Refusal is { } refusal && (!isMapped || look.IsOther))
            throw new InputException($"{file.Name}: {refusal}");
        if (look.ColumnCount < ColumnsMin)
            throw new InputException($"{file.Name}: expected rows of from and to; it does not begin with one.");
        var map = (look.ColumnCount, read.Options.At is null) switch
        {
            (2, _) => "from=1,to=2",
            (3, true) => "from=1,to=2,at=3",
            (3, false) => "from=1,to=2,weight=3",
            (_, true) => "from=1,to=2,weight=3,at=4",
            (_, false) => "from=1,to=2,weight=3",
        };
        return read.Csv with
        {
            Delimiter = look.Delimiter,
            HasHeader = look.HasHeader,
            Comment = look.Comment,
            PreambleLines = look.LinesToSize,
            Map = isMapped || look.HasHeader ? read.Csv.Map : ColumnMap.Parse(map),
        };
    }
}

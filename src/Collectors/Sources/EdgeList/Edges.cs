using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

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

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        var options = new EdgeListOptions
        {
            Weighted = true,
            Directed = !read.Options.Undirected,
            First = read.Options.SizeLine ? FirstRow.Size : read.Csv.HasHeader ? FirstRow.Auto : FirstRow.Edge,
            Layout = read.Csv.Map.ColumnByKey.Count > 0 ? NetworkLayout.Edges : NetworkLayout.Auto,
        };
        foreach (var file in files.Files)
        {
            var layout = EdgeListLayout.Of(file.Name, file.Head, options);
            var isSymmetric = layout.Kind == NetworkKind.MatrixMarket
                && MatrixMarketSize.Parse(file.Name, file.HeadText.Split('\n')[0]).IsSymmetric;
            var ofFile = read with
            {
                AllowsSmallTimes = true,
                Options = isSymmetric ? read.Options with { Undirected = true } : read.Options,
            };
            using var table = Open(file, layout, options, ofFile);
            foreach (var interaction in new InteractionRows(table, ofFile).ReadAll())
                yield return interaction;
        }
    }

    /// <summary>The file as rows of cells.</summary>
    private static Cells<InteractionColumn> Open(
        SourceFile file, EdgeListLayout layout, EdgeListOptions options, FormatRead read)
    {
        if (layout.Kind == NetworkKind.Pajek && options.Layout == NetworkLayout.Edges)
            throw new InputException($"{file.Name}: this is a Pajek network, which has no columns; leave out --map.");
        if (layout.Kind is NetworkKind.Matrix or NetworkKind.Pajek
            && new EdgeListFile(file, options, CancellationToken.None).ReadWhole(layout) is { } network)
            return new TieCells(network, file.Name, read);
        if (layout.SizeLine > 0)
            read.Report.Note($"{file.Name}: line {layout.SizeLine} states the size of the list and is not an edge.");
        return CsvTable<InteractionColumn>.Open(
            file, FormatOf(layout, file, read), read.Report, Headings.Interactions);
    }

    /// <summary>What the first rows show; a mapping that was given holds over it.</summary>
    private static CsvFormat FormatOf(EdgeListLayout layout, SourceFile file, FormatRead read)
    {
        if (layout.ColumnCount < ColumnsMin)
            throw new InputException($"{file.Name}: expected rows of from and to; it does not begin with one.");
        return read.Csv with
        {
            Delimiter = (layout.Delimiter, layout.HasQuotes) switch
            {
                (EdgeCells.Blanks, true) => file.HeadText.Contains('\t') ? "\t" : " ",
                (EdgeCells.Blanks, false) => CsvFormat.Whitespace,
                var (mark, _) => $"{mark}",
            },
            HasHeader = layout.Heading is not null && !layout.HasRowNumbers,
            Comment = layout.Comment,
            PreambleLines = layout.LinesBefore,
            Map = read.Csv.Map.ColumnByKey.Count > 0 ? read.Csv.Map : ColumnMap.Parse(MapOf(layout, read.Options)),
        };
    }

    private static string MapOf(EdgeListLayout layout, InteractionsCsvOptions options)
    {
        if (layout is { Heading: { } heading, HasRowNumbers: false })
            return $"from={heading.Source + 1},to={heading.Target + 1}";
        var first = layout.HasRowNumbers ? 2 : 1;
        var ids = $"from={first},to={first + 1}";
        return (layout.ColumnCount - first + 1, options.At is null) switch
        {
            (2, _) => ids,
            (3, true) => $"{ids},at={first + 2}",
            (_, false) => $"{ids},weight={first + 2}",
            (_, true) => $"{ids},weight={first + 2},at={first + 3}",
        };
    }
}

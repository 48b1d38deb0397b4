using System.Runtime.InteropServices;
using System.Text;
using InfluencerMap.Graph;

namespace InfluencerMap.Collectors;

/// <summary>
/// One file read as a network: pairs of whole numbers as they stream by, anything else row by row as text.
/// </summary>
internal sealed class EdgeListFile(SourceFile file, EdgeListOptions options, CancellationToken cancellation)
{
    private const int BlockBytes = 1 << 20;
    private const int Latin = 1252;

    /// <summary>Its cells are held in memory.</summary>
    private const int MatrixSizeMax = 5_000;

    // Throws at bytes that are not UTF-8: a replacement would make one id of several.
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly List<string> _notes = [];

    public EdgeList Read()
    {
        EdgeListLayout layout;
        MatrixMarketSize? matrix = null;
        using (var text = Open())
        {
            var block = new byte[BlockBytes + 1];
            var filled = text.ReadAtLeast(block.AsSpan(0, BlockBytes), BlockBytes, throwOnEndOfStream: false);
            layout = EdgeListLayout.Of(file.Name, block.AsSpan(0, filled), options);
            if (layout.Kind == NetworkKind.MatrixMarket)
                matrix = Matrix(block.AsSpan(0, filled));
            if (layout.MayBePlain && TryReadPlain(text, block, filled, layout, matrix) is { } plain)
                return plain;
        }
        return InItsEncoding(encoding => ReadWhole(layout, encoding) ?? ReadText(layout, matrix, encoding));
    }

    /// <summary>
    /// A network that is not listed as rows of edges: Pajek's or a matrix; null where it is rows after all.
    /// </summary>
    public EdgeList? ReadWhole(EdgeListLayout layout) => InItsEncoding(encoding => ReadWhole(layout, encoding));

    /// <summary>Its rows as they are, without comments and empty ones, with their line numbers.</summary>
    public List<(string Row, long Line)> ReadRows() =>
        InItsEncoding<List<(string, long)>>(encoding => [.. Rows(encoding)]);

    private T InItsEncoding<T>(Func<Encoding, T> read)
    {
        try
        {
            return read(Utf8);
        }
        catch (DecoderFallbackException)
        {
            _notes.Clear();
            _notes.Add("The file is not UTF-8; it was read as Windows-1252.");
            return read(CodePagesEncodingProvider.Instance.GetEncoding(Latin)!);
        }
    }

    private MatrixMarketSize Matrix(ReadOnlySpan<byte> beginning)
    {
        var end = beginning.IndexOfAny((byte)'\n', (byte)'\r');
        var size = MatrixMarketSize.Parse(file.Name, Encoding.UTF8.GetString(end < 0 ? beginning : beginning[..end]));
        return size.HasWeights || !options.Weighted
            ? size
            : throw new InputException($"{file.Name}: a Matrix Market pattern has no weights; leave out --weighted.");
    }

    /// <summary>Null where a row is not a pair of whole numbers.</summary>
    private EdgeList? TryReadPlain(
        Stream text, byte[] block, int filled, EdgeListLayout layout, MatrixMarketSize? matrix)
    {
        var parser = new EdgeListParser(layout.Delimiter, options.Weighted, layout.SkipsFirst);
        while (filled > 0 && parser.IsPlain)
        {
            cancellation.ThrowIfCancellationRequested();
            var whole = block.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            parser.Parse(block.AsSpan(0, whole));
            block.AsSpan(whole, filled - whole).CopyTo(block);
            var kept = filled - whole;
            // A line of a whole block is none of numbers.
            if (kept == BlockBytes)
                return null;
            var read = text.Read(block.AsSpan(kept, BlockBytes - kept));
            filled = kept + read;
            if (read > 0)
                continue;
            block[filled] = (byte)'\n';
            parser.Parse(block.AsSpan(0, filled == 0 ? 0 : filled + 1));
            break;
        }
        if (!parser.IsPlain)
            return null;
        var edges = CollectionsMarshal.AsSpan(parser.Edges);
        var numbering = NodeNumbering.Of(edges);
        var list = new EdgeList(new NodeIds(numbering.Ids), ToTies(edges, numbering));
        var first = new List<string>();
        if (layout.SkipsFirst)
            EdgeCells.Split(Encoding.UTF8.GetString(parser.FirstRow), layout.Delimiter, first);
        if (!layout.SkipsFirst && edges.Length > 1 && LooksLikeSize(edges))
            _notes.Add(SizeNote(parser.FirstRowLine));
        // A heading over nothing may as well be an edge between two names.
        if (layout.SkipsFirst && matrix is null && options.First == FirstRow.Auto && edges.IsEmpty)
            return null;
        return Held(list, layout.SkipsFirst ? first : null, matrix, parser.FirstRowLine);
    }

    private EdgeList? ReadWhole(EdgeListLayout layout, Encoding encoding) => layout.Kind switch
    {
        NetworkKind.Pajek => ReadPajek(encoding),
        NetworkKind.Matrix => ReadMatrix(layout.Delimiter, encoding),
        _ => null,
    };

    private EdgeList ReadPajek(Encoding encoding)
    {
        var pajek = new PajekNetwork(file.Name, options);
        foreach (var (row, line) in Rows(encoding))
            pajek.Add(row, line);
        return pajek.ToList();
    }

    private EdgeList ReadText(EdgeListLayout layout, MatrixMarketSize? matrix, Encoding encoding)
    {
        var asked = matrix is null ? options : options with { First = FirstRow.Size };
        var list = new TextEdgeList(file.Name, asked, layout.Delimiter, layout.HasRowNumbers);
        foreach (var (row, line) in Rows(encoding))
            list.Add(row, line);
        var (nodes, ties) = list.Finish(_notes, out var sizes);
        return Held(new(nodes.InOrder(ties), ties), sizes, matrix, firstLine: 0);
    }

    private EdgeList? ReadMatrix(char delimiter, Encoding encoding)
    {
        var table = new List<List<string>>();
        foreach (var (row, line) in Rows(encoding))
        {
            var cells = new List<string>();
            if (!EdgeCells.Split(row, delimiter, cells))
                throw new InputException($"{file.Name}, line {line}: a quote is not closed.");
            if (table.Count > 0 && table.Count > table[^1].Count)
                break;
            if (cells.Count > MatrixSizeMax)
                throw new InputException(
                    $"{file.Name}: a matrix of {cells.Count:N0} columns is not read, as one of {MatrixSizeMax:N0} is; "
                    + "write a row of source, target and weight for each tie.");
            table.Add(cells);
        }
        return AdjacencyMatrix.TryRead(file.Name, table, options)?.ToList(options);
    }

    /// <summary>The list, held to what its first row states where that is not an edge.</summary>
    private EdgeList Held(EdgeList list, List<string>? first, MatrixMarketSize? matrix, long firstLine)
    {
        if (first is not null && matrix is null && options.First != FirstRow.Size && firstLine > 0)
            _notes.Add($"Line {firstLine} is a heading and was not read as an edge.");
        var held = matrix is not null
            ? StatedSize.Apply(file.Name, first ?? [], matrix, list, options.Directed)
            : options.First == FirstRow.Size ? StatedSize.Apply(file.Name, first ?? [], list) : list;
        return held with { Notes = [.. _notes, .. held.Notes] };
    }

    /// <summary>Rows that are neither empty nor comments; a carriage return alone ends one too.</summary>
    private IEnumerable<(string Row, long Line)> Rows(Encoding encoding)
    {
        using var text = Open();
        var lines = new LineReader(text, file.Name);
        for (var number = 1L; lines.Next(); number++)
        {
            if (number % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            var parts = encoding.GetString(lines.Line).Split('\r');
            for (var part = 0; part < parts.Length; part++)
                if (parts[part].Trim() is { Length: > 0 } row && row[0] is not ('#' or '%')
                    && !SaysDelimiter(row, number))
                    yield return (row, number + part);
            number += parts.Length - 1;
        }
    }

    /// <summary>The text as UTF-8; UTF-16 where a mark says so.</summary>
    /// <summary>In UTF-8 whatever Unicode it is in; another encoding shows when it is read.</summary>
    private Utf8Text Open() => Utf8Text.Of(file.Open(), file.Name);

    private static bool SaysDelimiter(string row, long line) =>
        line == 1 && row.Length == EdgeListLayout.DelimiterSaid.Length + 1
        && row.StartsWith(EdgeListLayout.DelimiterSaid, StringComparison.OrdinalIgnoreCase);

    private static bool LooksLikeSize(ReadOnlySpan<ListedEdge> edges) =>
        edges[0].Target == edges.Length - 1 && edges[0].Source >= NodeNumbering.Of(edges[1..]).Ids.Length;

    private static string SizeNote(long line) =>
        $"Line {line} was read as an edge. If it states the numbers of nodes and edges, say --size-line.";

    private static Tie[] ToTies(ReadOnlySpan<ListedEdge> edges, NodeNumbering numbering)
    {
        var ties = new Tie[edges.Length];
        for (var i = 0; i < ties.Length; i++)
            ties[i] = new(numbering[edges[i].Source], numbering[edges[i].Target], edges[i].Weight);
        return ties;
    }
}

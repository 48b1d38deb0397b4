using System.Runtime.InteropServices;
using InfluencerMap.Graph;

namespace InfluencerMap.Collectors.Files;

/// <summary>A plain list of edges, its node ids made dense: node k is the k-th smallest id that occurs.</summary>
/// <param name="Ids">The id of each node in the file, ascending.</param>
/// <param name="Ties">Every row in the file's order, self-edges and repeated rows included.</param>
/// <param name="SizeLine">The 1-based number of a line that states the list's size and is no edge; else null.</param>
/// <remarks>
/// Rows are <c>source target [weight]</c>, separated by blanks, tabs, commas or semicolons; further columns are not
/// looked at. Lines that begin with # or % and empty lines are skipped, and so is a first row that states how many
/// nodes and edges follow: in Matrix Market files always, elsewhere where both counts are true and the second is not
/// the id of any other node.
/// </remarks>
public sealed record EdgeList(long[] Ids, Tie[] Ties, long? SizeLine)
{
    private const int BlockBytes = 1 << 20;

    /// <summary>Reads a text file, gzipped, alone in a ZIP archive, or plain.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="weights">What the third column is read as: the strengths of the ties returned, else 1.</param>
    /// <param name="cancellation">Looked at once a block of a mebibyte.</param>
    /// <exception cref="InputException">A row is not an edge; the message names file, line and column.</exception>
    public static EdgeList Read(string path, EdgeWeights weights, CancellationToken cancellation)
    {
        using var files = SourceFiles.Open(path, cancellation);
        if (files.Files.Count > 1)
            throw new InputException($"{files.Name}: {files.Files.Count:N0} files; an edge list is one.");
        var parser = new EdgeListParser(files.Files[0].Name, weights);
        using (var text = files.Files[0].Open())
            ReadLines(text, parser, cancellation);
        return Compress(CollectionsMarshal.AsSpan(parser.Edges), parser);
    }

    private static void ReadLines(Stream text, EdgeListParser parser, CancellationToken cancellation)
    {
        var block = new byte[BlockBytes];
        var kept = 0;
        while (text.Read(block.AsSpan(kept)) is > 0 and var read)
        {
            cancellation.ThrowIfCancellationRequested();
            var filled = block.AsSpan(0, kept + read);
            var whole = filled.LastIndexOf((byte)'\n') + 1;
            parser.Parse(filled[..whole]);
            filled[whole..].CopyTo(block);
            kept = filled.Length - whole;
            if (kept == BlockBytes)
                parser.RefuseLongLine(BlockBytes);
        }
        block[kept] = (byte)'\n';
        parser.Parse(block.AsSpan(0, kept == 0 ? 0 : kept + 1));
    }

    private static EdgeList Compress(ReadOnlySpan<ListedEdge> edges, EdgeListParser parser)
    {
        long? sizeLine = null;
        if (!edges.IsEmpty && (parser.IsMatrixMarket || FirstStatesSize(edges)))
        {
            edges = edges[1..];
            sizeLine = parser.FirstEdgeLine;
        }
        var numbering = NodeNumbering.Of(edges);
        return new(numbering.Ids, ToTies(edges, numbering), sizeLine);
    }

    private static bool FirstStatesSize(ReadOnlySpan<ListedEdge> edges)
    {
        var (nodeCount, edgeCount, _) = edges[0];
        if (edgeCount != edges.Length - 1)
            return false;
        var others = NodeNumbering.Of(edges[1..]);
        return nodeCount == others.Ids.Length && !others.Contains(edgeCount);
    }

    private static Tie[] ToTies(ReadOnlySpan<ListedEdge> edges, NodeNumbering numbering)
    {
        var ties = new Tie[edges.Length];
        for (var i = 0; i < ties.Length; i++)
            ties[i] = new(numbering[edges[i].Source], numbering[edges[i].Target], edges[i].Weight);
        return ties;
    }
}

/// <summary>What the third column of an edge list holds.</summary>
public enum EdgeWeights
{
    /// <summary>Nothing that is looked at.</summary>
    None,

    /// <summary>Strengths: positive and finite.</summary>
    Strengths,

    /// <summary>Lengths: whole numbers from 1 to <see cref="TieLengths.LengthMax"/>.</summary>
    Lengths,
}

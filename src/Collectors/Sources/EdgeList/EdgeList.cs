using InfluencerMap.Graph;

namespace InfluencerMap.Collectors;

/// <summary>A network as a file lists it, its node ids made dense.</summary>
/// <param name="Ids">The id of each node: whole numbers ascending, then other texts.</param>
/// <param name="Ties">Every row in the file's order, self-edges and repeated rows included.</param>
/// <remarks>
/// Rows are <c>source target [weight]</c>, separated by blanks, tabs, commas, semicolons or bars, one of them for the
/// whole file; a heading may name the columns in another order, and further columns are not read. Ids are any text,
/// quoted where they hold a delimiter. Lines that begin with # or % and empty lines are skipped. No row is taken for
/// the size of the list unless the format has one (Matrix Market) or the caller says so. Pajek networks and adjacency
/// matrices are read too; other formats are refused by their names.
/// </remarks>
public sealed record EdgeList(NodeIds Ids, Tie[] Ties)
{
    /// <summary>What was found out about the file, and what a reader might not expect: a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Reads a text file, gzipped, alone in a ZIP archive, or plain.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="options">What the caller knows of it.</param>
    /// <param name="cancellation">Checked once per block of a mebibyte.</param>
    /// <exception cref="InputException">A row is not an edge; the message names file, line and column.</exception>
    public static EdgeList Read(string path, EdgeListOptions options, CancellationToken cancellation)
    {
        using var files = SourceFiles.Open(path, cancellation);
        return files.Files is [var file]
            ? new EdgeListFile(file, options, cancellation).Read()
            : throw new InputException($"{files.Name}: {files.Files.Count:N0} files; an edge list is one.");
    }
}

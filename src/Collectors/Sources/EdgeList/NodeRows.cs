using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>What a file says of the nodes of an edge list: rows of an id and, where there is one, a value.</summary>
/// <param name="File">Its name, for messages.</param>
/// <param name="Rows">Of nodes of the list, in the file's order.</param>
/// <param name="UnknownLines">The lines whose id no node of the list has.</param>
/// <remarks>
/// Cells are separated as in edge lists, one way for the whole file. A row that is an id as a whole is that node,
/// blanks or not. Lines that begin with # or % and empty lines are skipped, and so is a heading.
/// </remarks>
public sealed record NodeRows(string File, IReadOnlyList<NodeRow> Rows, IReadOnlyList<long> UnknownLines)
{
    private static readonly string[] Headings =
        ["node", "nodes", "id", "ids", "name", "person", "source", "target", "vertex", "nodo", "nome", "persona"];

    /// <summary>Reads a text file, gzipped, alone in a ZIP archive, or plain.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="ids">The ids of the list that it belongs to.</param>
    /// <param name="cancellation">Checked every few thousand rows.</param>
    /// <exception cref="InputException">A quote is not closed; the message names file and line.</exception>
    public static NodeRows Read(string path, NodeIds ids, CancellationToken cancellation)
    {
        using var files = SourceFiles.Open(path, cancellation);
        if (files.Files is not [var file])
            throw new InputException($"{files.Name}: {files.Files.Count:N0} files; one is read.");
        var nodes = Node.Each(ids.Count).ToDictionary(node => ids[node], StringComparer.Ordinal);
        var (rows, unknown, isFirst) = (new List<NodeRow>(), new List<long>(), true);
        char? delimiter = null;
        foreach (var (row, line) in new EdgeListFile(file, new(), cancellation).ReadRows())
        {
            delimiter ??= DelimiterOf(row);
            var cells = CellsOf(row, delimiter.Value)
                ?? throw new InputException($"{file.Name}, line {line}: a quote is not closed.");
            if (nodes.TryGetValue(row, out var node))
                rows.Add(new(node, null, line));
            else if (nodes.TryGetValue(cells[0], out node))
                rows.Add(new(node, ValueOf(cells, delimiter.Value), line));
            else if (!isFirst || !Headings.Contains(cells[0], StringComparer.OrdinalIgnoreCase))
                unknown.Add(line);
            isFirst = false;
        }
        return new(file.Name, rows, unknown);
    }

    private static char DelimiterOf(string row) =>
        row.AsSpan().IndexOfAny(";\t,|") is >= 0 and var at ? row[at] : EdgeCells.Blanks;

    private static List<string>? CellsOf(string row, char delimiter)
    {
        var cells = new List<string>();
        return EdgeCells.Split(row, delimiter, cells) ? cells : null;
    }

    /// <summary>Where blanks separate, the value is all that follows: a group's name may have several words.</summary>
    private static string? ValueOf(List<string> cells, char delimiter) =>
        string.Join(' ', cells.Skip(1).Take(delimiter == EdgeCells.Blanks ? cells.Count : 1)) is { Length: > 0 } value
            ? value
            : null;
}

/// <param name="Node">Whose row it is.</param>
/// <param name="Value">The second cell; null where there is none, or nothing in it.</param>
/// <param name="Line">1-based.</param>
public readonly record struct NodeRow(Node Node, string? Value, long Line);

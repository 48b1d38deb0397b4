using System.Globalization;
using InfluencerMap.Graph;

namespace InfluencerMap.Collectors;

/// <summary>Holds a list to the numbers of nodes and edges that it states, and keeps nodes without an edge.</summary>
internal static class StatedSize
{
    /// <param name="name">For messages.</param>
    /// <param name="row">Nodes and edges, as they stand in the file.</param>
    /// <param name="list">What follows.</param>
    /// <exception cref="InputException">The numbers are none, or not what follows.</exception>
    public static EdgeList Apply(string name, List<string> row, EdgeList list)
    {
        if (row is not [var nodeText, var edgeText, ..] || !TryRead(nodeText, out var nodes)
            || !TryRead(edgeText, out var edges))
            throw new InputException($"{name}: the first row does not state the numbers of nodes and edges.");
        RequireRows(name, edges, list.Ties.Length);
        if (nodes < list.Ids.Count)
            throw new InputException($"{name}: it states {nodes:N0} nodes, and the rows name {list.Ids.Count:N0}.");
        if (nodes == list.Ids.Count)
            return list;
        if (!TryNumbers(list.Ids, out var ids) || ids[^1] > nodes || (ids[0] == 0 && ids[^1] == nodes))
            return list with
            {
                Notes = [.. list.Notes, $"Of {nodes:N0} nodes stated, {nodes - list.Ids.Count:N0} are in no row and "
                    + "have no id; they are left out."],
            };
        return Widen(list, ids, ids[0] == 0 ? 0 : 1, (int)nodes);
    }

    /// <summary>The same for a Matrix Market file: rows, columns, entries, and ids from 1 to the first.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="row">As it stands in the file.</param>
    /// <param name="size">What the banner says.</param>
    /// <param name="list">The entries.</param>
    /// <param name="isDirected">Whether a symmetric matrix gives ties both ways.</param>
    /// <exception cref="InputException">No square matrix, or the numbers are not what follows.</exception>
    public static EdgeList Apply(string name, List<string> row, MatrixMarketSize size, EdgeList list, bool isDirected)
    {
        if (row is not [var rowText, var columnText, var entryText] || !TryRead(rowText, out var rows)
            || !TryRead(columnText, out var columns) || !TryRead(entryText, out var entries))
            throw new InputException($"{name}: no row of a Matrix Market file states rows, columns and entries.");
        if (rows != columns)
            throw new InputException(
                $"{name}: a matrix of {rows:N0} rows and {columns:N0} columns is not a network; its rows and columns "
                + "are different things.");
        RequireRows(name, entries, list.Ties.Length);
        if (!TryNumbers(list.Ids, out var ids) || (ids.Length > 0 && (ids[0] < 1 || ids[^1] > rows)))
            throw new InputException($"{name}: an entry is outside rows and columns 1 … {rows}.");
        var whole = Widen(list, ids, 1, (int)rows);
        return size.IsSymmetric && isDirected
            ? whole with { Ties = [.. whole.Ties, .. whole.Ties.Where(tie => tie.Source != tie.Target).Select(
                tie => new Tie(tie.Target, tie.Source, tie.Strength))] }
            : whole;
    }

    /// <summary>The same list with every id from the first on, those without an edge among them.</summary>
    private static EdgeList Widen(EdgeList list, long[] ids, int first, int nodeCount)
    {
        foreach (ref var tie in list.Ties.AsSpan())
            tie = new((int)(ids[tie.Source] - first), (int)(ids[tie.Target] - first), tie.Strength);
        return list with { Ids = new NodeIds([.. Enumerable.Range(first, nodeCount).Select(id => (long)id)]) };
    }

    private static void RequireRows(string name, long stated, int read)
    {
        if (stated != read)
            throw new InputException(
                $"{name}: it states {stated:N0} edges, and {read:N0} follow; the file is cut off, or its first row is "
                + "something else.");
    }

    private static bool TryNumbers(NodeIds ids, out long[] numbers)
    {
        numbers = new long[ids.Count];
        for (var node = 0; node < numbers.Length; node++)
            if (!long.TryParse(ids[new(node)], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[node]))
                return false;
        return true;
    }

    private static bool TryRead(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= int.MaxValue;
}

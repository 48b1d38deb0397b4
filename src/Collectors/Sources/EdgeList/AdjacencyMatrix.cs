using InfluencerMap.Graph;

namespace InfluencerMap.Collectors;

/// <summary>
/// A network as a matrix: a row and a column for each node, a cell for the weight of the tie from the row to the
/// column, 0 or nothing where there is none. Names stand in the first row and column, or nodes are numbered from 1.
/// </summary>
internal sealed class AdjacencyMatrix
{
    private const int UnnamedSizeMin = 3, UsualSizeMin = 6;

    private readonly string _name;
    private readonly List<string> _ids;
    private readonly double[][] _cells;

    private AdjacencyMatrix(string name, List<string> ids, double[][] cells) =>
        (_name, _ids, _cells) = (name, ids, cells);

    /// <summary>
    /// Whether the rows so far begin with the words of the first row, in its order. A number in the corner is a cell,
    /// not the corner of names.
    /// </summary>
    public static bool IsNamed(List<List<string>> table)
    {
        var names = NamesOf(table);
        var isCell = names.Count < table[0].Count && EdgeCells.HasDigit(table[0][0]);
        return table.Count > 1 && !isCell && names.Count >= table.Count - 1
            && names.Distinct(StringComparer.Ordinal).Count() == names.Count
            && table.Skip(1).Select((row, node) => (row, node)).All(
                both => both.row.Count == names.Count + 1 && both.row[0] == names[both.node]);
    }

    /// <summary>Null where the table is none after all: not square, or rows that are more likely edges.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="table">All rows.</param>
    /// <param name="options">Whether a matrix was asked for, and how numbers are written.</param>
    /// <exception cref="InputException">A cell is not a number, or a matrix was asked for and is none.</exception>
    public static AdjacencyMatrix? TryRead(string name, List<List<string>> table, EdgeListOptions options)
    {
        var isNamed = IsNamed(table) && table.Count == NamesOf(table).Count + 1;
        var isSquare = isNamed || table.TrueForAll(row => row.Count == table.Count);
        if (!isSquare)
            return options.Layout == NetworkLayout.Matrix
                ? throw new InputException($"{name}: not a matrix; it has not as many rows as columns.")
                : null;
        var ids = isNamed ? NamesOf(table) : [.. Enumerable.Range(1, table.Count).Select(node => node.ToString())];
        var rows = isNamed ? table.Skip(1).Select(row => row.GetRange(1, ids.Count)) : table;
        var cells = ReadCells(name, [.. rows], options.Decimal);
        var matrix = new AdjacencyMatrix(name, ids, cells);
        return isNamed || options.Layout == NetworkLayout.Matrix || matrix.IsLikely() ? matrix : null;
    }

    /// <summary>Ties from rows to columns; a symmetric matrix of an undirected network holds each once.</summary>
    public EdgeList ToList(EdgeListOptions options)
    {
        var halves = !options.Directed && IsSymmetric();
        var ties = new List<Tie>();
        for (var row = 0; row < _cells.Length; row++)
            for (var column = halves ? row : 0; column < _cells.Length; column++)
            {
                if (_cells[row][column] is var weight && !(weight >= 0 && double.IsFinite(weight)))
                    throw new InputException(
                        $"{_name}: row {row + 1} of the matrix, column {column + 1} is {weight}; a weight is finite "
                        + "and at least 0.");
                if (weight > 0)
                    ties.Add(new(row, column, options.Weighted ? weight : 1));
            }
        return new(new NodeIds([.. _ids]), [.. ties])
        {
            Notes = [$"Read as a matrix of {_cells.Length} nodes, ties from row to column"
                + (halves ? "; it is symmetric, so that each tie counts once." : ".")],
        };
    }

    /// <summary>
    /// Few rows of numbers may be edges as well. A matrix has nothing on its diagonal, or is large.
    /// </summary>
    private bool IsLikely()
    {
        var size = _cells.Length;
        return size >= UnnamedSizeMin
            && (size >= UsualSizeMin || Enumerable.Range(0, size).All(node => _cells[node][node] == 0));
    }

    private bool IsSymmetric()
    {
        for (var row = 0; row < _cells.Length; row++)
            for (var column = 0; column < row; column++)
                if (!_cells[row][column].Equals(_cells[column][row]))
                    return false;
        return true;
    }

    /// <summary>The first row, without the corner where it has one.</summary>
    private static List<string> NamesOf(List<List<string>> table) =>
        table.Count > 1 && table[0].Count == table[1].Count ? table[0].GetRange(1, table[0].Count - 1) : table[0];

    private static double[][] ReadCells(string name, List<List<string>> rows, DecimalMark wanted)
    {
        var numbers = new NumberColumn(wanted);
        foreach (var row in rows)
            foreach (var cell in row)
                if (cell.AsSpan().ContainsAny(',', '.'))
                    numbers.LookAt(cell);
        if (!numbers.TryDecide(out var mark, out var why))
            throw new InputException($"{name}: the matrix {why}.");
        return [.. rows.Select((row, node) => row.Select((cell, column) =>
            cell.Length == 0 ? 0
            : NumberColumn.TryRead(cell, mark, out var value) ? value
            : throw new InputException(
                $"{name}: row {node + 1} of the matrix, column {column + 1} is not a number.")).ToArray())];
    }
}

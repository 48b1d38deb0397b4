using InfluencerMap.Graph;

namespace InfluencerMap.Collectors;

/// <summary>
/// Edge lists of any ids: letters, quotes, zeros in front, headings, columns in any order, decimal commas. What no row
/// can decide by itself is decided at the end from all of them.
/// </summary>
internal sealed class TextEdgeList(string name, EdgeListOptions options, char delimiter, bool hasRowNumbers)
{
    private const string WeightOfPython = "'weight':";

    private static readonly HashSet<string> Arrows = ["->", "<-", "--", "=>", "-", "<->"];

    private readonly NodeTexts _nodes = new();
    private readonly List<Tie> _ties = [];
    private readonly NumberColumn _numbers = new(options.Decimal);
    private readonly List<(int Tie, long Line, string Cell)> _marked = [];
    private readonly List<string> _cells = [];
    private readonly CommaCells _commas = new(name, options.Decimal);

    private List<string>? _first;
    private long _firstLine;
    private bool _firstIsHeading;
    private EdgeColumns _columns = EdgeColumns.Usual;

    /// <summary>Whether a word of the heading found turned up as an id, or is written like one.</summary>
    private bool _firstRecurs;
    private bool _restAreNumbers = true;

    /// <summary>Whether the third cell of every row but the first is a number.</summary>
    private bool _restHaveNumbers = true;

    public void Add(ReadOnlySpan<char> row, long line)
    {
        if (row[^1] == '}')
            row = WithWeightOfPython(row);
        if (!EdgeCells.Split(row, delimiter, _cells))
            throw Refusal(line, "a quote is not closed, or something follows it in its cell");
        if (_cells.Count == 0)
            return;
        if (_first is null)
            TakeFirst([.. _cells], line);
        else
            AddEdge(_cells, line, isFirst: false);
    }

    /// <summary>The list, once all rows are in.</summary>
    /// <param name="notes">Gets what was decided that a reader might not expect.</param>
    /// <param name="sizes">The first row where it states sizes; else null.</param>
    public (NodeTexts Nodes, Tie[] Ties) Finish(List<string> notes, out List<string>? sizes)
    {
        sizes = null;
        if (_first is null)
            return (_nodes, []);
        if (options.First == FirstRow.Size)
            sizes = _first;
        else if (IsHeading())
            notes.Add($"Line {_firstLine} is a heading and was not read as an edge.");
        else
            AddFirst(_first, notes);
        if (options.Weighted && delimiter == ',')
            _commas.RefuseSplitNumbers();
        ReadMarked();
        return (_nodes, [.. _ties]);
    }

    /// <summary><c>1 2 {'weight': 7}</c>, as networkx writes it, with the number in place of the dictionary.</summary>
    private static ReadOnlySpan<char> WithWeightOfPython(ReadOnlySpan<char> row)
    {
        var begin = row.LastIndexOf('{');
        if (begin < 0)
            return row;
        var weight = row[begin..^1];
        var at = weight.IndexOf(WeightOfPython);
        weight = at < 0 ? [] : weight[(at + WeightOfPython.Length)..];
        var end = weight.IndexOf(',');
        return $"{row[..begin]}{(end < 0 ? weight : weight[..end]).Trim()}";
    }

    private void TakeFirst(List<string> cells, long line)
    {
        (_first, _firstLine) = (cells, line);
        if (hasRowNumbers)
        {
            cells.Insert(0, "");
            _columns = new(1, 2, 3);
        }
        if (options.First is FirstRow.Edge or FirstRow.Size)
            return;
        _firstIsHeading = EdgeHeading.TryFind(cells, out var columns);
        if (_firstIsHeading)
            _columns = columns;
        if (_firstIsHeading && options.Weighted && _columns.Weight < 0)
            throw Refusal(line, "the heading names no weight; call a column weight, or leave out the weights");
    }

    private bool IsHeading()
    {
        if (hasRowNumbers)
            return true;
        if (options.First != FirstRow.Auto)
            return options.First == FirstRow.Heading;
        // Words over numbers in the third column, whether these are read or not.
        var namesWeight = _first!.Count > 2 && EdgeHeading.IsWord(_first[2])
            && (options.Weighted || (_restHaveNumbers && _ties.Count > 0));
        if (_firstIsHeading)
            return _columns != EdgeColumns.Usual || namesWeight || !_firstRecurs;
        // Words over numbers alone: a node of that name would have no other edge.
        return EdgeCells.AreWords(_first) && _ties.Count > 0 && (namesWeight || _restAreNumbers);
    }

    /// <summary>Strengths of parallel ties add up in the order of the rows, so the first is put first.</summary>
    private void AddFirst(List<string> cells, List<string> notes)
    {
        var (others, ties) = (_nodes.Count, _ties.Count);
        AddEdge(cells, _firstLine, isFirst: true);
        if (options.First == FirstRow.Auto && ties > 1 && _nodes.Count == others + 2 && EdgeCells.AreWords(cells))
            notes.Add($"Line {_firstLine} was read as an edge, and its two ids stand nowhere else. If it is a heading, "
                + "say --header yes.");
        var tie = _ties[^1];
        _ties.RemoveAt(_ties.Count - 1);
        _ties.Insert(0, tie);
        for (var i = 0; i < _marked.Count; i++)
            _marked[i] = _marked[i] with { Tie = _marked[i].Tie == _ties.Count - 1 ? 0 : _marked[i].Tie + 1 };
    }

    private void AddEdge(List<string> cells, long line, bool isFirst)
    {
        var source = IdOf(cells, _columns.Source, line);
        var target = IdOf(cells, _columns.Target, line);
        if (_firstIsHeading && !isFirst)
            RefuseMoreCells(cells, line);
        _restHaveNumbers &= isFirst || (cells.Count > 2 && NumberColumn.IsNumber(cells[2]));
        _restAreNumbers &= isFirst || (EdgeCells.IsDigits(source) && EdgeCells.IsDigits(target));
        if (_firstIsHeading && !_firstRecurs)
            _firstRecurs = IsLikeFirst(source) || IsLikeFirst(target);
        _ties.Add(new(_nodes.Of(source), _nodes.Of(target), options.Weighted ? WeightOf(cells, line) : 1));
    }

    private string IdOf(List<string> cells, int column, long line)
    {
        if (column >= cells.Count || cells[column].Length == 0)
            throw Refusal(line, $"column {column + 1} is missing; a row is source, target and what may follow");
        if (Arrows.Contains(cells[column]))
            throw Refusal(line, $"column {column + 1} is an arrow, no node; a row is source and target alone");
        return cells[column];
    }

    /// <summary>A comma in a number that is not quoted makes one cell more than the heading has.</summary>
    private void RefuseMoreCells(List<string> cells, long line)
    {
        if (delimiter != EdgeCells.Blanks && cells.Count > _first!.Count && cells[_first.Count].Length > 0)
            throw Refusal(
                line, $"{cells.Count} cells, and the heading has {_first.Count}; quote cells that hold a delimiter");
    }

    private double WeightOf(List<string> cells, long line)
    {
        var cell = _columns.Weight < cells.Count ? cells[_columns.Weight] : "";
        if (cell.Length == 0)
            throw Refusal(
                line,
                $"column {_columns.Weight + 1} is missing; a weighted list has rows of source, target and weight");
        if (delimiter == ',' && _columns.Weight == 2)
            _commas.LookAt(cells, line);
        if (!cell.AsSpan().ContainsAny(',', '.'))
            return Weight(cell, DecimalMark.Point, line);
        _numbers.LookAt(cell);
        _marked.Add((_ties.Count, line, cell));
        return 1;
    }

    private void ReadMarked()
    {
        if (_marked.Count == 0)
            return;
        if (!_numbers.TryDecide(out var mark, out var why))
            throw new InputException($"{name}: column {_columns.Weight + 1} {why}.");
        foreach (var (tie, line, cell) in _marked)
            _ties[tie] = _ties[tie] with { Strength = Weight(cell, mark, line) };
    }

    private double Weight(string cell, DecimalMark mark, long line)
    {
        if (!NumberColumn.TryRead(cell, mark, out var weight))
            throw Refusal(line, $"column {_columns.Weight + 1} is not a number; a weight is positive and finite");
        return weight > 0 && double.IsFinite(weight)
            ? weight
            : throw Refusal(line, $"column {_columns.Weight + 1} is {weight}; a weight is positive and finite");
    }

    private bool IsLikeFirst(string id) =>
        EdgeHeading.IsIdLike(_first![_columns.Source], id) || EdgeHeading.IsIdLike(_first[_columns.Target], id);

    private InputException Refusal(long line, string what) => new($"{name}, line {line}: {what}.");
}

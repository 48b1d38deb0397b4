namespace InfluencerMap.Collectors;

/// <summary>
/// Whether weights of a list that commas separate may have been split at a decimal comma: <c>1,2,610,086</c> is a
/// weight of 610 and something else, or one of 610.086.
/// </summary>
internal sealed class CommaCells(string name, DecimalMark wanted)
{
    private const int CellsWithSplit = 4, FractionDigitsMax = 3;

    private bool _whole, _split, _other;
    private long _splitLine = long.MaxValue;

    public void LookAt(List<string> cells, long line)
    {
        var isSplit = cells.Count == CellsWithSplit && cells[2].Length > 0
            && cells[3].Length is > 0 and <= FractionDigitsMax && cells[2..].TrueForAll(EdgeCells.IsDigits);
        _whole |= cells.Count < CellsWithSplit;
        _split |= isSplit;
        _other |= cells.Count >= CellsWithSplit && !isSplit;
        if (isSplit)
            _splitLine = Math.Min(_splitLine, line);
    }

    /// <exception cref="InputException">Numbers may have been split; both readings are named.</exception>
    public void RefuseSplitNumbers()
    {
        if (!_split || _other || wanted == DecimalMark.Point)
            return;
        throw new InputException(
            $"{name}, line {_splitLine}: columns 3 and 4 may be one number with a decimal comma, or a weight and "
            + "something else" + (_whole ? ", and other rows have 3 columns" : "")
            + "; quote the numbers or separate by semicolons, or say --decimal point for the weight alone.");
    }
}

namespace InfluencerMap.Graph;

/// <summary>
/// Sorts items into rows in two passes over them: count each item's row, then ask for each item's place. Within a row
/// items keep the order in which they came.
/// </summary>
internal readonly struct CountingSort(int rowCount)
{
    private readonly int[] _offsets = new int[rowCount + 1];
    private readonly int[] _next = new int[rowCount];

    /// <summary>First pass: one more item in this row.</summary>
    public void Count(int row) => _offsets[row + 1]++;

    /// <summary>Between the passes: where each row starts, and at the end the number of items.</summary>
    public int[] Offsets()
    {
        for (var row = 0; row < _next.Length; row++)
        {
            _next[row] = _offsets[row];
            _offsets[row + 1] = checked(_offsets[row + 1] + _offsets[row]);
        }
        return _offsets;
    }

    /// <summary>Second pass: the place of the next item of this row.</summary>
    public int Place(int row) => _next[row]++;
}

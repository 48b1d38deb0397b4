namespace InfluencerMap.Collectors;

/// <summary>All that is wrong with the columns of a file and their mapping, so that it is said at once.</summary>
internal sealed class ColumnProblems
{
    private readonly List<string> _problems = [];
    private bool _isColumnMissing;
    private bool _isKeyUnknown;

    public bool Any => _problems.Count > 0;

    public void Add(string problem) => _problems.Add(problem);

    /// <summary>The columns that there are will be named, too.</summary>
    public void AddMissing(string problem)
    {
        _problems.Add(problem);
        _isColumnMissing = true;
    }

    public void AddNoKey(string name)
    {
        _problems.Add($"the column map holds '{name}', which is not a key");
        _isKeyUnknown = true;
    }

    /// <summary>Without a full stop at the end.</summary>
    /// <param name="columns">The columns of the file.</param>
    /// <param name="keys">The keys that there are.</param>
    /// <param name="namesColumns">Whether the columns are named where one is missing.</param>
    public string InWords(CsvColumns columns, IReadOnlyList<string> keys, bool namesColumns = true)
    {
        var all = new List<string>(_problems);
        if (_isColumnMissing && namesColumns)
            all.Add($"the columns are {columns.ShowAll()}"
                + (columns.Count == 1 ? "; if there are more, give the delimiter" : ""));
        if (_isKeyUnknown)
            all.Add($"the keys are {string.Join(", ", keys)}");
        return string.Join("; ", all);
    }
}

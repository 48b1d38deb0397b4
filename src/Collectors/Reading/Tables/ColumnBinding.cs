namespace InfluencerMap.Collectors;

/// <summary>Which columns of a file are read for which key.</summary>
/// <remarks>
/// What the map says goes first, then a column named like its key, then a heading that stands for it. A column that is
/// to be ignored is taken only where the map names it.
/// </remarks>
internal sealed class ColumnBinding
{
    /// <summary>So many columns of one meaning are named in a message; of more it says how many.</summary>
    private const int SeveralMax = 8;

    private readonly CsvColumns _columns;
    private readonly IReadOnlyList<string> _keys;
    private readonly Headings _headings;
    private readonly ColumnMap _map;
    private readonly ColumnProblems _problems;
    private readonly HashSet<int> _taken;
    private readonly HashSet<int> _passedOver = [];
    private readonly int[][] _columnsByKey;

    private ColumnBinding(
        CsvColumns columns, IReadOnlyList<string> keys, Headings headings, CsvFormat format, ColumnProblems problems)
    {
        (_columns, _keys, _headings, _map, _problems) = (columns, keys, headings, format.Map, problems);
        _taken = [.. format.Ignore.Select(name => columns.Find(name, new())).OfType<int>()];
        _columnsByKey = new int[keys.Count][];
        Array.Fill(_columnsByKey, []);
    }

    /// <summary>The columns of each key, in order; none where the file has none. Several are joined by a
    /// blank.</summary>
    public IReadOnlyList<int[]> ColumnsByKey => _columnsByKey;

    /// <summary>Columns whose meaning is known and that are left unread: parts of a name that stands whole.</summary>
    public IReadOnlySet<int> PassedOver => _passedOver;

    /// <summary>Finds the columns of the keys; what is wrong is added to the problems.</summary>
    public static ColumnBinding Of(
        CsvColumns columns, IReadOnlyList<string> keys, Headings headings, CsvFormat format, ColumnProblems problems)
    {
        var binding = new ColumnBinding(columns, keys, headings, format, problems);
        binding.BindMapped();
        binding.BindNamed();
        return binding;
    }

    private void BindMapped()
    {
        foreach (var key in _map.ColumnByKey.Keys)
            if (!_keys.Contains(key, StringComparer.OrdinalIgnoreCase))
                _problems.AddNoKey(key);
        for (var key = 0; key < _keys.Count; key++)
            if (_map.ColumnByKey.TryGetValue(_keys[key], out var name))
                _columnsByKey[key] = Find(name);
        for (var key = 0; key < _keys.Count; key++)
            foreach (var column in _columnsByKey[key])
            {
                var first = Array.FindIndex(_columnsByKey, columns => columns.Contains(column));
                if (first < key)
                    _problems.Add($"{_keys[first]} and {_keys[key]} are both mapped to column {_columns.Show(column)}");
            }
        _taken.UnionWith(_columnsByKey.SelectMany(columns => columns));
    }

    /// <summary>One column, or several with + between; a column that has a + in its name goes first.</summary>
    private int[] Find(string name)
    {
        string[] parts = _columns.Matches(name).Length > 0
            ? [name]
            : name.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.Select(part => _columns.Find(part, _problems)).OfType<int>().Distinct()];
    }

    private void BindNamed()
    {
        var free = Enumerable.Range(0, _columns.Count).Where(column => !_taken.Contains(column)).ToArray();
        var byHeading = free.ToLookup(column => _headings.KeyOf(_columns[column]));
        int[] parts = [.. byHeading[NameParts.Surname], .. byHeading[NameParts.Given]];
        for (var key = 0; key < _keys.Count; key++)
        {
            if (_map.ColumnByKey.ContainsKey(_keys[key]))
                continue;
            // A column Sender without one called From says who wrote, and is taken by then.
            int[] exact =
            [
                .. _columns.Matches(_keys[key]).Where(column => !_taken.Contains(column))
                    .Where(column => !_columnsByKey.Any(columns => columns.Contains(column))),
            ];
            int[] like = [.. byHeading[_keys[key]].Except(exact)];
            if (_keys[key] == NameParts.Key && byHeading[NameParts.Surname].Any()
                && !byHeading[NameParts.Given].Any() && exact.Length + like.Length == 1)
                parts = [.. parts, .. exact, .. like];
            else
                Bind(key, exact, like);
        }
        if (Array.IndexOf([.. _keys], NameParts.Key) is not (>= 0 and var name) || parts.Length == 0)
            return;
        if (_columnsByKey[name].Length > 0)
            _passedOver.UnionWith(parts);
        else
            _columnsByKey[name] = [.. parts.Order()];
    }

    private void Bind(int key, int[] exact, int[] like)
    {
        if (exact.Length > 1)
            _problems.Add($"columns {CsvColumns.Numbers(exact)} share the name '{_keys[key]}'; "
                + "use a number");
        else if (exact.Length == 1 && (like.Length == 0 || _headings.IsNameOfKeyFirst))
            _columnsByKey[key] = exact;
        else if (AddressAmong([.. exact, .. like]) is { } address)
        {
            _columnsByKey[key] = [address];
            _passedOver.UnionWith(exact.Concat(like).Where(column => column != address));
        }
        else if (exact.Length + like.Length > 1)
            ReportSeveral(key, [.. exact, .. like]);
        else
            _columnsByKey[key] = like;
    }

    /// <summary>
    /// Outlook writes <c>From: (Name)</c>, <c>From: (Address)</c> and <c>From: (Type)</c> side by side: the one column
    /// whose brackets say that it holds addresses, where those of all others say that they hold names or types.
    /// </summary>
    private int? AddressAmong(int[] columns)
    {
        int[] addresses = [.. columns.Where(column => Headings.IsOfAddresses(_columns[column]))];
        return addresses is [var only] && columns.All(
            column => column == only || Headings.IsOfNamesOrTypes(_columns[column])) ? only : null;
    }

    private void ReportSeveral(int key, int[] columns)
    {
        // Bound for now, so that other problems are reported without repeating these.
        _columnsByKey[key] = [columns[0]];
        _passedOver.UnionWith(columns);
        _problems.Add(columns.Length > SeveralMax
            ? $"columns {CsvColumns.Numbers(columns)} all stand for {_keys[key]}: say which (--map {_keys[key]}=NUMBER)"
            : $"columns {string.Join(" and ", columns.Select(_columns.Show))} both stand for {_keys[key]}: say which "
                + "(--map " + CsvFormat.ForShell($"{_keys[key]}={_columns.ShowInOption(columns[0])}") + " --ignore "
                + CsvFormat.ForShell(string.Join(',', columns[1..].Select(_columns.ShowInOption))) + ")");
    }
}

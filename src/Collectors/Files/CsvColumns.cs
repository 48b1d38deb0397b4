namespace InfluencerMap.Collectors.Files;

/// <summary>The columns that a file has, found by name or number.</summary>
internal sealed class CsvColumns(string file, IReadOnlyList<string> names)
{
    private const int NameLengthMax = 40;
    private const int ShownMax = 40;

    public int Count => names.Count;

    /// <summary>The column of each key, −1 where the file has none, in the order of the keys.</summary>
    /// <param name="map">What was said.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="keyOf">The key that a heading stands for, where no column is named like it.</param>
    public int[] Bind(ColumnMap map, IReadOnlyList<string> keys, Func<string, string?>? keyOf = null)
    {
        foreach (var key in map.ColumnByKey.Keys)
            if (!keys.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new InputException(
                    $"The column map holds '{key}', which is no key; the keys are {string.Join(", ", keys)}.");
        int[] bound = [.. keys.Select(key => map.ColumnByKey.TryGetValue(key, out var name) ? Find(name) : -1)];
        for (var i = 0; i < bound.Length; i++)
            if (bound[i] >= 0 && Array.IndexOf(bound, bound[i]) is var first && first < i)
                throw new InputException(
                    $"{file}: {keys[first]} and {keys[i]} are both mapped to column {Show(bound[i])}.");
        for (var i = 0; i < bound.Length; i++)
            if (bound[i] < 0 && FindDefault(keys[i]) is var column && !bound.Contains(column))
                bound[i] = column;
        if (keyOf is not null)
            BindHeadings(bound, map, keys, keyOf);
        return bound;
    }

    private void BindHeadings(int[] bound, ColumnMap map, IReadOnlyList<string> keys, Func<string, string?> keyOf)
    {
        // A column Sender beside none called From says who wrote.
        if (keys is ["from", ..] && bound[0] < 0 && keys.Index().FirstOrDefault(key => key.Item == "sender").Index
                is > 0 and var sender && bound[sender] >= 0 && !map.ColumnByKey.ContainsKey("sender"))
            bound[sender] = -1;
        var problems = new List<string>();
        var free = Enumerable.Range(0, Count).Where(column => !bound.Contains(column)).ToLookup(i => keyOf(names[i]));
        for (var i = 0; i < bound.Length; i++)
        {
            if (bound[i] >= 0 || free[keys[i]].ToArray() is not { Length: > 0 } columns)
                continue;
            if (columns.Length > 1)
                problems.Add($"columns {string.Join(" and ", columns.Select(Show))} both stand for {keys[i]} "
                    + $"(--map {keys[i]}={Show(columns[0])})");
            bound[i] = columns[0];
        }
        if (problems.Count > 0)
            throw new InputException($"{file}: {string.Join("; ", problems)}. Say which.");
    }

    /// <summary>The 0-based index of a column that must be there.</summary>
    public int Find(string name)
    {
        var matches = Matches(name);
        if (matches.Length == 1)
            return matches[0];
        if (matches.Length > 1)
            throw new InputException($"{file}: columns {string.Join(", ", matches.Select(i => i + 1))} share the name "
                + $"'{name}'; use a number.");
        if (int.TryParse(name, out var number) && number >= 1 && number <= Count)
            return number - 1;
        var hint = Count == 1 ? "; if there are more, give the delimiter" : "";
        throw new InputException($"{file}: no column '{name}'; the columns are {ShowAll()}{hint}.");
    }

    /// <summary>
    /// A column for people: its name, or its number where the name may be a cell of a file without a header.
    /// </summary>
    public string Show(int column)
    {
        var name = names[column];
        var isName = name.Length is > 0 and <= NameLengthMax && (char.IsLetter(name[0]) || name[0] == '_')
            && !name.Contains('@') && !name.Any(char.IsControl);
        return isName ? name : $"{column + 1}";
    }

    /// <summary>The first columns for people, and how many more there are.</summary>
    public string ShowAll() => string.Join(", ", Enumerable.Range(0, Math.Min(Count, ShownMax)).Select(Show))
        + (Count > ShownMax ? $" and {Count - ShownMax:N0} more" : "");

    private int FindDefault(string key) => Matches(key) switch
    {
        [] => -1,
        [var only] => only,
        _ => Find(key),
    };

    private int[] Matches(string name)
    {
        int[] By(StringComparison comparison) =>
            [.. Enumerable.Range(0, Count).Where(i => string.Equals(names[i], name, comparison))];
        return By(StringComparison.Ordinal) is { Length: > 0 } exact ? exact : By(StringComparison.OrdinalIgnoreCase);
    }
}

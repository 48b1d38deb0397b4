namespace InfluencerMap.Collectors;

/// <summary>Which column of a file stands for which of our keys, where it is not named like the key.</summary>
public sealed class ColumnMap
{
    private ColumnMap(Dictionary<string, string> columnByKey) => ColumnByKey = columnByKey;

    /// <summary>Every column is named like its key.</summary>
    public static ColumnMap Empty { get; } = new([]);

    /// <summary>Keys mapped, and the names or 1-based numbers of their columns.</summary>
    public IReadOnlyDictionary<string, string> ColumnByKey { get; }

    /// <summary>Reads <c>key=column,key=column</c>.</summary>
    /// <exception cref="InputException">A part is not <c>key=column</c>, or a key is mapped twice.</exception>
    public static ColumnMap Parse(string text)
    {
        var columnByKey = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } key, { Length: > 0 } column])
                throw new InputException($"The column map holds '{part}'; expected KEY=COLUMN, such as id=EmployeeNo.");
            if (!columnByKey.TryAdd(key, column))
                throw new InputException($"The column map holds the key '{key}' twice.");
        }
        return new(columnByKey);
    }
}

namespace InfluencerMap.Collectors;

/// <summary>The columns that a file has, found by name or number.</summary>
internal sealed class CsvColumns(IReadOnlyList<string> names)
{
    private const int NameLengthMax = 40;
    private const int ShownMax = 40;
    private const int NumbersMax = 8;

    public int Count => names.Count;

    /// <summary>As the file writes it.</summary>
    public string this[int column] => names[column];

    /// <summary>The 0-based index of a column by name or 1-based number; null, and a problem, where there is
    /// none.</summary>
    public int? Find(string name, ColumnProblems problems)
    {
        var matches = Matches(name);
        if (matches.Length == 1)
            return matches[0];
        if (matches.Length > 1)
            problems.Add($"columns {Numbers(matches)} share the name '{name}'; use a number");
        else if (int.TryParse(name, out var number) && number >= 1 && number <= Count)
            return number - 1;
        else if (Like(name) is { } like)
            return like;
        else
            problems.AddMissing($"no column '{name}'");
        return null;
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

    /// <summary>A column as an option names it: by number where its name could be mistaken.</summary>
    public string ShowInOption(int column)
    {
        var name = Show(column);
        var isUnique = Matches(name) is [var only] && only == column;
        return isUnique && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ' ')
            ? name
            : $"{column + 1}";
    }

    /// <summary>The first columns for people, and how many more there are.</summary>
    public string ShowAll() => string.Join(", ", Enumerable.Range(0, Math.Min(Count, ShownMax)).Select(Show))
        + (Count > ShownMax ? $" and {Count - ShownMax:N0} more" : "");

    /// <summary>1-based numbers for people: the first ones, and how many more there are.</summary>
    public static string Numbers(int[] columns) =>
        string.Join(", ", columns.Take(NumbersMax).Select(column => column + 1))
        + (columns.Length > NumbersMax ? $" and {columns.Length - NumbersMax:N0} more" : "");

    /// <summary>The columns of that name: exactly so, or else in another letter case.</summary>
    public int[] Matches(string name)
    {
        int[] By(StringComparison comparison) =>
            [.. Enumerable.Range(0, Count).Where(i => string.Equals(names[i], name, comparison))];
        return By(StringComparison.Ordinal) is { Length: > 0 } exact ? exact : By(StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The one column whose name differs in accents, blanks and punctuation only.</summary>
    private int? Like(string name) =>
        Headings.Normal(name) is { Length: > 0 } normal
        && Enumerable.Range(0, Count).Where(i => Headings.Normal(names[i]) == normal).ToArray() is [var only]
            ? only
            : null;
}

namespace InfluencerMap.Collectors;

/// <summary>Keeps the rows whose cell in a column equals a text.</summary>
/// <param name="Column">Name or 1-based number.</param>
/// <param name="Value">Compared exactly, after white space around the cell is removed.</param>
public sealed record CellFilter(string Column, string Value)
{
    /// <summary>Reads <c>COLUMN=VALUE</c>; the value may be empty.</summary>
    /// <exception cref="InputException">There is no column or no equals sign.</exception>
    public static CellFilter Parse(string text) =>
        text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } column, var value]
            ? new(column, value)
            : throw new InputException("A row filter reads COLUMN=VALUE, such as kind=sent.");
}

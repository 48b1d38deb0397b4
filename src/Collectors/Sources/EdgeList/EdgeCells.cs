using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>Splits a row of an edge list into cells; quotes keep delimiters in a cell (RFC 4180).</summary>
internal static class EdgeCells
{
    /// <summary>The delimiter of rows that any number of blanks and tabs separate.</summary>
    public const char Blanks = ' ';

    /// <summary>Replaces <paramref name="cells"/>; false where a quote is never closed.</summary>
    public static bool Split(ReadOnlySpan<char> row, char delimiter, List<string> cells)
    {
        cells.Clear();
        var rest = row.Trim();
        while (!rest.IsEmpty)
        {
            if (rest[0] == '"')
            {
                if (!TakeQuoted(ref rest, delimiter, cells))
                    return false;
            }
            else
            {
                var end = delimiter == Blanks ? rest.IndexOfAny(' ', '\t') : rest.IndexOf(delimiter);
                cells.Add((end < 0 ? rest : rest[..end]).Trim().ToString());
                rest = end < 0 ? [] : rest[end..];
            }
            if (rest.IsEmpty)
                break;
            rest = rest[1..].TrimStart(delimiter == '\t' ? " " : " \t");
            // A row that ends with its delimiter has one more cell, which is empty.
            if (rest.IsEmpty && delimiter != Blanks)
                cells.Add("");
        }
        return true;
    }

    public static bool HasDigit(string cell) => cell.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Whether the first two cells have no digit.</summary>
    public static bool AreWords(List<string> row) =>
        row is [var source, var target, ..] && !HasDigit(source) && !HasDigit(target);

    /// <summary>Whether nothing but digits is in it.</summary>
    public static bool IsDigits(string cell) => !cell.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool TakeQuoted(ref ReadOnlySpan<char> rest, char delimiter, List<string> cells)
    {
        var cell = new StringBuilder();
        rest = rest[1..];
        while (true)
        {
            var end = rest.IndexOf('"');
            if (end < 0)
                return false;
            cell.Append(rest[..end]);
            rest = rest[(end + 1)..];
            if (!rest.StartsWith('"'))
                break;
            cell.Append('"');
            rest = rest[1..];
        }
        cells.Add(cell.ToString());
        if (delimiter == Blanks)
            return rest.IsEmpty || rest[0] is ' ' or '\t';
        rest = rest.TrimStart(delimiter == '\t' ? " " : " \t");
        return rest.IsEmpty || rest[0] == delimiter;
    }
}

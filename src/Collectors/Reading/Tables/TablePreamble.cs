using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>What stands before the header of a table: titles, and the line of delimiters of Excel.</summary>
/// <param name="Lines">So many lines are not rows.</param>
/// <param name="Delimiter">What the line of Excel or a header behind titles shows; null where nothing does.</param>
/// <param name="TitleLines">Those of the lines that are titles.</param>
internal readonly record struct TablePreamble(int Lines, char? Delimiter, int TitleLines)
{
    /// <summary>Windows PowerShell writes it before the header.</summary>
    public const string TypeMark = "#TYPE ";

    private const int LinesMax = 40;
    private const int KnownMin = 2;
    private const string Delimiters = ",;\t|";

    /// <param name="head">The beginning of the text, in UTF-8.</param>
    /// <param name="given">The delimiter asked for; null where it is to be found out.</param>
    /// <param name="isKnown">Whether a cell is the heading of a wanted column; null where there is no header.</param>
    public static TablePreamble Of(ReadOnlySpan<byte> head, char? given, Func<string, bool>? isKnown)
    {
        var text = Encoding.UTF8.GetString(head);
        var lines = text.ReplaceLineEndings("\n").Split('\n', LinesMax + 1);
        var first = 0;
        if (lines[0].Trim().Trim('"') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var mark]
            && !char.IsLetterOrDigit(mark))
            (first, given) = (1, given ?? mark);
        if (isKnown is null)
            return new(first, given, 0);
        var most = 0;
        for (var i = first; i < Math.Min(lines.Length - 1, LinesMax); i++)
        {
            if (lines[i].StartsWith(TypeMark, StringComparison.Ordinal))
                return new(first, given, 0);
            foreach (var delimiter in given is { } only ? $"{only}" : Delimiters)
            {
                var filled = Cells(lines[i], delimiter);
                if (filled.Where(isKnown).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= KnownMin)
                    return i == first || filled.Count <= most ? new(first, given, 0)
                        : new(i, given ?? delimiter, lines[first..i].Count(line => line.Trim(" ,;\t|\"").Length > 0));
            }
            most = Math.Max(most, (given is { } one ? $"{one}" : Delimiters).Max(d => Cells(lines[i], d).Count));
        }
        return new(first, given, 0);
    }

    /// <summary>The cells of a line that hold something, without blanks and quotes around them.</summary>
    private static List<string> Cells(string line, char delimiter)
    {
        var cells = new List<string>();
        var isQuoted = false;
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            isQuoted ^= i < line.Length && line[i] == '"';
            if (i < line.Length && (isQuoted || line[i] != delimiter))
                continue;
            if (line[start..i].Trim().Trim('"').Trim() is { Length: > 0 } cell)
                cells.Add(cell);
            start = i + 1;
        }
        return cells;
    }
}

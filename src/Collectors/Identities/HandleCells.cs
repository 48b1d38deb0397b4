using System.Text.RegularExpressions;

namespace InfluencerMap.Collectors;

/// <summary>A cell that holds several handles, as directories and people write them.</summary>
internal static partial class HandleCells
{
    private const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>As many letters as a scheme can have, its colon and one more.</summary>
    private const int SchemeLengthMax = 14;

    private static readonly char[] Marks = [';', '|', '\n', '\r', '\t'];

    /// <summary>
    /// The parts of the cell: between semicolons, bars or line ends; of a list with an @ in it also between commas, and
    /// between blanks where each part is an address. Braces, which PowerShell puts around a list, are taken off.
    /// </summary>
    public static IEnumerable<string> PartsOf(string? cell)
    {
        if (cell is ['{', .., '}'])
            cell = cell[1..^1];
        foreach (var part in (cell ?? "").Split(Marks, Tidy))
            foreach (var listed in part.Contains('@') ? SplitAtCommas(part) : [part])
                if (listed.Split(' ', Tidy) is var words && words.All(IsWhole))
                    foreach (var word in words)
                        yield return word;
                else
                    yield return listed;
    }

    /// <summary>Whether the text in normal spelling is an address.</summary>
    public static bool IsAddress(string handle) => handle.IndexOf('@') > 0;

    /// <summary>A comma before any @ is part of a name: "Example, Ada" before an address in angle brackets.</summary>
    private static IEnumerable<string> SplitAtCommas(string part)
    {
        var (start, piece) = (0, 0);
        for (int comma; piece <= part.Length; piece = comma + 1)
        {
            while (start == piece && start < part.Length && char.IsWhiteSpace(part[start]))
                (start, piece) = (start + 1, piece + 1);
            comma = part.IndexOf(',', piece) is >= 0 and var found ? found : part.Length;
            if (comma == start)
                start++;
            // Each part is searched once, so that time stays linear in the length of the list.
            else if (part.AsSpan(piece, comma - piece).Contains('@')
                || Scheme().IsMatch(part.AsSpan(start, Math.Min(comma - start, SchemeLengthMax))))
            {
                yield return part[start..comma].Trim();
                start = comma + 1;
            }
        }
        if (start < part.Length && part[start..].Trim() is { Length: > 0 } rest)
            yield return rest;
    }

    /// <summary>Whether an address is in it, of mail or of another kind such as <c>X500:</c>.</summary>
    private static bool IsWhole(string text) => text.Contains('@') || Scheme().IsMatch(text);

    [GeneratedRegex(@"^\w{2,12}:\S", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}

using System.Globalization;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// A name as it is compared: its words in lower case without accents, in alphabetical order, so that
/// "Example, Ada" is "Ada Example".
/// </summary>
public static class NameKey
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "dott", "dottssa", "dottor", "dottoressa", "dr", "ing", "avv", "arch", "rag", "geom", "prof", "profssa", "sig",
        "sigra", "signor", "signora", "mr", "mrs", "ms", "miss", "sir", "phd",
    };

    /// <summary>Null where the text has no letters.</summary>
    public static string? Of(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormD)
            .Where(c => c is not ('\'' or '’' or '.')
                && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        string[] words =
        [
            .. string.Concat(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !Titles.Contains(word)).Order(StringComparer.Ordinal),
        ];
        return words.Any(word => word.Any(char.IsLetter)) ? string.Join(' ', words) : null;
    }
}

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
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Plain(name))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’' or '.') && word.Length > 0)
                End(words, word);
        }
        End(words, word);
        words.Sort(StringComparer.Ordinal);
        return words.Any(one => one.Any(char.IsLetter)) ? string.Join(' ', words) : null;
    }

    private static void End(List<string> words, StringBuilder word)
    {
        var text = word.ToString();
        if (text.Length > 0 && !Titles.Contains(text))
            words.Add(text);
        word.Clear();
    }

    private static IEnumerable<char> Plain(string name) => name.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark);
}

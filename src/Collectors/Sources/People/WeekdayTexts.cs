using System.Globalization;
using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Days of the week as staff lists write them, in English or Italian: <c>mon tue wed</c>, <c>Lun/Mar/Mer</c>,
/// <c>lun-mer</c>, <c>da lunedì a giovedì</c>.
/// </summary>
internal static class WeekdayTexts
{
    private const int DaysAWeek = 7;

    /// <summary>Fewer letters may be of several days.</summary>
    private const int LettersMin = 2;

    private static readonly string[][] Names =
    [
        ["sunday", "domenica"], ["monday", "lunedi"], ["tuesday", "martedi"], ["wednesday", "weds", "mercoledi"],
        ["thursday", "giovedi"], ["friday", "venerdi"], ["saturday", "sabato"],
    ];

    /// <summary>False where a part of the text is no day, and where it names none.</summary>
    public static bool TryRead(string text, out Weekdays days)
    {
        days = Weekdays.None;
        // The days of a chain without a break, and the ranges between them; two with a dash are a range.
        var chain = new List<int>();
        var isOpen = false;
        foreach (var word in WordsOf(text))
            if (word is "e" or "ed" or "and" or "da" or "dal" or "from")
                continue;
            else if (word is "-" or "a" or "al" or "to" or "through" or "thru")
            {
                if (isOpen || chain.Count == 0)
                    return false;
                isOpen = true;
            }
            else if (DayOf(word) is not { } day)
                return false;
            else
            {
                if (!isOpen)
                    days |= DaysOf(chain);
                chain = isOpen ? [.. chain, day] : [day];
                isOpen = false;
            }
        days |= DaysOf(chain);
        return !isOpen && days != Weekdays.None;
    }

    /// <summary>From the first to the second; of three and more, nobody means a range.</summary>
    private static Weekdays DaysOf(List<int> chain)
    {
        if (chain is [var first, var last])
            chain = [.. Enumerable.Range(0, 1 + (last - first + DaysAWeek) % DaysAWeek)
                .Select(step => (first + step) % DaysAWeek)];
        return chain.Aggregate(Weekdays.None, (days, day) => days | (Weekdays)(1 << day));
    }

    /// <summary>A day's name, its beginning, or many of it; 0 is Sunday.</summary>
    private static int? DayOf(string word)
    {
        var day = word.Length < LettersMin ? -1 : Array.FindIndex(Names, names => names.Any(name =>
            name.StartsWith(word, StringComparison.Ordinal) || word == name + "s"));
        return day < 0 ? null : day;
    }

    /// <summary>In lower case without accents and dots; a dash is a word, other marks part words.</summary>
    private static string[] WordsOf(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (c is '-' or '–' or '—' or '‑' or '−')
                words.Append(" - ");
            else if (char.IsWhiteSpace(c) || c is ',' or ';' or '/' or '|' or '+' or '&')
                words.Append(' ');
            else if (c is not ('.' or '\'' or '’' or '`')
                && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                words.Append(char.ToLowerInvariant(c));
        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}

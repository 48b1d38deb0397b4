using System.Globalization;

namespace InfluencerMap.Collectors.Sources;

/// <summary>Days as a list of connections writes them: <c>12 Mar 2024</c>, in the language of its headings.</summary>
internal static class ConnectionDay
{
    /// <summary>How months begin, in any of the languages: no two of them contradict each other.</summary>
    private static readonly string[][] Months =
    [
        ["jan", "gen", "ene", "sty"], ["feb", "fév", "fev", "lut"], ["mar", "mär", "mrz", "maa", "mrt"],
        ["apr", "avr", "abr", "kwi"], ["may", "mai", "mag", "mei", "maj"], ["jun", "juin", "giu", "cze"],
        ["jul", "juil", "lug", "lip"], ["aug", "aoû", "ago", "sie"], ["sep", "set", "wrz"],
        ["oct", "okt", "ott", "out", "paź"], ["nov", "lis"], ["dec", "dez", "dic", "déc", "des", "gru"],
    ];

    private static readonly string[] DayFirst = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];

    private static readonly string[] MonthFirst = ["yyyy-MM-dd", "M/d/yyyy"];

    public static bool TryRead(string? cell, bool isMonthFirst, out DateTime day)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return (TryReadNamed(cell, out day) || DateTime.TryParseExact(
                cell, isMonthFirst ? MonthFirst : DayFirst, CultureInfo.InvariantCulture, Utc, out day))
            && day.Year is >= 1970 and <= 2099;
    }

    private static bool TryReadNamed(string? cell, out DateTime day)
    {
        day = default;
        var parts = cell?.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.Equals("de", StringComparison.OrdinalIgnoreCase)).ToArray();
        if (parts is not [var first, var second, var third]
            || !TryReadNumber(first, out var date) || !TryReadNumber(third, out var year)
            || MonthOf(second) is not { } month)
            return false;
        year += year < 100 ? 2000 : 0;
        if (year is < 1970 or > 2099 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = new(year, month, date, 0, 0, 0, DateTimeKind.Utc);
        return true;
    }

    private static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.Length <= 4;

    /// <summary>1 … 12; the longest beginning that fits decides, so that June and July are told apart.</summary>
    private static int? MonthOf(string text)
    {
        var (month, length) = ((int?)null, 0);
        for (var i = 0; i < Months.Length; i++)
            foreach (var begin in Months[i])
                if (begin.Length > length && text.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
                    (month, length) = (i + 1, begin.Length);
        return month;
    }
}

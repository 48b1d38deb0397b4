using System.Globalization;

namespace InfluencerMap.Collectors;

/// <summary>Days as a list of connections writes them: <c>12 Mar 2024</c>, in the language of its headings.</summary>
internal static class ConnectionDay
{
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
            || MonthWords.Of(second) is not { } month)
            return false;
        year += year < 100 ? 2000 : 0;
        if (year is < 1970 or > 2099 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = new(year, month, date, 0, 0, 0, DateTimeKind.Utc);
        return true;
    }

    private static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.Length <= 4;
}

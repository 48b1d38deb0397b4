using System.Globalization;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>How much of full time somebody works, and on which days, as a cell says it.</summary>
internal static class PartTime
{
    private const double FteMin = 0.1;

    /// <summary>What a cell of the share may hold, for people.</summary>
    public const string ShareExpected =
        "a share of full time such as 0.6, 60 % or 60, from 0.1 (10 %) to 1 (100 %); leave the cell empty where it is "
        + "not known";

    /// <summary>What a cell of days may hold, for people.</summary>
    public const string DaysExpected =
        "the days of the week that are worked, such as mon tue wed or lun-mer; how many they are goes to fte, as 0.6 "
        + "for 3 of 5";

    /// <summary>
    /// A share, or per cent with their mark or from 10 up; between 1 and 10 it could be either, or hours.
    /// </summary>
    public static bool TryReadShare(string? text, out double? fte)
    {
        fte = null;
        if (text is null)
            return true;
        var cell = WithoutEnd(text.Trim(), "fte");
        var number = cell.StartsWith('%') ? cell[1..].TrimStart() : WithoutEnd(cell, "%");
        if (!double.TryParse(
                number.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return false;
        // More digits than any file states: what a workbook computes may be 0.6000000000000001.
        fte = Math.Round(cell.Contains('%') || value >= 100 * FteMin ? value / 100 : value, 6);
        return fte is >= FteMin and <= 1;
    }

    /// <summary>False where a part of the text is no day.</summary>
    public static bool TryReadDays(string? text, out Weekdays? days)
    {
        days = null;
        if (text is null)
            return true;
        var isRead = WeekdayTexts.TryRead(text, out var read);
        days = read;
        return isRead;
    }

    private static string WithoutEnd(string text, string end) =>
        text.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? text[..^end.Length].TrimEnd() : text;
}

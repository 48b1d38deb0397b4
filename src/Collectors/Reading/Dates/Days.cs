using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InfluencerMap.Collectors;

/// <summary>Reads days from the cells of a file; a time of day that stands behind one says nothing else.</summary>
/// <remarks>
/// The year first (<c>2019-01-31</c>, <c>2019/01/31</c>, <c>20190131</c>), the year last with strokes or hyphens in the
/// order of the file (<see cref="DayOrder"/>), with dots the day first, or the month by its Italian or English name.
/// A time with an offset must be midnight: at another time the day depends on the place.
/// </remarks>
internal sealed partial class Days(DayOrder order)
{
    private const int CellBytesMax = 64;
    private const int YearMin = 1900;
    private const int YearMax = 2099;

    /// <summary>What programs write as the last of all days.</summary>
    private const int YearNever = 9999;

    private static readonly string[] Months =
    [
        "gen jan", "feb", "mar", "apr", "mag may", "giu jun", "lug jul", "ago aug", "set sep", "ott oct", "nov",
        "dic dec",
    ];

    private static readonly string[] Nothing = ["", "-", "nat", "nan", "null", "none", "0000-00-00", "00/00/0000"];

    /// <summary>What a cell must hold, for the message about one that does not.</summary>
    public string Expected => "a date such as 2019-01-31 or " + (order.IsDayFirst ? "31/01/2019" : "01/31/2019")
        + "; a mere number, as Excel counts days, is none";

    /// <summary>Reads the cell; no day where it states none.</summary>
    /// <returns>Whether it can be read.</returns>
    public bool TryRead(ReadOnlySpan<byte> cell, out DateOnly? day)
    {
        day = null;
        if (cell.Length > CellBytesMax)
            return false;
        if (Instants.TryReadDate(cell, out var plain))
            return TryMake(plain.Year, plain.Month, plain.Day, out day);
        var text = Encoding.UTF8.GetString(cell);
        if (Nothing.Contains(text, StringComparer.OrdinalIgnoreCase))
            return true;
        return Form().Match(text) is { Success: true } match && TryRead(match, out day);
    }

    /// <summary>Takes the cell into account for the order of day and month.</summary>
    /// <param name="cell">A cell of dates.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="order">The order of the file.</param>
    public static void See(ReadOnlySpan<byte> cell, Func<string> place, DayOrder order)
    {
        if (cell.Length is 0 or > CellBytesMax || Instants.TryReadDate(cell, out _))
            return;
        if (Form().Match(Encoding.UTF8.GetString(cell)) is { Success: true } match && match.Groups["open"].Success)
            order.See(Number(match, "a"), Number(match, "b"), place());
    }

    private bool TryRead(Match match, out DateOnly? day)
    {
        day = null;
        if (match.Groups["offset"].Success && match.Groups["time"].Value.AsSpan().ContainsAnyInRange('1', '9'))
            return false;
        var (year, a, b) = (Number(match, "year"), Number(match, "a"), Number(match, "b"));
        if (match.Groups["name"] is { Success: true } name)
            return MonthOf(name.Value) is > 0 and var month && TryMake(year, month, a, out day);
        if (match.Groups["ymd"].Success)
            return TryMake(year, a, b, out day);
        return match.Groups["open"].Success && !order.IsDayFirst
            ? TryMake(year, a, b, out day)
            : TryMake(year, b, a, out day);
    }

    private static bool TryMake(int year, int month, int dayOfMonth, out DateOnly? day)
    {
        day = null;
        if (year == YearNever)
            return true;
        if (year is < YearMin or > YearMax || month is < 1 or > 12
            || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
            return false;
        day = new(year, month, dayOfMonth);
        return true;
    }

    private static int MonthOf(string name) =>
        1 + Array.FindIndex(Months, month => month.Split(' ').Contains(
            name[..Math.Min(3, name.Length)], StringComparer.OrdinalIgnoreCase));

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?:(?<ymd>)(?<year>\d{4})(?<s>[-/.]?)(?<a>\d{2})\k<s>(?<b>\d{2})"
        + @"|(?<open>)(?<a>\d{1,2})(?<s>[-/])(?<b>\d{1,2})\k<s>(?<year>\d{4})"
        + @"|(?<a>\d{1,2})\.(?<b>\d{1,2})\.(?<year>\d{4})"
        + @"|(?<a>\d{1,2})[-/. ]?(?<name>\p{L}{3,9})\.?[-/. ]?(?<year>\d{4}))"
        + @"(?:[Tt ] *(?<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?)(?: ?[AaPp][Mm])?"
        + @"(?<offset> ?(?:[Zz]|UTC|GMT|[+-]\d{2}:?\d{2}))?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}

using System.Globalization;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>Reads days from the cells of a file; a time of day that follows one is not read.</summary>
/// <remarks>
/// What <see cref="WrittenDate"/> reads, with all four digits of the year, and <c>20190131</c>. Between slashes or
/// hyphens day and month are in the order of the file (<see cref="DayOrder"/>), between dots the day is first.
/// A time with an offset must be midnight: at another time the day depends on the place.
/// </remarks>
internal sealed class Days(DayOrder order)
{
    private const int CompactLength = 8;
    private const int YearMin = 1900;
    private const int YearMax = 2099;

    /// <summary>What programs write as the last of all days.</summary>
    private const int YearNever = 9999;

    private static readonly string[] Nothing = ["", "-", "nat", "nan", "null", "none", "0000-00-00", "00/00/0000"];

    /// <summary>How the last cell was read, with a comma after it, where it names a day that no calendar has.</summary>
    private string? _noDayOf;

    /// <summary>What a cell must hold, for the message about the one that did not.</summary>
    public string Expected => _noDayOf is { } read ? $"a day of the calendar; {read}there is no such day"
        : "a date such as 2019-01-31 or " + (order.IsDayFirst ? "31/01/2019" : "01/31/2019")
        + "; a mere number, as Excel counts days, is none";

    /// <summary>Reads the cell; no day where it states none.</summary>
    /// <returns>Whether it can be read.</returns>
    public bool TryRead(ReadOnlySpan<byte> cell, out DateOnly? day)
    {
        (day, _noDayOf) = (null, null);
        if (cell.Length <= WrittenDate.LengthMax
            && Nothing.Contains(Encoding.UTF8.GetString(cell), StringComparer.OrdinalIgnoreCase))
            return true;
        if (cell.Length == CompactLength
            && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return TryMake(number / 10_000, number / 100 % 100, number % 100, "", out day);
        if (!WrittenDate.TryRead(cell, out var date) || date.HasShortYear
            || date.Clock is { OffsetMinutes: not null, Ticks: not 0 })
            return false;
        return DependsOnOrder(date) && !order.IsDayFirst
            ? TryMake(date.Third, date.First, date.Second, "read as month, day, year, ", out day)
            : TryMake(
                date.Third, date.Second, date.First, date.IsOpen ? "read as day, month, year, " : "", out day);
    }

    /// <summary>Takes the cell into account for the order of day and month.</summary>
    /// <param name="cell">A cell of dates.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="order">The order of the file.</param>
    public static void See(ReadOnlySpan<byte> cell, Func<string> place, DayOrder order)
    {
        if (WrittenDate.TryRead(cell, out var date) && !date.HasShortYear && DependsOnOrder(date))
            order.See(date.First, date.Second, place());
    }

    private static bool DependsOnOrder(in WrittenDate date) => date.IsOpen && date.Mark != '.';

    private bool TryMake(int year, int month, int dayOfMonth, string parts, out DateOnly? day)
    {
        day = null;
        if (year == YearNever)
            return true;
        if (year is < YearMin or > YearMax)
            return false;
        if (!CompactDate.TryMake(year, month, dayOfMonth, out var made))
        {
            _noDayOf = parts;
            return false;
        }
        day = made;
        return true;
    }
}

using System.Globalization;

namespace InfluencerMap.Collectors;

/// <summary>What all cells of a column together say of the order in which its dates are written.</summary>
internal sealed class DateEvidence
{
    private (WrittenDate Date, string Place)? _example;
    private string? _dayFirst, _monthFirst;
    private UInt128 _firsts, _thirds;
    private bool _mayBeYearFirst = true;
    private bool _onlyDots = true;
    private bool _isOpen;

    /// <param name="date">One with an order that does not show.</param>
    /// <param name="place">Where it stands, for messages.</param>
    public void Add(in WrittenDate date, Func<string> place)
    {
        var canDay = date.TryOrder(DateOrder.DayFirst, out var asDay);
        var canMonth = date.TryOrder(DateOrder.MonthFirst, out var asMonth);
        var canYear = date.TryOrder(DateOrder.YearFirst, out _) && date.HasShortYear;
        if (!canDay && !canMonth && !canYear)
            return;
        _isOpen = true;
        _onlyDots &= date.Mark == '.';
        _mayBeYearFirst &= canYear;
        if (canDay && !canMonth)
            _dayFirst ??= place();
        if (canMonth && !canDay)
            _monthFirst ??= place();
        if (canDay && canMonth && asDay != asMonth)
            _example ??= (date, place());
        if (!date.HasShortYear)
            return;
        _firsts |= UInt128.One << date.First;
        _thirds |= UInt128.One << date.Third;
        if (!canDay && !canMonth)
            (_dayFirst, _monthFirst) = (_dayFirst ?? place(), _monthFirst ?? place());
        _example ??= (date, place());
    }

    /// <summary>The one order that fits all, and how that shows.</summary>
    /// <exception cref="InputException">None fits all, or several do.</exception>
    public (DateOrder Order, string? Note) Decide(Func<string, InputException> refuse)
    {
        var (canDay, canMonth) = (_monthFirst is null, _dayFirst is null);
        if (!_isOpen)
            return (DateOrder.DayFirst, null);
        if (!canDay && !canMonth)
            return _mayBeYearFirst
                ? (DateOrder.YearFirst, "dates are read with the year first, as no other order fits all rows")
                : throw refuse($"{_dayFirst} states the day before the month, {_monthFirst} the month before the day; "
                    + "mend the one, or import the two kinds of rows apart (--date-format dmy or mdy).");
        if (canDay && canMonth)
            return _example is not { } open ? (DateOrder.DayFirst, null)
                : _onlyDots ? (DateOrder.DayFirst, "dates are read day first, as dots between the numbers show")
                : throw Leaves(open, [DateOrder.DayFirst, DateOrder.MonthFirst], refuse);
        if (canMonth)
            return (DateOrder.MonthFirst, $"dates are read month first, as {_monthFirst} shows");
        // A month has more days than a file has years.
        var (days, years) = (Count(_firsts), Count(_thirds));
        if (!_mayBeYearFirst || days > years)
            return (DateOrder.DayFirst, $"dates are read day first, as {_dayFirst} shows");
        return days < years
            ? (DateOrder.YearFirst, "dates are read with the year first, as their numbers show")
            : throw Leaves(_example!.Value, [DateOrder.DayFirst, DateOrder.YearFirst], refuse);
    }

    private static int Count(UInt128 bits) => (int)UInt128.PopCount(bits);

    private static InputException Leaves(
        (WrittenDate Date, string Place) open, DateOrder[] orders, Func<string, InputException> refuse)
    {
        var readings = orders.Select(order => open.Date.TryOrder(order, out var day)
            ? $"as {EnumNames<DateOrder>.Of(1)[(int)order]} {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}"
            : "");
        var options = string.Join(" or ", orders.Select(order => EnumNames<DateOrder>.All[(int)order]));
        return refuse($"its dates leave open what is the day and what the month: {open.Place}, read "
            + $"{string.Join(", ", readings)}. Say which: --date-format {options}.");
    }
}

namespace InfluencerMap.Collectors;

/// <summary>
/// Whether the day or the month stands first in dates such as 03/04/2026: decided once per file, from all its dates.
/// </summary>
internal sealed class DayOrder
{
    private long _dayFirst, _monthFirst, _open;
    private string _dayFirstAt = "", _monthFirstAt = "", _openAt = "";

    /// <summary>Stated for the whole file; null where the dates decide.</summary>
    public bool? Stated { get; init; }

    /// <summary>How the dates are read; the day first where none of them depends on it.</summary>
    public bool IsDayFirst => Stated ?? _monthFirst == 0;

    /// <summary>Takes the first two numbers of a date that ends in the year into account.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="second">The second.</param>
    /// <param name="place">Where it stands, for the message.</param>
    public void See(int first, int second, string place)
    {
        if (first > 12 && second <= 12)
            (_dayFirst, _dayFirstAt) = (_dayFirst + 1, _dayFirst == 0 ? place : _dayFirstAt);
        else if (second > 12 && first <= 12)
            (_monthFirst, _monthFirstAt) = (_monthFirst + 1, _monthFirst == 0 ? place : _monthFirstAt);
        else if (first != second)
            (_open, _openAt) = (_open + 1, _open == 0 ? place : _openAt);
    }

    /// <summary>What leaves the order open, in words; null where it is decided, or where no date depends on
    /// it.</summary>
    public string? Problem() =>
        Stated is not null ? null
        : _dayFirst > 0 && _monthFirst > 0
            ? $"the day stands first at {_dayFirstAt} and the month at {_monthFirstAt}; mend one, or say which is "
                + "meant (--date-format dmy or mdy)"
        : _open > 0 && _dayFirst + _monthFirst == 0
            ? $"the date at {_openAt} can be read as day/month/year and as month/day/year, and no other date says "
                + "which; say it (--date-format dmy or mdy)"
        : null;

    /// <summary>What was found out, for people; null where nothing had to be.</summary>
    public string? Note() =>
        Stated is null && _dayFirst + _monthFirst > 0
            ? $"Dates are read as {(IsDayFirst ? "day/month/year" : "month/day/year")}: "
                + $"{_dayFirst + _monthFirst:N0} of them can be read in no other order, the first at "
                + $"{(IsDayFirst ? _dayFirstAt : _monthFirstAt)}."
            : null;
}

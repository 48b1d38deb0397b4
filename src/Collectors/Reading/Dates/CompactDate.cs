namespace InfluencerMap.Collectors;

/// <summary>Dates without marks between their numbers: <c>20261102</c> and <c>20261102140509</c>.</summary>
internal static class CompactDate
{
    public static bool TryRead(ReadOnlySpan<byte> cell, long number, out DateTime local)
    {
        local = default;
        if (cell.Length is not (8 or 14))
            return false;
        var (day, clock) = cell.Length == 8 ? (number, 0) : (number / 1_000_000, number % 1_000_000);
        var (y, m, d) = ((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100));
        var (hour, minute, second) = ((int)(clock / 10_000), (int)(clock / 100 % 100), (int)(clock % 100));
        if (y is < 1970 or > 2099 || hour > 23 || minute > 59 || second > 59 || !TryMake(y, m, d, out var date))
            return false;
        local = date.ToDateTime(new(hour, minute, second));
        return true;
    }

    /// <summary>A day by its numbers, where there is one.</summary>
    public static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new(year, month, day);
        return true;
    }
}

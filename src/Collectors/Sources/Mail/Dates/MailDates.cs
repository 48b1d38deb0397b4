namespace InfluencerMap.Collectors;

/// <summary>What a field that should hold a date holds.</summary>
internal enum MailDate
{
    /// <summary>No date that can be read.</summary>
    None,

    /// <summary>A date whose figures cannot be, such as an offset of +0590 or the year 1.</summary>
    Impossible,
    Read,
}

/// <summary>
/// Reads the date of a mail: RFC 5322, 3.3 and 4.3 (comments anywhere, no name of the day, no seconds, two or three
/// digits of a year, names of zones, no zone), the orders of C's asctime and of JavaScript, ISO 8601, clocks of
/// twelve hours, and names of months in the languages that mail programs write by mistake. Without a zone it is UTC.
/// </summary>
internal static class MailDates
{
    private const int YearMin = 1970;
    private const int YearMax = 2099;

    /// <param name="value">The value of the field, folded or not.</param>
    /// <param name="instant">UTC.</param>
    /// <param name="hasZone">Whether it states an offset.</param>
    public static bool TryRead(ReadOnlySpan<byte> value, out DateTime instant, out bool hasZone) =>
        Read(value, out instant, out hasZone) == MailDate.Read;

    /// <inheritdoc cref="TryRead"/>
    public static MailDate Read(ReadOnlySpan<byte> value, out DateTime instant, out bool hasZone)
    {
        (instant, hasZone) = (default, false);
        var words = new MailDateWords(value);
        words.Read();
        if (words is not { Year: >= 0, Month: > 0, Day: >= 0, Seconds: >= 0 })
            return words.IsImpossible ? MailDate.Impossible : MailDate.None;
        hasZone = words.HasZone;
        if (words.IsImpossible || words.Year is < YearMin - 1 or > YearMax + 1 || words.Day == 0
            || words.Day > DateTime.DaysInMonth(words.Year, words.Month))
            return MailDate.Impossible;
        var local = new DateTime(words.Year, words.Month, words.Day).AddSeconds(words.Seconds);
        instant = DateTime.SpecifyKind(local.AddMinutes(-words.OffsetMinutes(local)), DateTimeKind.Utc);
        return instant.Year is >= YearMin and <= YearMax ? MailDate.Read : MailDate.Impossible;
    }
}

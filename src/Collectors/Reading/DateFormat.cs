using System.Globalization;

namespace InfluencerMap.Collectors;

/// <summary>In which order a date such as 02/11/2026 states day, month and year.</summary>
internal enum DateOrder
{
    [Named("dmy", "day first")] DayFirst,
    [Named("mdy", "month first")] MonthFirst,

    /// <summary>Of years with two digits; four show by themselves.</summary>
    [Named("ymd", "year first")] YearFirst,
}

/// <summary>How the dates of a file are written; by itself where all of its rows together show it.</summary>
public sealed class DateFormat
{
    private DateFormat()
    {
    }

    /// <summary>Found out from all rows of the column.</summary>
    public static DateFormat Auto { get; } = new();

    internal DateOrder? Order { get; private init; }

    /// <summary>Whether the day stands before the month where the year is last; null where it is not said.</summary>
    internal bool? IsDayFirst => Order switch
    {
        DateOrder.DayFirst => true,
        DateOrder.MonthFirst => false,
        _ => null,
    };

    /// <summary>Whether nothing but ISO 8601 and numbers is read.</summary>
    internal bool IsIso { get; private init; }

    /// <summary>A custom pattern of .NET, which is the only form then.</summary>
    internal string? Pattern { get; private init; }

    internal bool PatternHasOffset => Pattern?.AsSpan().ContainsAny('z', 'K') == true;

    /// <summary>Reads <c>auto</c>, <c>dmy</c>, <c>mdy</c>, <c>ymd</c>, <c>iso</c> or a pattern of .NET.</summary>
    /// <exception cref="InputException">It is none of these.</exception>
    public static DateFormat Parse(string text) => text.ToLowerInvariant() switch
    {
        "auto" => Auto,
        "dmy" => new() { Order = DateOrder.DayFirst },
        "mdy" => new() { Order = DateOrder.MonthFirst },
        "ymd" => new() { Order = DateOrder.YearFirst },
        "iso" => new() { IsIso = true },
        _ => new() { Pattern = Checked(text) },
    };

    /// <summary>A pattern that states a day, so that a date comes back from what it writes.</summary>
    private static string Checked(string pattern)
    {
        // No year of today, which a pattern without years would give.
        var day = new DateTime(2011, 11, 22, 0, 0, 0, DateTimeKind.Utc);
        try
        {
            if (DateTime.TryParseExact(
                    day.ToString(pattern, CultureInfo.InvariantCulture), pattern, CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var back)
                && back.Date == day && pattern.Length > 1)
                return pattern;
        }
        catch (FormatException)
        {
            // Reported below.
        }
        throw new InputException($"'{pattern}' is not a form of dates; expected dmy, mdy, ymd, iso or a pattern of "
            + "yyyy, MM and dd such as 'dd/MM/yyyy HH:mm'.");
    }
}

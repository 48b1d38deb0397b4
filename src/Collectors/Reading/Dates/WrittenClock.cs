namespace InfluencerMap.Collectors;

/// <summary>The time of day that follows a date, of 12 or 24 hours, and the offset from UTC.</summary>
/// <param name="Ticks">Since midnight.</param>
/// <param name="OffsetMinutes">Null where none is stated.</param>
internal readonly record struct WrittenClock(long Ticks, int? OffsetMinutes)
{
    /// <summary>Reads to the end of the text; nothing is midnight without an offset.</summary>
    public static bool TryRead(ref WrittenText text, out WrittenClock clock)
    {
        clock = default;
        long ticks = 0;
        if (text.Take('t') && !text.AtDigit)
            return false;
        text.SkipAny(" ,-.");
        if (text.AtWord)
            _ = text.Take("alle ore ") || text.Take("alle ") || text.Take("ore ") || text.Take("at ")
                || text.Take("um ") || text.Take("à ");
        if (text.AtDigit && !TryReadTime(ref text, out ticks))
            return false;
        if (!TryReadOffset(ref text, out var offset))
            return false;
        clock = new(ticks, offset);
        return text.IsEnd;
    }

    /// <summary><c>10:00</c>, <c>10.00.05</c>, <c>10h05</c>, <c>2:05:09 PM</c>, <c>10:00 Uhr</c>.</summary>
    private static bool TryReadTime(ref WrittenText text, out long ticks)
    {
        ticks = 0;
        if (!text.Number(out var hours, out var digits) || digits > 2)
            return false;
        var (minutes, seconds) = (0, 0);
        var mark = text.Next;
        var hasMinutes = mark is ':' or '.' or 'h' && text.Take(mark) && text.AtDigit;
        if (hasMinutes)
        {
            if (!text.Number(out minutes, out digits) || digits != 2)
                return false;
            if (mark != 'h' && text.Take(mark) && (!text.Number(out seconds, out digits) || digits != 2))
                return false;
            if (text.Take('.') || text.Take(','))
            {
                if (!text.AtDigit)
                    return false;
                ticks = Fraction(ref text);
            }
        }
        text.SkipAny(" ");
        var half = HalfOf(ref text);
        if (minutes > 59 || seconds > 59 || hours > 23 || half == 'a' && hours > 12 || half == ' ' && !hasMinutes)
            return false;
        hours = half switch { 'a' when hours == 12 => 0, 'p' when hours < 12 => hours + 12, _ => hours };
        ticks += (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute)
            + (seconds * TimeSpan.TicksPerSecond);
        return true;
    }

    private static long Fraction(ref WrittenText text)
    {
        var ticks = 0L;
        for (var unit = TimeSpan.TicksPerSecond; text.AtDigit; text.Take(text.Next))
            ticks += (text.Next - '0') * (unit /= 10);
        return ticks;
    }

    /// <summary>Which half of the day: a, p, or a blank for a clock of 24 hours.</summary>
    private static char HalfOf(ref WrittenText text)
    {
        if (text.Take("am") || text.Take("a.m.") || text.Take("a. m."))
            return 'a';
        if (text.Take("pm") || text.Take("p.m.") || text.Take("p. m."))
            return 'p';
        _ = text.Take("uhr") || text.Take("h");
        return ' ';
    }

    /// <summary><c>Z</c>, <c>UTC</c>, <c>GMT</c>, <c>+02:00</c>, <c>GMT+1</c>, <c>+0000 UTC</c>, or nothing.</summary>
    private static bool TryReadOffset(ref WrittenText text, out int? minutes)
    {
        minutes = null;
        text.SkipAny(" (");
        if (text.Take("z") || text.Take("utc") || text.Take("gmt"))
            minutes = 0;
        text.SkipAny(" ");
        if (text.Next is '+' or '-')
        {
            var sign = text.Take('-') ? -1 : 1;
            text.SkipAny("+");
            if (!text.Number(out var hours, out var digits) || digits == 3 || digits == 1 && minutes is null)
                return false;
            var rest = 0;
            if (digits == 4)
                (hours, rest) = (hours / 100, hours % 100);
            else if (text.Take(':') && (!text.Number(out rest, out digits) || digits != 2))
                return false;
            if (hours > 14 || rest > 59)
                return false;
            minutes = sign * ((60 * hours) + rest);
            text.SkipAny(" (");
            _ = text.Take("utc") || text.Take("gmt");
        }
        text.SkipAny(" )");
        return true;
    }
}

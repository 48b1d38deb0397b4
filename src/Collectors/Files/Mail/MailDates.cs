using System.Buffers.Text;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>
/// Reads the date of a mail (RFC 5322, 3.3 and 4.3): comments anywhere, no name of the day, no seconds, two or three
/// digits of a year, names of zones, no zone (read as UTC), and the order of C's asctime.
/// </summary>
internal static class MailDates
{
    private const int YearMin = 1970;
    private const int YearMax = 2099;
    private const int WordsMax = 8;
    private const int OffsetMinutesMax = 24 * 60;

    private static ReadOnlySpan<byte> Months => "janfebmaraprmayjunjulaugsepoctnovdec"u8;

    private static ReadOnlySpan<byte> Days => "montuewedthufrisatsun"u8;

    /// <summary>Names of zones with an offset other than zero, in hours (RFC 5322, 4.3).</summary>
    private static ReadOnlySpan<byte> Zones => "estedtcstcdtmstmdtpstpdt"u8;

    private static ReadOnlySpan<sbyte> ZoneHours => [-5, -4, -6, -5, -7, -6, -8, -7];

    /// <param name="value">The value of the field, folded or not.</param>
    /// <param name="instant">UTC.</param>
    /// <param name="hasZone">Whether it states an offset.</param>
    public static bool TryRead(ReadOnlySpan<byte> value, out DateTime instant, out bool hasZone)
    {
        (instant, hasZone) = (default, false);
        Span<Range> ranges = stackalloc Range[WordsMax];
        var words = ranges[..Split(value, ranges)];
        if (words.Length > 0 && IndexOf(Days, value[words[0]]) >= 0)
            words = words[1..];
        if (words.Length < 4)
            return false;
        var isAsctime = IndexOf(Months, value[words[0]]) >= 0;
        var (day, month) = isAsctime ? (words[1], words[0]) : (words[0], words[1]);
        var hasYearLast = isAsctime && value[words[2]].Contains((byte)':');
        var (year, time) = hasYearLast ? (words[^1], words[2]) : (words[2], words[3]);
        var zone = hasYearLast ? words[3..^1] : words[4..];
        hasZone = zone.Length > 0;
        var minutes = 0;
        if (!TryDay(value[year], IndexOf(Months, value[month]) + 1, value[day], out var date)
            || !TryTime(value[time], out var timeOfDay)
            || (hasZone && !TryZone(value[zone[0]], out minutes)))
            return false;
        instant = DateTime.SpecifyKind(date.Add(timeOfDay).AddMinutes(-minutes), DateTimeKind.Utc);
        return instant.Year is >= YearMin and <= YearMax;
    }

    /// <summary>Words between blanks, commas and comments; <c>20-Feb-2020</c> is three.</summary>
    private static int Split(ReadOnlySpan<byte> value, Span<Range> words)
    {
        var (count, start, depth) = (0, -1, 0);
        for (var i = 0; i <= value.Length; i++)
        {
            var symbol = i < value.Length ? value[i] : (byte)' ';
            var isDash = symbol == '-' && start >= 0 && count < 3 && !value[start..i].Contains((byte)':');
            if (depth == 0 && !isDash && symbol is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)','
                or (byte)'('))
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0 && count < words.Length)
                words[count++] = start..i;
            start = -1;
            depth = Math.Max(0, depth + (symbol == '(' ? 1 : symbol == ')' ? -1 : 0));
        }
        return count;
    }

    private static bool TryDay(ReadOnlySpan<byte> yearText, int month, ReadOnlySpan<byte> dayText, out DateTime date)
    {
        date = default;
        if (!TryNumber(yearText, 4, out var year) || !TryNumber(dayText, 2, out var day))
            return false;
        year += yearText.Length switch
        {
            1 or 2 => year < 50 ? 2000 : 1900,
            3 => 1900,
            _ => 0,
        };
        if (month == 0 || day == 0 || year is < 1 or > YearMax + 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new(year, month, day);
        return year >= YearMin - 1;
    }

    /// <summary>Reads <c>h:mm</c> or <c>h:mm:ss</c>; a leap second is the next one's beginning.</summary>
    private static bool TryTime(ReadOnlySpan<byte> text, out TimeSpan time)
    {
        time = default;
        var colon = text.IndexOf((byte)':');
        if (colon < 0 || !TryNumber(text[..colon], 2, out var hours))
            return false;
        var rest = text[(colon + 1)..];
        colon = rest.IndexOf((byte)':');
        var seconds = 0;
        if (!TryNumber(colon < 0 ? rest : rest[..colon], 2, out var minutes)
            || (colon >= 0 && !TryNumber(rest[(colon + 1)..], 2, out seconds)))
            return false;
        time = new(hours, minutes, seconds);
        return hours <= 23 && minutes <= 59 && seconds <= 60;
    }

    /// <summary>Letters that stand for no known zone mean UTC, as the standard has it.</summary>
    private static bool TryZone(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text[0] is not ((byte)'+' or (byte)'-'))
        {
            var zone = IndexOf(Zones, text);
            minutes = zone >= 0 ? 60 * ZoneHours[zone] : 0;
            return char.IsAsciiLetter((char)text[0]);
        }
        if (!TryNumber(text[1..], 4, out var number) || text.Length < 3)
            return false;
        minutes = (text[0] == '-' ? -1 : 1) * ((60 * (number / 100)) + (number % 100));
        return Math.Abs(minutes) < OffsetMinutesMax;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, int digitsMax, out int number) =>
        Utf8Parser.TryParse(text, out number, out var read) && read == text.Length && read <= digitsMax
        && text[0] is not ((byte)'-' or (byte)'+');

    /// <summary>The place of a word's first three letters among names of three letters; −1 where it is none.</summary>
    private static int IndexOf(ReadOnlySpan<byte> names, ReadOnlySpan<byte> word)
    {
        if (word.Length < 3)
            return -1;
        ReadOnlySpan<byte> first = [(byte)(word[0] | 0x20), (byte)(word[1] | 0x20), (byte)(word[2] | 0x20)];
        for (var i = 0; i < names.Length; i += 3)
            if (names.Slice(i, 3).SequenceEqual(first))
                return i / 3;
        return -1;
    }
}

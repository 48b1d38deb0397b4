using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace InfluencerMap.Collectors.Files;

/// <summary>Reads instants from cells, without making strings of them.</summary>
internal sealed class Instants(TimeZoneInfo zone, CollectReport report)
{
    private const int YearMin = 1970;
    private const int YearMax = 2099;

    /// <summary>From here on a number means milliseconds (as seconds this would be the year 5138), …</summary>
    private const long MillisecondsMin = 100_000_000_000;

    /// <summary>… and from here on microseconds.</summary>
    private const long MicrosecondsMin = 100_000_000_000_000;

    private const int OfficeLengthMax = 32;

    private static readonly string[] OfficeForms =
    [
        "M/d/yyyy h:m:s tt", "M/d/yyyy h:m tt", "d.M.yyyy H:m:s", "d.M.yyyy H:m", "d.M.yyyy",
    ];

    private const long MicrosecondsMax = 100_000_000_000_000_000;

    private readonly bool _isUtc = zone.HasSameRules(TimeZoneInfo.Utc) && zone.BaseUtcOffset == TimeSpan.Zero;

    /// <summary>What a cell must hold, for the message about one that does not.</summary>
    public string Expected =>
        "an ISO 8601 date or date-time, or seconds or milliseconds since 1970, of the years 1970 … 2099"
        + (_isUtc ? "" : $"; without an offset, a time that occurs in {zone.Id}");

    public bool TryRead(ReadOnlySpan<byte> cell, out DateTime instant)
    {
        var isNumber = cell.Length > 0 && !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        return (isNumber ? TryReadEpoch(cell, out instant)
                : TryReadIso(cell, out instant) || TryReadOfOffice(cell, out instant))
            && instant.Year is >= YearMin and <= YearMax;
    }

    /// <summary>Reads <c>yyyy-MM-dd</c>.</summary>
    public static bool TryReadDate(ReadOnlySpan<byte> cell, out DateOnly date)
    {
        date = default;
        if (cell.Length != 10 || cell[4] != '-' || cell[7] != '-'
            || !TryDigits(cell[..2], out var century) || !TryDigits(cell[2..4], out var year)
            || !TryDigits(cell[5..7], out var month) || !TryDigits(cell[8..], out var day))
            return false;
        year += 100 * century;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new(year, month, day);
        return true;
    }

    /// <summary>
    /// Reads what programs of one country write, where it can be told: <c>11/20/2026 2:05:09 PM</c> puts the month
    /// first, <c>20.11.2026 14:05:09</c> the day. Strokes with a clock of 24 hours are written both ways: refused.
    /// </summary>
    private bool TryReadOfOffice(ReadOnlySpan<byte> cell, out DateTime instant)
    {
        instant = default;
        Span<char> text = stackalloc char[OfficeLengthMax];
        return cell.Length is > 0 and <= OfficeLengthMax
            && Encoding.UTF8.TryGetChars(cell, text, out var length)
            && DateTime.TryParseExact(
                text[..length], OfficeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && TryReadLocal(local, out instant);
    }

    private static bool TryReadEpoch(ReadOnlySpan<byte> cell, out DateTime instant)
    {
        instant = default;
        if (!Utf8Parser.TryParse(cell, out long number, out var read) || read != cell.Length
            || number >= MicrosecondsMax)
            return false;
        var ticksPerUnit = number < MillisecondsMin ? TimeSpan.TicksPerSecond
            : number < MicrosecondsMin ? TimeSpan.TicksPerMillisecond
            : TimeSpan.TicksPerMicrosecond;
        instant = DateTime.UnixEpoch.AddTicks(number * ticksPerUnit);
        return true;
    }

    private bool TryReadIso(ReadOnlySpan<byte> cell, out DateTime instant)
    {
        instant = default;
        if (cell.Length < 10 || !TryReadYearFirst(cell[..10], out var date))
            return false;
        var ticks = 0L;
        var rest = cell[10..];
        if (rest.Length > 0 && (rest[0] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryReadTime(rest[1..], out ticks, out rest)))
            return false;
        var local = date.ToDateTime(TimeOnly.MinValue).AddTicks(ticks);
        if (rest.IsEmpty)
            return TryReadLocal(local, out instant);
        if (!TryReadOffset(rest, out var minutes) || date.Year is < YearMin or > YearMax)
            return false;
        instant = DateTime.SpecifyKind(local.AddMinutes(-minutes), DateTimeKind.Utc);
        return true;
    }

    /// <summary>Reads a date with the year first, between hyphens or slashes.</summary>
    private static bool TryReadYearFirst(ReadOnlySpan<byte> cell, out DateOnly date)
    {
        if (cell[4] != '/' || cell[7] != '/')
            return TryReadDate(cell, out date);
        Span<byte> hyphens = stackalloc byte[10];
        cell.Replace(hyphens, (byte)'/', (byte)'-');
        return TryReadDate(hyphens, out date);
    }

    /// <summary>Reads <c>HH:mm[:ss[.fffffff]]</c>; what follows is the rest.</summary>
    private static bool TryReadTime(ReadOnlySpan<byte> text, out long ticks, out ReadOnlySpan<byte> rest)
    {
        ticks = 0;
        rest = text;
        if (text.Length < 5 || text[2] != ':'
            || !TryDigits(text[..2], out var hours) || !TryDigits(text[3..5], out var minutes))
            return false;
        ticks = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        rest = text[5..];
        if (hours > 23 || minutes > 59)
            return false;
        if (rest.IsEmpty || rest[0] != ':')
            return true;
        if (rest.Length < 3 || !TryDigits(rest[1..3], out var seconds) || seconds > 59)
            return false;
        ticks += seconds * TimeSpan.TicksPerSecond;
        rest = rest[3..];
        if (rest.IsEmpty || rest[0] is not ((byte)'.' or (byte)','))
            return true;
        rest = rest[1..];
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and var end ? end : rest.Length;
        var unit = TimeSpan.TicksPerSecond;
        foreach (var digit in rest[..digits])
            ticks += (digit - '0') * (unit /= 10);
        rest = rest[digits..];
        return digits > 0;
    }

    /// <summary>Reads <c>Z</c>, <c>±HH</c>, <c>±HHmm</c> or <c>±HH:mm</c>.</summary>
    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text is [(byte)'Z'] or [(byte)'z'])
            return true;
        if (text is [(byte)' ', ..])
            text = text[1..];
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-')
            || !TryDigits(text[1..3], out var hours))
            return false;
        if (text.Length > 3 && !TryDigits(text[^2..], out minutes) || text.Length == 6 && text[3] != ':')
            return false;
        var isValid = hours <= 14 && minutes <= 59;
        minutes = (text[0] == '-' ? -1 : 1) * ((60 * hours) + minutes);
        return isValid;
    }

    private bool TryReadLocal(DateTime local, out DateTime instant)
    {
        instant = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        report.TimesWithoutOffset++;
        if (_isUtc)
            return true;
        if (zone.IsInvalidTime(local))
            return false;
        if (zone.IsAmbiguousTime(local))
            report.AmbiguousTimes++;
        instant = TimeZoneInfo.ConvertTimeToUtc(local, zone);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> two, out int value)
    {
        var tens = (uint)(two[0] - '0');
        var ones = (uint)(two[1] - '0');
        value = (int)((10 * tens) + ones);
        return tens <= 9 && ones <= 9;
    }
}

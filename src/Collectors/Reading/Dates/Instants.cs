using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// Reads instants from the cells of a column, without making strings of them. What the cells leave open, such as the
/// order of day and month, is decided once from all rows of the column, or asked for.
/// </summary>
/// <param name="column">The column.</param>
/// <param name="zone">Of times that state no offset.</param>
/// <param name="report">Receives what was found out.</param>
internal sealed class Instants(CellColumn column, TimeZoneInfo zone, CollectReport report)
{
    private const int YearMin = 1970;
    private const int YearMax = 2099;

    /// <summary>From here on a number means milliseconds (as seconds this would be the year 5138), …</summary>
    private const long MillisecondsMin = 100_000_000_000;

    /// <summary>… and from here on microseconds.</summary>
    private const long MicrosecondsMin = 100_000_000_000_000;

    private const long MicrosecondsMax = 100_000_000_000_000_000;

    private const string SerialDate = "a date or date-time; a small number is an Excel serial date, counted in days: "
        + "save the column in a form of dates such as yyyy-mm-dd hh:mm";

    private readonly bool _isUtc = zone.HasSameRules(TimeZoneInfo.Utc) && zone.BaseUtcOffset == TimeSpan.Zero;
    private readonly DateFormat _format = column.Cells.Dates;
    private TimeColumn? _column;
    private bool _wasSerial;
    private bool _wasNoDay;

    /// <summary>What a cell must hold, for the message about the one that did not.</summary>
    public string Expected => _wasSerial ? SerialDate
        : _wasNoDay ? "a day of the calendar; there is no such day"
        : _format.Pattern is { } pattern ? $"a date as {pattern}, of the years {YearMin} … {YearMax}"
        : "an ISO 8601 date or date-time"
            + (_format.IsIso ? "" : ", a date as offices write it such as 31/01/2026 14:05")
            + ", or seconds or milliseconds since 1970, of the years 1970 … 2099"
            + (_format.IsIso ? "" : "; --date-format names another form")
            + (_isUtc ? "" : $"; without an offset, a time that occurs in {zone.Id}");

    /// <summary>Whether a number of seconds so small that it could be a day of Excel is an instant.</summary>
    public bool AllowsSmallNumbers { get; init; }

    private TimeColumn Column => _column ??= TimeColumn.Of(column, report);

    public bool TryRead(ReadOnlySpan<byte> cell, out DateTime instant)
    {
        _wasSerial = _wasNoDay = false;
        if (_format.Pattern is not null)
            return TryReadByPattern(cell, out instant) && instant.Year is >= YearMin and <= YearMax;
        // As Windows PowerShell writes times in JSON.
        if (cell.StartsWith("/Date("u8) && cell.IndexOf((byte)')') is > 6 and var end)
            cell = cell[6..end];
        var isNumber = cell.Length > 0 && !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        return (isNumber ? TryReadNumber(cell, out instant)
                : TryReadIso(cell, out instant) || (!_format.IsIso && TryReadWritten(cell, out instant))
                    || TryReadFraction(cell, out instant))
            && instant.Year is >= YearMin and <= YearMax;
    }

    /// <summary>Reads a day, at the beginning of which nothing else is said; a clock after it is passed over.</summary>
    public bool TryReadDay(ReadOnlySpan<byte> cell, out DateOnly day)
    {
        day = default;
        if (_format.Pattern is null && cell.Length >= 10 && TryReadDate(cell[..10], out day)
            && (cell.Length == 10 || cell[10] is (byte)'T' or (byte)' '))
            return true;
        if (_format.Pattern is not null && TryReadByPattern(cell, out var at))
            day = DateOnly.FromDateTime(at);
        else if (_format is not { Pattern: null, IsIso: false } || !WrittenDate.TryRead(cell, out var date)
            || !date.TryOrder(OrderOf(date), out day))
            return false;
        return day.Year is >= 1900 and <= YearMax;
    }

    /// <summary>Reads <c>yyyy-MM-dd</c>.</summary>
    public static bool TryReadDate(ReadOnlySpan<byte> cell, out DateOnly date)
    {
        date = default;
        if (cell.Length != 10 || cell[4] != '-' || cell[7] != '-'
            || !IsoClock.TryDigits(cell[..2], out var century) || !IsoClock.TryDigits(cell[2..4], out var year)
            || !IsoClock.TryDigits(cell[5..7], out var month) || !IsoClock.TryDigits(cell[8..], out var day))
            return false;
        return CompactDate.TryMake((100 * century) + year, month, day, out date);
    }

    private DateOrder OrderOf(in WrittenDate date) =>
        _format.Order ?? (date.IsOpen ? Column.Order : DateOrder.DayFirst);

    /// <summary>What programs of one country write: <c>20/11/2026 14:05</c>, <c>Nov 20, 2026, 2:05 PM</c>.</summary>
    private bool TryReadWritten(ReadOnlySpan<byte> cell, out DateTime instant)
    {
        instant = default;
        if (!WrittenDate.TryRead(cell, out var date))
            return false;
        if (!date.TryOrder(OrderOf(date), out var day))
        {
            _wasNoDay = true;
            return false;
        }
        return TryPlace(day.ToDateTime(TimeOnly.MinValue).AddTicks(date.Clock.Ticks), date.Clock.OffsetMinutes,
            out instant);
    }

    private bool TryReadByPattern(ReadOnlySpan<byte> cell, out DateTime instant)
    {
        instant = default;
        Span<char> text = stackalloc char[WrittenDate.LengthMax];
        if (cell.Length > WrittenDate.LengthMax || !Encoding.UTF8.TryGetChars(cell, text, out var length))
            return false;
        var style = DateTimeStyles.AllowWhiteSpaces
            | (_format.PatternHasOffset ? DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal : 0);
        return DateTime.TryParseExact(
                text[..length], _format.Pattern, CultureInfo.InvariantCulture, style, out var read)
            && (_format.PatternHasOffset ? TryPlace(read, 0, out instant) : TryPlace(read, null, out instant));
    }

    private bool TryReadNumber(ReadOnlySpan<byte> cell, out DateTime instant)
    {
        instant = default;
        if (!Utf8Parser.TryParse(cell, out long number, out var read) || read != cell.Length)
            return false;
        if (CompactDate.TryRead(cell, number, out var local) && (cell.Length == 14 || Column.IsCompact))
            return TryPlace(local, null, out instant);
        return TryReadEpoch(number, 0, out instant);
    }

    /// <summary>Reads seconds or milliseconds with a fraction, such as <c>1793613600.25</c>.</summary>
    private bool TryReadFraction(ReadOnlySpan<byte> cell, out DateTime instant)
    {
        instant = default;
        var mark = cell.IndexOfAny(".,"u8);
        if (mark <= 0 || mark == cell.Length - 1
            || cell[..mark].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || cell[(mark + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || !Utf8Parser.TryParse(cell[..mark], out long number, out _))
            return false;
        double fraction = 0;
        for (var i = cell.Length - 1; i > mark; i--)
            fraction = (fraction + (cell[i] - '0')) / 10;
        return TryReadEpoch(number, fraction, out instant);
    }

    private bool TryReadEpoch(long number, double fraction, out DateTime instant)
    {
        instant = default;
        if (number >= MicrosecondsMax)
            return false;
        _wasSerial = !AllowsSmallNumbers && TimeColumn.MayBeSerial(number) && Column.IsSerial;
        if (_wasSerial)
            return false;
        var ticksPerUnit = number < MillisecondsMin ? TimeSpan.TicksPerSecond
            : number < MicrosecondsMin ? TimeSpan.TicksPerMillisecond
            : TimeSpan.TicksPerMicrosecond;
        instant = DateTime.UnixEpoch.AddTicks((number * ticksPerUnit) + (long)Math.Round(fraction * ticksPerUnit));
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
            || !IsoClock.TryReadTime(rest[1..], out ticks, out rest)))
            return false;
        var minutes = 0;
        if (!rest.IsEmpty && !IsoClock.TryReadOffset(rest, out minutes))
            return false;
        return TryPlace(
            date.ToDateTime(TimeOnly.MinValue).AddTicks(ticks), rest.IsEmpty ? null : minutes, out instant);
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

    /// <summary>By its offset, or in the zone of times without one.</summary>
    private bool TryPlace(DateTime local, int? offsetMinutes, out DateTime instant)
    {
        instant = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        if (local.Year is < YearMin or > YearMax)
            return false;
        if (offsetMinutes is { } minutes)
        {
            instant = instant.AddMinutes(-minutes);
            return true;
        }
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
}

namespace InfluencerMap.Collectors;

/// <summary>The time of day and the offset of ISO 8601, from bytes.</summary>
internal static class IsoClock
{
    /// <summary>Reads <c>HH:mm[:ss[.fffffff]]</c>; what follows is the rest.</summary>
    public static bool TryReadTime(ReadOnlySpan<byte> text, out long ticks, out ReadOnlySpan<byte> rest)
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
    public static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
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

    public static bool TryDigits(ReadOnlySpan<byte> two, out int value)
    {
        var tens = (uint)(two[0] - '0');
        var ones = (uint)(two[1] - '0');
        value = (int)((10 * tens) + ones);
        return tens <= 9 && ones <= 9;
    }
}

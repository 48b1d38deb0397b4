namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>The line that begins a mail in an mbox file: <c>From somebody Sat Aug 28 14:17:14 2021</c>.</summary>
/// <remarks>
/// Writers of mbox quote such lines in bodies with &gt;, or not. A line is taken for the beginning of a mail where it
/// holds a time and a year and a header field comes next, whether or not the line before it is empty.
/// </remarks>
internal static class MboxLine
{
    private const int LengthMax = 1000;
    private const int FieldNameMax = 80;

    /// <summary>Whether the bytes, which begin with <c>From </c>, begin a mail; null where more are needed.</summary>
    public static bool? Begins(ReadOnlySpan<byte> bytes, bool isAll)
    {
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0 || end > LengthMax)
            return isAll || bytes.Length > LengthMax ? false : null;
        return HoldsTimeAndYear(bytes[..end]) ? BeginsField(bytes[(end + 1)..], isAll) : false;
    }

    private static bool HoldsTimeAndYear(ReadOnlySpan<byte> line)
    {
        var (hasTime, hasYear, digits) = (false, false, 0);
        for (var i = "From "u8.Length; i <= line.Length; i++)
        {
            if (i < line.Length && char.IsAsciiDigit((char)line[i]))
            {
                digits++;
                continue;
            }
            hasYear |= digits == 4 && line[i - 4] is (byte)'1' or (byte)'2';
            hasTime |= digits is 1 or 2 && i + 2 < line.Length && line[i] == ':'
                && char.IsAsciiDigit((char)line[i + 1]) && char.IsAsciiDigit((char)line[i + 2]);
            digits = 0;
        }
        return hasTime && hasYear;
    }

    private static bool? BeginsField(ReadOnlySpan<byte> bytes, bool isAll)
    {
        if (bytes.StartsWith(">From "u8))
            return true;
        var nameEnd = bytes.IndexOfAnyExceptInRange((byte)'!', (byte)'~');
        var colon = bytes[..(nameEnd < 0 ? bytes.Length : nameEnd)].IndexOf((byte)':');
        if (colon >= 0)
            return colon > 0;
        if (nameEnd < 0)
            return isAll || bytes.Length > FieldNameMax ? false : null;
        return bytes[nameEnd..].TrimStart(" \t"u8).StartsWith(":"u8) && nameEnd > 0;
    }
}

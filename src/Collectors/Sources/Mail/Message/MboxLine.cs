using System.Buffers;

namespace InfluencerMap.Collectors;

/// <summary>
/// The line that begins a mail in an mbox file: <c>From somebody Sat Aug 28 14:17:14 2021</c>, or less than that.
/// </summary>
/// <remarks>
/// Writers of mbox quote such lines in bodies with &gt;, or not, and some write <c>From </c> and nothing after it. So
/// the lines that follow decide: they must be fields of a mail's header. After an empty line, a line with a day and a
/// month as C's asctime writes them needs a field of any name, one with a time and a year a field that mails have; all
/// others need two of these, of which one says whose mail it is, and those without a time an empty line before them.
/// </remarks>
internal static class MboxLine
{
    public const int LengthMax = 1000;

    /// <summary>How far fields are looked for: some headers begin with long ones that others do not have.</summary>
    public const int FieldsBytesMax = 1 << 16;

    private const int CommitLength = 40;

    private static readonly SearchValues<byte> OfCommits = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>What the line and those behind it are.</summary>
    /// <param name="bytes">They begin with <c>From </c>.</param>
    /// <param name="isAll">Whether nothing comes after them.</param>
    /// <param name="isFirst">Whether the line before is empty, or there is none.</param>
    /// <returns>Whether they begin a mail; null where more are needed.</returns>
    public static bool? Begins(ReadOnlySpan<byte> bytes, bool isAll, bool isFirst)
    {
        var end = bytes[..Math.Min(bytes.Length, LengthMax + 1)].IndexOf((byte)'\n');
        if (end < 0)
            return isAll || bytes.Length > LengthMax ? false : null;
        var hasTime = HoldsTimeAndYear(bytes[..end]);
        if (!hasTime && !isFirst)
            return false;
        var needed = !hasTime || !isFirst ? MailFieldsSeen.Whose
            : HoldsDayAndMonth(bytes[..end]) ? MailFieldsSeen.AnyName : MailFieldsSeen.Any;
        var isEnough = bytes.Length > FieldsBytesMax;
        bytes = isEnough ? bytes[..FieldsBytesMax] : bytes;
        return MailFieldsSeen.Begin(bytes[(end + 1)..], needed, isAll || isEnough);
    }

    /// <summary>
    /// Whether the line is that of git, a commit and always the same time: where a patch stands in a body it begins no
    /// mail.
    /// </summary>
    public static bool IsOfPatch(ReadOnlySpan<byte> line)
    {
        var rest = line["From "u8.Length..];
        return rest.Length > CommitLength
            && rest[..CommitLength].IndexOfAnyExcept(OfCommits) < 0
            && rest[CommitLength..].StartsWith(" Mon Sep 17 00:00:00 2001"u8);
    }

    /// <summary>
    /// Reads the time that the line states: when the mail came, UTC (RFC 4155, appendix A). Placeholder times
    /// that programs write when they know none are ignored.
    /// </summary>
    public static bool TryReadTime(ReadOnlySpan<byte> line, out DateTime instant)
    {
        instant = default;
        if (line.Length <= "From "u8.Length || IsOfPatch(line))
            return false;
        line = line["From "u8.Length..];
        var sender = line.IndexOf((byte)' ');
        line = line[Math.Max(0, sender)..];
        if (line.IndexOf(" remote from "u8) is >= 0 and var remote)
            line = line[..remote];
        return MailDates.TryRead(line, out instant, out _) && instant > DateTime.UnixEpoch.AddDays(1);
    }

    /// <summary>Such as <c> Mon Nov </c>.</summary>
    private static bool HoldsDayAndMonth(ReadOnlySpan<byte> line)
    {
        for (var i = "From "u8.Length; i + 8 < line.Length; i++)
            if (line[i] == ' ' && line[i + 4] == ' ' && line[i + 8] == ' '
                && "MonTueWedThuFriSatSun"u8.IndexOf(line.Slice(i + 1, 3)) >= 0
                && "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(line.Slice(i + 5, 3)) >= 0)
                return true;
        return false;
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
}

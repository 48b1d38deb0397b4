using System.Text;

namespace InfluencerMap.Collectors.Files;

/// <summary>Finds out whether the beginning of a file is Unicode of two bytes per character.</summary>
internal static class TextMarks
{
    /// <summary>How many bytes show it where no mark does: every second one is 0 in plain text.</summary>
    private const int BytesLookedAt = 64;

    /// <summary>The same text in UTF-8 and without a mark, so that one search finds a word in any of them.</summary>
    public static byte[] ToUtf8(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
        [0xFF, 0xFE, ..] => Narrow(Encoding.Unicode, bytes.AsSpan(2)),
        [0xFE, 0xFF, ..] => Narrow(Encoding.BigEndianUnicode, bytes.AsSpan(2)),
        _ when IsEverySecondZero(bytes, first: 1) => Narrow(Encoding.Unicode, bytes),
        _ when IsEverySecondZero(bytes, first: 0) => Narrow(Encoding.BigEndianUnicode, bytes),
        _ => bytes,
    };

    private static byte[] Narrow(Encoding from, ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetBytes(from.GetString(bytes[..(bytes.Length & ~1)]));

    private static bool IsEverySecondZero(byte[] bytes, int first)
    {
        var length = Math.Min(bytes.Length & ~1, BytesLookedAt);
        if (length < 4)
            return false;
        for (var i = 0; i < length; i++)
            if (bytes[i] == 0 != (i % 2 == first))
                return false;
        return true;
    }
}

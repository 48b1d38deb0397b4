using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>What texts are written in: by name, by the mark at their beginning, or by their bytes.</summary>
internal static class TextEncodings
{
    /// <summary>Found out from the bytes.</summary>
    public const string Auto = "auto";

    /// <summary>What Excel and Outlook write on a Windows of Western Europe.</summary>
    public const string Western = "windows-1252";

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of an IANA name; null for <see cref="Auto"/>.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static Encoding? Named(string name)
    {
        if (name.Equals(Auto, StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new InputException($"There is no encoding '{name}'; expected {Auto} or an IANA name such as utf-8, "
                + $"{Western}, iso-8859-15, ibm850 or utf-16le.", e);
        }
    }

    /// <summary>What a byte order mark says, and how long it is; null where there is none.</summary>
    public static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>
    /// UTF-16 and UTF-32 without a mark, by where their zero bytes stand: blanks, digits, delimiters and ends of lines
    /// have them in every language. Null for everything else.
    /// </summary>
    public static Encoding? Wide(ReadOnlySpan<byte> head)
    {
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < head.Length; i++)
            zeros[i & 3] += head[i] == 0 ? 1 : 0;
        var units = head.Length / 4;
        if (units == 0)
            return null;
        var encoding = zeros[2] >= units && zeros[3] >= units && zeros[0] == 0 ? Encoding.UTF32
            : zeros[0] >= units && zeros[1] >= units && zeros[3] == 0 ? new UTF32Encoding(bigEndian: true, false)
            : zeros[0] + zeros[2] == 0 && zeros[1] + zeros[3] > units / 4 ? Encoding.Unicode
            : zeros[1] + zeros[3] == 0 && zeros[0] + zeros[2] > units / 4 ? Encoding.BigEndianUnicode
            : null;
        return encoding?.GetString(head[..(4 * units)]).AsSpan().ContainsAnyInRange('\0', '\b') == false
            ? encoding : null;
    }

    /// <summary>Whether so many control characters stand at the beginning that this is not text.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var controls = 0;
        foreach (var b in head)
            controls += b is < 0x09 or (> 0x0D and < 0x1A) ? 1 : 0;
        return controls > 3 + (head.Length / 50);
    }

    /// <summary>The beginning of a text in UTF-8, without a mark; for looking at what it is.</summary>
    public static byte[] HeadInUtf8(ReadOnlySpan<byte> head)
    {
        var (encoding, mark) = Marked(head) ?? (Wide(head) ?? Encoding.UTF8, 0);
        return encoding is UTF8Encoding ? head[mark..].ToArray()
            : Encoding.UTF8.GetBytes(encoding.GetString(head[mark..]));
    }
}

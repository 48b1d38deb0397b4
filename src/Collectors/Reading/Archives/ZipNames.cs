using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// Reads the names of a ZIP archive that no flag says to be UTF-8 (APPNOTE 4.4.4): programs write UTF-8 all the same,
/// or the code page of the machine. Each byte above 127 stands as a character of a private area until all are known.
/// </summary>
internal sealed class ZipNames : Encoding
{
    private const char Private = '\uF700';

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The page that the specification names, that of Windows in western Europe, and its other one.</summary>
    private static readonly Encoding[] Pages =
        [.. ((int[])[437, 850, 1252]).Select(page => CodePagesEncodingProvider.Instance.GetEncoding(page)!)];

    /// <summary>
    /// The readings of each name, the likeliest first: one for a name whose encoding is stated, several otherwise.
    /// </summary>
    public static string[][] Read(IReadOnlyList<string> names)
    {
        var open = names.Select(BytesOf).ToArray();
        var pages = Pages
            .OrderBy(page => open.Sum(bytes => bytes is null ? 0 : OddIn(page.GetString(bytes)))).ToArray();
        return [.. names.Zip(open, (name, bytes) => bytes is null ? [Stated(name)]
            : pages.Select(page => page.GetString(bytes)).Distinct().ToArray())];
    }

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
            bytes[byteIndex + i] = (byte)chars[charIndex + i];
        return charCount;
    }

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
            chars[charIndex + i] = bytes[byteIndex + i] is var b && b < 0x80 ? (char)b : (char)(Private + b);
        return byteCount;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    /// <summary>The bytes of a name in an unknown code page; null where it is ASCII or UTF-8.</summary>
    private static byte[]? BytesOf(string name)
    {
        if (!name.Any(IsPrivate))
            return null;
        var bytes = Raw(name);
        try
        {
            Strict.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return bytes;
        }
    }

    private static string Stated(string name) => name.Any(IsPrivate) ? Strict.GetString(Raw(name)) : name;

    private static byte[] Raw(string name) => [.. name.Select(c => (byte)c)];

    private static bool IsPrivate(char c) => c is >= (char)(Private + 0x80) and <= (char)(Private + 0xFF);

    /// <summary>Characters that no name of a folder in a Latin script holds.</summary>
    private static int OddIn(string name) =>
        name.Count(c => c > 0x7F && c is '×' or '÷' or not (>= 'À' and <= '\u024F'));
}

using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// Encoded words (RFC 2047) as what they say, in UTF-8; needed only where programs encode what they must not: labels,
/// and whole addresses.
/// </summary>
internal static class EncodedWords
{
    /// <summary>Decodes the words of a text and keeps the rest; what has no room is left out.</summary>
    /// <returns>The length of what was written.</returns>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> decoded)
    {
        var length = 0;
        while (length < decoded.Length && text.IndexOf("=?"u8) is >= 0 and var start)
        {
            var rest = text[(start + 2)..];
            if (rest.IndexOf((byte)'?') is not (> 0 and var charset)
                || rest.Length < charset + 3 || rest[charset + 2] != '?'
                || rest[(charset + 3)..].IndexOf("?="u8) is not (>= 0 and var end))
                break;
            // Blanks between two words belong to neither.
            if (length == 0 || !text[..start].Trim(" \t\r\n"u8).IsEmpty)
                length += Copy(text[..start], decoded[length..]);
            length += DecodeWord(
                rest[..charset], rest[charset + 1], rest.Slice(charset + 3, end), decoded[length..]);
            text = rest[(charset + 3 + end + 2)..];
        }
        return length + Copy(text, decoded[length..]);
    }

    private static int DecodeWord(ReadOnlySpan<byte> charset, byte kind, ReadOnlySpan<byte> text, Span<byte> decoded)
    {
        var raw = ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            var length = (kind | 0x20) == 'b' ? FromBase64(text, raw) : FromQuoted(text, raw);
            var bytes = raw.AsSpan(0, length);
            if (Ascii.EqualsIgnoreCase(charset, "utf-8"u8) || Ascii.IsValid(bytes)
                || EncodingOf(charset) is not { } encoding)
                return Copy(bytes, decoded);
            return Copy(Encoding.UTF8.GetBytes(encoding.GetString(bytes)), decoded);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(raw);
        }
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> charset)
    {
        try
        {
            return Encoding.GetEncoding(Encoding.ASCII.GetString(charset));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static int FromBase64(ReadOnlySpan<byte> text, Span<byte> raw)
    {
        var whole = text[..(text.Length - (text.Length % 4))];
        return Base64.DecodeFromUtf8(whole, raw, out _, out var length) == OperationStatus.Done ? length : 0;
    }

    private static int FromQuoted(ReadOnlySpan<byte> text, Span<byte> raw)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length
                && Utf8Parser.TryParse(text.Slice(i + 1, 2), out byte value, out var read, 'x') && read == 2)
            {
                raw[length++] = value;
                i += 2;
            }
            else
                raw[length++] = text[i] == '_' ? (byte)' ' : text[i];
        }
        return length;
    }

    private static int Copy(ReadOnlySpan<byte> text, Span<byte> to)
    {
        var length = Math.Min(text.Length, to.Length);
        text[..length].CopyTo(to);
        return length;
    }
}

using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// Addresses as archives of lists and web pages write them: <c>ada at made.example</c>,
/// <c>ada (at) made dot example</c>, <c>ada[at]made[dot]example</c>.
/// </summary>
internal static class HiddenAddress
{
    private const int WordsMax = 24;

    /// <summary>What archives in other languages write for "at"; only between two words that are all.</summary>
    private static readonly byte[][] OfOtherLanguages =
        [.. "a en em chez bei auf arroba chiocciola".Split(' ').Select(Encoding.ASCII.GetBytes)];

    /// <summary>The address, in the buffer; empty where the text holds none.</summary>
    public static ReadOnlySpan<byte> Find(scoped ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        text = InAngles(text);
        Span<Range> words = stackalloc Range[WordsMax];
        var count = Split(text, words);
        words = words[..count];
        for (var i = 1; i + 1 < count; i++)
        {
            if (!IsAt(text[words[i]]) && !(count == 3 && (text[words[i]].SequenceEqual("à"u8)
                || MailRules.IsAny(text[words[i]], OfOtherLanguages))))
                continue;
            var address = Join(text, words, i, buffer);
            if (MailAddressForms.IsPlain(address) && address[(address.IndexOf((byte)'@') + 1)..].Contains((byte)'.'))
                return address;
        }
        return [];
    }

    /// <summary>What the last angles hold, unless it is the word for @ itself.</summary>
    private static ReadOnlySpan<byte> InAngles(ReadOnlySpan<byte> text)
    {
        var open = text.LastIndexOf((byte)'<');
        if (open < 0)
            return text;
        var inside = text[(open + 1)..];
        inside = inside.IndexOf((byte)'>') is >= 0 and var close ? inside[..close] : inside;
        return IsAt(inside.Trim(" "u8)) || IsDot(inside.Trim(" "u8)) ? text : inside;
    }

    /// <summary>Words between blanks and brackets; of comments only those that stand for a mark.</summary>
    private static int Split(ReadOnlySpan<byte> text, Span<Range> words)
    {
        // A bracket that nothing closes is looked for once, not again for each of many.
        var (count, start, isOpen) = (0, -1, false);
        for (var i = 0; i <= text.Length && count < words.Length; i++)
        {
            var symbol = i < text.Length ? text[i] : (byte)' ';
            var isBetween = symbol is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'(' or (byte)')'
                or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'<' or (byte)'>' or (byte)'"';
            if (!isBetween)
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0)
                words[count++] = start..i;
            start = -1;
            if (symbol != '(' || isOpen)
                continue;
            var length = text[(i + 1)..].IndexOf((byte)')');
            isOpen = length < 0;
            if (!isOpen && text.Slice(i + 1, length).Trim(" "u8) is var comment && !IsAt(comment) && !IsDot(comment))
                i += length + 1;
        }
        return count;
    }

    /// <summary>The word before and the one behind, with all that dots join to them.</summary>
    private static ReadOnlySpan<byte> Join(
        scoped ReadOnlySpan<byte> text, scoped ReadOnlySpan<Range> words, int at, Span<byte> buffer)
    {
        var (first, last) = (at - 1, at + 1);
        while (first >= 2 && IsDot(text[words[first - 1]]))
            first -= 2;
        while (last + 2 < words.Length && IsDot(text[words[last + 1]]))
            last += 2;
        var length = 0;
        for (var i = first; i <= last; i++)
        {
            var isDot = i < at ? (i - first) % 2 == 1 : (i - at) % 2 == 0;
            var word = i == at ? "@"u8 : isDot ? "."u8 : text[words[i]];
            if (length + word.Length > buffer.Length)
                return [];
            word.CopyTo(buffer[length..]);
            length += word.Length;
        }
        return buffer[..length];
    }

    private static bool IsAt(ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(word, "at"u8);

    private static bool IsDot(ReadOnlySpan<byte> word) =>
        Ascii.EqualsIgnoreCase(word, "dot"u8) || Ascii.EqualsIgnoreCase(word, "punto"u8);
}

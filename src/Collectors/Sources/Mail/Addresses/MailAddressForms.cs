using System.Buffers;
using System.Net;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// Addresses that are not written as an address: with marks around them, in entities of HTML, in an encoded word, or
/// hidden from programs that gather addresses, as archives of lists do. Only for what cannot be read otherwise.
/// </summary>
internal static class MailAddressForms
{
    private const int PartLengthMax = 1024;

    /// <summary>Marks that no address without quotes has, and a first one of an encoded word.</summary>
    private static readonly SearchValues<byte> Doubtful = SearchValues.Create("\"<>()[],;:\\\0 \t\r\n"u8);

    private static readonly SearchValues<byte> OfDomains =
        SearchValues.Create([.. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"u8,
            .. Enumerable.Range(0x80, 0x80).Select(i => (byte)i)]);

    /// <summary>Whether an address needs no second look.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> address)
    {
        var at = address.IndexOf((byte)'@');
        return at > 0 && at < address.Length - 1 && address.IndexOfAny(Doubtful) < 0
            && address[0] is not ((byte)'\'' or (byte)'=') && IsDomain(address[(at + 1)..]) && !IsCut(address[..at]);
    }

    /// <summary>Whether a text holds an address that is hidden.</summary>
    public static bool IsHidden(ReadOnlySpan<byte> text)
    {
        Span<byte> found = stackalloc byte[PartLengthMax];
        return !HiddenAddress.Find(text, found).IsEmpty;
    }

    /// <summary>The address of a mailbox, in the buffer or the list; empty where none can be read.</summary>
    /// <param name="mailbox">As it stands in the list.</param>
    /// <param name="found">What was taken for its address; empty where nothing was.</param>
    /// <param name="buffer">Room for <see cref="MailAddresses.LengthMax"/> bytes.</param>
    /// <param name="isMailbox">False for words that say that recipients are not disclosed.</param>
    public static ReadOnlySpan<byte> Find(
        ReadOnlySpan<byte> mailbox, ReadOnlySpan<byte> found, Span<byte> buffer, out bool isMailbox)
    {
        isMailbox = true;
        // An & may be a letter of an address: r&d@made.example.
        if (WithoutEntities(found.IsEmpty ? mailbox : found) is not null
            && First(WithoutEntities(mailbox), buffer) is { IsEmpty: false } decoded)
            return decoded;
        if (!found.IsEmpty && !found.StartsWith("=?"u8))
            return Strip(found);
        if (mailbox.IndexOf("=?"u8) >= 0 && !mailbox.Contains((byte)'<'))
            return Decode(mailbox, buffer);
        var address = HiddenAddress.Find(mailbox, buffer);
        isMailbox = !address.IsEmpty || !TellsOfNobody(mailbox);
        return address;
    }

    /// <summary>Without marks around it; empty where what is left is not an address.</summary>
    private static ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> address)
    {
        while (!address.IsEmpty && ">)]},;:.'\" "u8.Contains(address[^1]) && !IsLiteral(address))
            address = address[..^1];
        while (!address.IsEmpty && ("<([{' "u8.Contains(address[0])
            || (address[0] == '"' && address[1..].IndexOf("\"@"u8) < 0 && address[1..].IndexOf("\"."u8) < 0)))
            address = address[1..];
        var at = address.LastIndexOf((byte)'@');
        if (at > 0 && address[at..].IndexOf((byte)'?') is > 0 and var query)
            address = address[..(at + query)];
        var unquoted = at > 0 && address[..at].IndexOf((byte)'"') is >= 0 and var quote ? quote : Math.Max(0, at);
        if (address[..unquoted].LastIndexOf((byte)':') is >= 0 and var scheme)
        {
            address = address[(scheme + 1)..];
            at -= scheme + 1;
        }
        if (at <= 0 || at >= address.Length - 1)
            return [];
        var local = address[..at];
        return IsLocal(local) && !IsCut(local) && (IsLiteral(address) || IsDomain(address[(at + 1)..])) ? address : [];
    }

    private static bool IsLiteral(ReadOnlySpan<byte> address) =>
        address[^1] == ']' && address.LastIndexOf("@["u8) > 0;

    private static bool IsLocal(ReadOnlySpan<byte> local) => local.Contains((byte)'"')
        ? IsOfQuotedWords(local)
        : local.IndexOfAny(Doubtful) < 0 && !local.Contains((byte)'@');

    /// <summary>Words with dots between them, in quotes or not: <c>ada."the first"</c> (RFC 5322, 4.4).</summary>
    private static bool IsOfQuotedWords(ReadOnlySpan<byte> local)
    {
        for (var rest = local; ; rest = rest[1..])
        {
            var end = rest.IsEmpty ? 0 : rest[0] == '"' ? EndOfQuotes(rest) : rest.IndexOf((byte)'.');
            end = end < 0 && rest[0] != '"' ? rest.Length : end;
            if (end <= 0 || (rest[0] == '"' ? end <= 2 : rest[..end].IndexOfAny(Doubtful) >= 0))
                return false;
            if (end == rest.Length)
                return true;
            rest = rest[end..];
            if (rest[0] != '.')
                return false;
        }
    }

    /// <summary>Just behind the mark that closes the first one; −1 where none does.</summary>
    private static int EndOfQuotes(ReadOnlySpan<byte> text)
    {
        for (var i = 1; i < text.Length; i++)
            if (text[i] == '"')
                return i + 1;
            else if (text[i] == '\\')
                i++;
        return -1;
    }

    /// <summary>A dot at its end is not part of it; two together do not belong to a domain.</summary>
    private static bool IsDomain(ReadOnlySpan<byte> domain) =>
        domain[0] is not ((byte)'.' or (byte)'-') && domain[^1] != '.' && domain.IndexOf(".."u8) < 0
        && domain.IndexOfAnyExcept(OfDomains) < 0;

    /// <summary>
    /// Web pages of lists cut addresses short, <c>a...@made.example</c>: whose it is cannot be known.
    /// </summary>
    private static bool IsCut(ReadOnlySpan<byte> local) =>
        (local[^1] is (byte)'.' or >= 0x80 && (local.EndsWith("..."u8) || local.EndsWith("…"u8)))
        || (local[0] == 'I' && local.StartsWith("IMCEAEX-"u8));

    private static bool TellsOfNobody(ReadOnlySpan<byte> mailbox)
    {
        var text = mailbox.TrimStart(" \t\r\n\"<'("u8);
        return MailRules.Begins(text, "undisclosed"u8) || MailRules.Begins(text, "unlisted"u8)
            || mailbox.Trim(" \t\r\n>"u8).IsEmpty;
    }

    /// <summary>With what entities stand for, blanks for those outside Latin-1; null where there are none.</summary>
    private static byte[]? WithoutEntities(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'&'))
            return null;
        // Of a character for each byte, whatever it is written in.
        var written = Encoding.Latin1.GetString(text[..Math.Min(text.Length, PartLengthMax)]);
        var plain = WebUtility.HtmlDecode(written.Replace("&commat;", "@", StringComparison.OrdinalIgnoreCase)
            .Replace("&LT;", "&lt;").Replace("&GT;", "&gt;").Replace("&QUOT;", "&quot;").Replace("&AMP;", "&amp;"));
        return plain == written ? null : Encoding.Latin1.GetBytes([.. plain.Select(c => c is '&' or > 'ÿ' ? ' ' : c)]);
    }

    private static ReadOnlySpan<byte> Decode(scoped ReadOnlySpan<byte> mailbox, Span<byte> buffer)
    {
        Span<byte> decoded = stackalloc byte[PartLengthMax];
        var text = decoded[..EncodedWords.Decode(mailbox, decoded)];
        return text.IndexOf("=?"u8) < 0 ? First(text, buffer) : [];
    }

    private static ReadOnlySpan<byte> First(scoped ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        Span<byte> other = stackalloc byte[MailAddresses.LengthMax];
        var addresses = new MailAddresses(text, other);
        while (addresses.Next(out var address))
            if (!address.IsEmpty)
            {
                address.CopyTo(buffer);
                return buffer[..address.Length];
            }
        return [];
    }
}

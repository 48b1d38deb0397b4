using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>Whether lines are fields of a mail's header, by their names.</summary>
internal static class MailFieldsSeen
{
    /// <summary>A field of any name is enough.</summary>
    public const int AnyName = 0;

    /// <summary>One field that mails have is enough.</summary>
    public const int Any = 1;

    /// <summary>Two are needed, of which one says whose mail it is or what way it went.</summary>
    public const int Whose = 2;

    private const int NameLengthMax = 80;

    /// <summary>
    /// Lines that begin mails, before the first field: one or two in mails that were moved. Each of many would look
    /// through all of the others.
    /// </summary>
    private const int SeparatorsMax = 8;

    private static readonly byte[][] OfOrigin = Names("""
        From Received Return-Path Message-ID Sender Delivered-To X-Mozilla-Status X-Mozilla-Status2
        X-Gmail-Labels X-GM-THRID
        """);

    private static readonly byte[][] Others = Names("""
        To Cc Bcc Date Subject Reply-To In-Reply-To References MIME-Version Content-Type
        Content-Transfer-Encoding Status X-Status X-Keywords X-UID X-UIDL X-Mailer User-Agent List-Id
        DKIM-Signature Authentication-Results X-Mozilla-Keys X-Account-Key X-Original-To Envelope-To
        X-Envelope-From Errors-To Content-Length X-Originating-IP Resent-From Organization Newsgroups
        Apparently-To ARC-Seal X-Received Precedence Received-SPF X-Spam-Status X-Priority Lines
        Archived-At X-From-Line Auto-Submitted Thread-Topic
        """);

    /// <summary>Whether bytes begin with such fields, up to a line that is none; null where more are needed.</summary>
    /// <param name="bytes">From the beginning of a line.</param>
    /// <param name="needed"><see cref="AnyName"/>, <see cref="Any"/> or <see cref="Whose"/>.</param>
    /// <param name="isAll">Whether nothing comes after them.</param>
    public static bool? Begin(ReadOnlySpan<byte> bytes, int needed, bool isAll)
    {
        var (count, ofOrigin, separators) = (0, 0, 0);
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            if (end < 0 && !isAll && line.Length <= NameLengthMax)
                return null;
            separators += line.StartsWith("From "u8) ? 1 : 0;
            if (separators > SeparatorsMax || !IsOfHeader(line, count, out var nameLength))
                return false;
            if (nameLength > 0)
            {
                var name = line[..nameLength];
                var isOfOrigin = MailRules.IsAny(name, OfOrigin);
                ofOrigin += isOfOrigin ? 1 : 0;
                count += isOfOrigin || MailRules.IsAny(name, Others) ? 1 : 0;
            }
            if (needed == AnyName ? nameLength > 0 : count >= needed && (needed == Any || ofOrigin > 0))
                return true;
            if (end < 0)
                break;
            bytes = bytes[(end + 1)..];
        }
        return isAll ? false : null;
    }

    /// <summary>A field, the rest of a folded one, or what stands before the fields of a mail that moved.</summary>
    private static bool IsOfHeader(ReadOnlySpan<byte> line, int count, out int nameLength)
    {
        nameLength = 0;
        if (line.IsEmpty || line[0] == '\r')
            return false;
        if (line[0] is (byte)' ' or (byte)'\t')
            return !line.TrimEnd(" \t\r"u8).IsEmpty || count > 0;
        if (line.StartsWith(">From "u8) || (count == 0 && line.StartsWith("From "u8)))
            return true;
        var nameEnd = line.IndexOfAnyExceptInRange((byte)'!', (byte)'~');
        var colon = line[..(nameEnd < 0 ? line.Length : nameEnd)].IndexOf((byte)':');
        if (colon < 0 && nameEnd > 0 && line[nameEnd..].TrimStart(" \t"u8).StartsWith(":"u8))
            colon = nameEnd;
        nameLength = Math.Max(0, colon);
        return colon > 0;
    }

    private static byte[][] Names(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Encoding.ASCII.GetBytes)];
}

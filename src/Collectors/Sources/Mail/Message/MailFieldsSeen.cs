using System.Text;

namespace InfluencerMap.Collectors.Sources;

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

    private static readonly byte[][] OfOrigin =
    [
        "From"u8.ToArray(), "Received"u8.ToArray(), "Return-Path"u8.ToArray(), "Message-ID"u8.ToArray(),
        "Sender"u8.ToArray(), "Delivered-To"u8.ToArray(), "X-Mozilla-Status"u8.ToArray(),
        "X-Mozilla-Status2"u8.ToArray(), "X-Gmail-Labels"u8.ToArray(), "X-GM-THRID"u8.ToArray(),
    ];

    private static readonly byte[][] Others =
    [
        "To"u8.ToArray(), "Cc"u8.ToArray(), "Bcc"u8.ToArray(), "Date"u8.ToArray(), "Subject"u8.ToArray(),
        "Reply-To"u8.ToArray(), "In-Reply-To"u8.ToArray(), "References"u8.ToArray(), "MIME-Version"u8.ToArray(),
        "Content-Type"u8.ToArray(), "Content-Transfer-Encoding"u8.ToArray(), "Status"u8.ToArray(),
        "X-Status"u8.ToArray(), "X-Keywords"u8.ToArray(), "X-UID"u8.ToArray(), "X-UIDL"u8.ToArray(),
        "X-Mailer"u8.ToArray(), "User-Agent"u8.ToArray(), "List-Id"u8.ToArray(), "DKIM-Signature"u8.ToArray(),
        "Authentication-Results"u8.ToArray(), "X-Mozilla-Keys"u8.ToArray(), "X-Account-Key"u8.ToArray(),
        "X-Original-To"u8.ToArray(), "Envelope-To"u8.ToArray(), "X-Envelope-From"u8.ToArray(),
        "Errors-To"u8.ToArray(), "Content-Length"u8.ToArray(), "X-Originating-IP"u8.ToArray(),
        "Resent-From"u8.ToArray(), "Organization"u8.ToArray(), "Newsgroups"u8.ToArray(), "Apparently-To"u8.ToArray(),
        "ARC-Seal"u8.ToArray(), "X-Received"u8.ToArray(), "Precedence"u8.ToArray(), "Received-SPF"u8.ToArray(),
        "X-Spam-Status"u8.ToArray(), "X-Priority"u8.ToArray(), "Lines"u8.ToArray(), "Archived-At"u8.ToArray(),
        "X-From-Line"u8.ToArray(), "Auto-Submitted"u8.ToArray(), "Thread-Topic"u8.ToArray(),
    ];

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
                var isOfOrigin = Holds(OfOrigin, name);
                ofOrigin += isOfOrigin ? 1 : 0;
                count += isOfOrigin || Holds(Others, name) ? 1 : 0;
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

    private static bool Holds(byte[][] names, ReadOnlySpan<byte> name)
    {
        foreach (var known in names)
            if (Ascii.EqualsIgnoreCase(known, name))
                return true;
        return false;
    }
}

using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>Mail that no person wrote to somebody, recognised by its header (RFC 3834, 2919, 2369, custom).</summary>
internal static class MailRules
{
    /// <summary>Why a mail is not one from a person; null where nothing says so.</summary>
    public static Outcome? Reason(MailHeader fields, ReadOnlySpan<byte> header)
    {
        foreach (var (field, range) in fields.Fields)
        {
            if (field < MailField.ReturnPath)
                continue;
            var value = header[range][Ascii.Trim(header[range])];
            switch (field)
            {
                case MailField.AutoSubmitted when !Begins(value, "no"u8):
                case MailField.AutoReply:
                // Only notices and answers of Exchange ask for no answer at all; people's mail may ask for no reports.
                case MailField.NoResponse when Begins(value, "all"u8):
                case MailField.Precedence when Begins(value, "bulk"u8) || Begins(value, "junk"u8)
                    || Begins(value, "auto_reply"u8):
                case MailField.ContentType when Begins(value, "multipart/report"u8) || IsCalendarAnswer(value):
                case MailField.ReturnPath when value.SequenceEqual("<>"u8):
                    return Outcome.AutomaticMail;
                case MailField.Spam when Begins(value, "yes"u8) || Begins(value, "spam"u8):
                // Exchange's own filter moves mail of level 5 and more to the junk folder.
                case MailField.SpamLevel when value is [>= (byte)'5' and <= (byte)'9']:
                case MailField.SpamReport when Holds(value, "SFV:SPM"u8):
                    return Outcome.Spam;
            }
        }
        return null;
    }

    /// <summary>Whether a list sent it on: its recipients are not those the sender wrote to.</summary>
    public static bool IsFromList(MailHeader fields, ReadOnlySpan<byte> header) =>
        fields.Has(MailField.List) || fields.Has(MailField.ListId) || fields.Has(MailField.ListAddress)
        || Begins(fields.First(MailField.Precedence, header).TrimStart(" \t"u8), "list"u8);

    /// <summary>Senders that nobody answers.</summary>
    public static bool IsNoReply(ReadOnlySpan<byte> address)
    {
        var local = address[..Math.Max(0, address.LastIndexOf((byte)'@'))];
        return Begins(local, "no-reply"u8) || Begins(local, "noreply"u8) || Begins(local, "no_reply"u8)
            || Begins(local, "do-not-reply"u8) || Begins(local, "donotreply"u8) || Begins(local, "mailer-daemon"u8)
            || Ascii.EqualsIgnoreCase(local, "postmaster"u8) || Begins(local, "bounce"u8);
    }

    /// <inheritdoc cref="IsNoReply(ReadOnlySpan{byte})"/>
    public static bool IsNoReply(ReadOnlySpan<char> address)
    {
        Span<byte> text = stackalloc byte[3 * Handle.LengthMax];
        return IsNoReply(text[..Encoding.UTF8.GetBytes(address, text)]);
    }

    private static bool IsCalendarAnswer(ReadOnlySpan<byte> contentType) =>
        Begins(contentType, "text/calendar"u8) && Holds(contentType, "method=reply"u8);

    private static bool Holds(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part)
    {
        for (; text.Length >= part.Length; text = text[1..])
            if (Begins(text, part))
                return true;
        return false;
    }

    /// <summary>Whether a word is one of those, in any case.</summary>
    internal static bool IsAny(ReadOnlySpan<byte> word, byte[][] known)
    {
        foreach (var one in known)
            if (Ascii.EqualsIgnoreCase(one, word))
                return true;
        return false;
    }

    internal static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start);
}

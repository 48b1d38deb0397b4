using System.Text;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>The fields of a mail's header that are looked at; all others are passed over as bytes.</summary>
internal enum MailField : byte
{
    None,
    From,
    Sender,
    To,
    Cc,
    Bcc,
    Date,
    Received,
    MessageId,
    InReplyTo,
    References,
    ReturnPath,
    ContentType,
    AutoSubmitted,
    AutoReply,
    NoResponse,
    Precedence,
    List,
    Spam,
}

internal static class MailFieldNames
{
    /// <summary>The field of a name in any case.</summary>
    public static MailField Of(ReadOnlySpan<byte> name) => (name.Length, name.IsEmpty ? 0 : name[0] | 0x20) switch
    {
        (2, 't') => If(name, "To"u8, MailField.To),
        (2, 'c') => If(name, "Cc"u8, MailField.Cc),
        (3, 'b') => If(name, "Bcc"u8, MailField.Bcc),
        (4, 'f') => If(name, "From"u8, MailField.From),
        (4, 'd') => If(name, "Date"u8, MailField.Date),
        (6, 's') => If(name, "Sender"u8, MailField.Sender),
        (7, 'l') => If(name, "List-Id"u8, MailField.List),
        (8, 'r') => If(name, "Received"u8, MailField.Received),
        (9, 'l') => If(name, "List-Post"u8, MailField.List),
        (10, 'm') => If(name, "Message-ID"u8, MailField.MessageId),
        (10, 'r') => If(name, "References"u8, MailField.References),
        (10, 'p') => If(name, "Precedence"u8, MailField.Precedence),
        (11, 'i') => If(name, "In-Reply-To"u8, MailField.InReplyTo),
        (11, 'r') => If(name, "Return-Path"u8, MailField.ReturnPath),
        (11, 'x') => If(name, "X-Spam-Flag"u8, MailField.Spam) | If(name, "X-Autoreply"u8, MailField.AutoReply),
        (12, 'c') => If(name, "Content-Type"u8, MailField.ContentType),
        (14, 'a') => If(name, "Auto-Submitted"u8, MailField.AutoSubmitted),
        (13, 'x') => If(name, "X-Autorespond"u8, MailField.AutoReply),
        (16, 'l') => If(name, "List-Unsubscribe"u8, MailField.List),
        (24, 'x') => If(name, "X-Auto-Response-Suppress"u8, MailField.NoResponse),
        _ => MailField.None,
    };

    private static MailField If(ReadOnlySpan<byte> name, ReadOnlySpan<byte> wanted, MailField field) =>
        Ascii.EqualsIgnoreCase(name, wanted) ? field : MailField.None;
}

using System.Text;

namespace InfluencerMap.Collectors.Sources;

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
    ListId,
    ListAddress,
    ReplyTo,
    OriginalFrom,
    Spam,
    SpamLevel,
    SpamReport,
    GmailLabels,
    MozillaStatus,
    MozillaStatus2,
    UnixStatus,
    Unsent,
    AppleType,
    ContentLength,
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
        (6, 'a') => If(name, "Author"u8, MailField.OriginalFrom),
        (7, 'l') => If(name, "List-Id"u8, MailField.ListId),
        (8, 'r') => If(name, "Received"u8, MailField.Received) | If(name, "Reply-To"u8, MailField.ReplyTo),
        (9, 'l') => If(name, "List-Post"u8, MailField.ListAddress),
        (10, 'm') => If(name, "Message-ID"u8, MailField.MessageId),
        (10, 'r') => If(name, "References"u8, MailField.References),
        (10, 'p') => If(name, "Precedence"u8, MailField.Precedence),
        (11, 'i') => If(name, "In-Reply-To"u8, MailField.InReplyTo),
        (11, 'r') => If(name, "Return-Path"u8, MailField.ReturnPath),
        (12, 'm') => If(name, "Mailing-List"u8, MailField.ListAddress),
        (12, 'c') => If(name, "Content-Type"u8, MailField.ContentType),
        (14, 'a') => If(name, "Auto-Submitted"u8, MailField.AutoSubmitted),
        (14, 'c') => If(name, "Content-Length"u8, MailField.ContentLength),
        (16, 'l') => If(name, "List-Unsubscribe"u8, MailField.List),
        ( >= 6, 'x') when name[1] == '-' => OfPrograms(name),
        _ => MailField.None,
    };

    private static MailField OfPrograms(ReadOnlySpan<byte> name) => name.Length switch
    {
        6 => If(name, "X-Spam"u8, MailField.Spam),
        8 => If(name, "X-Status"u8, MailField.UnixStatus) | If(name, "X-Unsent"u8, MailField.Unsent),
        10 => If(name, "X-Bogosity"u8, MailField.Spam),
        11 => If(name, "X-Spam-Flag"u8, MailField.Spam) | If(name, "X-Autoreply"u8, MailField.AutoReply)
            | If(name, "X-BeenThere"u8, MailField.ListAddress),
        13 => If(name, "X-Autorespond"u8, MailField.AutoReply) | If(name, "X-Spam-Status"u8, MailField.Spam),
        14 => If(name, "X-Gmail-Labels"u8, MailField.GmailLabels) | If(name, "X-DSPAM-Result"u8, MailField.Spam),
        15 => If(name, "X-Original-From"u8, MailField.OriginalFrom),
        16 => If(name, "X-Mozilla-Status"u8, MailField.MozillaStatus),
        17 => If(name, "X-Mozilla-Status2"u8, MailField.MozillaStatus2)
            | If(name, "X-Original-Sender"u8, MailField.OriginalFrom),
        23 => If(name, "X-Barracuda-Spam-Status"u8, MailField.Spam),
        24 => If(name, "X-Auto-Response-Suppress"u8, MailField.NoResponse),
        25 => If(name, "X-Uniform-Type-Identifier"u8, MailField.AppleType),
        27 => If(name, "X-Forefront-Antispam-Report"u8, MailField.SpamReport),
        30 => If(name, "X-MS-Exchange-Organization-SCL"u8, MailField.SpamLevel),
        _ => MailField.None,
    };

    private static MailField If(ReadOnlySpan<byte> name, ReadOnlySpan<byte> wanted, MailField field) =>
        Ascii.EqualsIgnoreCase(name, wanted) ? field : MailField.None;
}

using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>The fields of a mail's header that are read; all others are skipped as bytes.</summary>
internal enum MailField : byte
{
    None,
    [Named("From")] From,
    [Named("Sender")] Sender,
    [Named("To")] To,
    [Named("Cc")] Cc,
    [Named("Bcc")] Bcc,
    [Named("Date")] Date,
    [Named("Received")] Received,
    [Named("Message-ID")] MessageId,
    [Named("In-Reply-To")] InReplyTo,
    [Named("References")] References,
    [Named("Return-Path")] ReturnPath,
    [Named("Content-Type")] ContentType,
    [Named("Auto-Submitted")] AutoSubmitted,
    [Named("X-Autoreply", "X-Autorespond")] AutoReply,
    [Named("X-Auto-Response-Suppress")] NoResponse,
    [Named("Precedence")] Precedence,
    [Named("List-Unsubscribe")] List,
    [Named("List-Id")] ListId,
    [Named("List-Post", "Mailing-List", "X-BeenThere")] ListAddress,
    [Named("Reply-To")] ReplyTo,
    [Named("Author", "X-Original-From", "X-Original-Sender")] OriginalFrom,
    [Named("X-Spam", "X-Bogosity", "X-Spam-Flag", "X-Spam-Status", "X-DSPAM-Result", "X-Barracuda-Spam-Status")] Spam,
    [Named("X-MS-Exchange-Organization-SCL")] SpamLevel,
    [Named("X-Forefront-Antispam-Report")] SpamReport,
    [Named("X-Gmail-Labels")] GmailLabels,
    [Named("X-Mozilla-Status")] MozillaStatus,
    [Named("X-Mozilla-Status2")] MozillaStatus2,
    [Named("X-Status")] UnixStatus,
    [Named("X-Unsent")] Unsent,
    [Named("X-Uniform-Type-Identifier")] AppleType,
    [Named("Content-Length")] ContentLength,
}

internal static class MailFieldNames
{
    private const int LengthMax = 30;

    /// <summary>By the length of the name, so that a field is compared with one or two.</summary>
    private static readonly (byte[] Name, MailField Field)[][] ByLength =
    [
        .. Enumerable.Range(0, LengthMax + 1).Select(length => EnumNames<MailField>.Several
            .SelectMany((names, field) => names.Select(name => (Encoding.ASCII.GetBytes(name), (MailField)field)))
            .Where(named => named.Item1.Length == length).ToArray()),
    ];

    /// <summary>The field of a name in any case.</summary>
    public static MailField Of(ReadOnlySpan<byte> name)
    {
        if (name.Length <= LengthMax)
            foreach (var (known, field) in ByLength[name.Length])
                if (Ascii.EqualsIgnoreCase(name, known))
                    return field;
        return MailField.None;
    }
}

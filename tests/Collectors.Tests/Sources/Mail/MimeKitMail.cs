using InfluencerMap.Collectors;
using MimeKit;
using MimeKit.Utils;

namespace InfluencerMap.Tests.Sources;

/// <summary>Mails as MimeKit reads them.</summary>
internal static class MimeKitMail
{
    /// <summary>Takes only what RFC 5322 allows, its obsolete forms too.</summary>
    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict, AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    public static List<ReadMail> All(byte[] bytes, bool isMbox)
    {
        var mails = new List<ReadMail>();
        for (var start = 0; start < bytes.Length;)
        {
            using var part = new MemoryStream(bytes, start, bytes.Length - start);
            var parser = new MimeParser(part, isMbox ? MimeFormat.Mbox : MimeFormat.Entity);
            try
            {
                do
                    mails.Add(Read(parser));
                while (isMbox && !parser.IsEndOfStream);
                break;
            }
            catch (FormatException) when (parser.MboxMarkerOffset > 0)
            {
                // A line of a body that begins with "From " and goes on as no mail does: MimeKit stops at it.
                start += (int)parser.MboxMarkerOffset + 1;
                var next = bytes.AsSpan(start).IndexOf("\nFrom "u8);
                start = next < 0 ? bytes.Length : start + next + 1;
            }
        }
        return mails;
    }

    private static ReadMail Read(MimeParser parser)
    {
        using var mail = parser.ParseMessage();
        var date = mail.Headers.FirstOrDefault(field => field.Id == HeaderId.Date);
        return new(
            Addresses(mail.From), Addresses(mail.To), Addresses(mail.Cc), Addresses(mail.Bcc),
            date is null ? null : Date(date.RawValue), mail.MessageId ?? "", mail.InReplyTo ?? "")
        {
            Sender = mail.Sender is { } sender ? [sender.Address] : [],
        };
    }

    /// <summary>Whether MimeKit finds a group in a list; in groups it takes what RFC 5322 does not allow.</summary>
    public static bool HoldsGroup(byte[] list) =>
        InternetAddressList.TryParse(Strict, list, out var addresses) && addresses.OfType<GroupAddress>().Any();

    /// <summary>One for each mailbox; null for a list that RFC 5322 does not allow.</summary>
    public static string[]? StrictAddresses(byte[] list) =>
        InternetAddressList.TryParse(Strict, list, out var addresses)
            ? [.. addresses.Mailboxes.Select(mailbox => mailbox.Address)] : null;

    public static long? Date(byte[] value) =>
        DateUtils.TryParse(value, out var date) ? date.ToUnixTimeSeconds() : null;

    /// <summary>The spelling by which accounts are told apart: domains in ASCII, no quotes without need.</summary>
    public static string Account(string address) => Handle.Normalise(address) ?? address;

    private static string[] Addresses(InternetAddressList list) =>
        [.. list.Mailboxes.Select(mailbox => mailbox.Address).Where(address => address.Contains('@'))];
}

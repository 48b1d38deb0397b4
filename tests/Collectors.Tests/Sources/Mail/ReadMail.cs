using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>What a mail's header says, as the mail reader or an oracle reads it.</summary>
internal sealed record ReadMail(
    string[] From, string[] To, string[] Cc, string[] Bcc, long? Date, string MessageId, string InReplyTo)
{
    /// <summary>Whose mail it is where From names several, or nobody.</summary>
    public string[] Sender { get; init; } = [];

    /// <summary>The mails of a file, as the mail reader finds them.</summary>
    public static List<ReadMail> All(byte[] bytes, bool isMbox)
    {
        using var source = new MemoryStream(bytes);
        var mails = new List<ReadMail>();
        var stream = new MailStream(source, "mails", isMbox);
        var buffer = new byte[MailAddresses.LengthMax];
        while (stream.Next())
            mails.Add(new(
                Addresses(stream, MailField.From), Addresses(stream, MailField.To),
                Addresses(stream, MailField.Cc), Addresses(stream, MailField.Bcc),
                MailDates.TryRead(stream.Header.First(MailField.Date, stream.Bytes), out var at, out _)
                    ? new DateTimeOffset(at).ToUnixTimeSeconds() : null,
                Bare(MessageIds.First(stream.Header.First(MailField.MessageId, stream.Bytes), buffer)),
                Bare(MessageIds.First(stream.Header.First(MailField.InReplyTo, stream.Bytes), buffer)))
            {
                Sender = Addresses(stream, MailField.Sender),
            });
        return mails;
    }

    /// <summary>The addresses of a list; a dash for each mailbox that has none to be read.</summary>
    public static string[] Mailboxes(ReadOnlySpan<byte> list)
    {
        var found = new List<string>();
        var addresses = new MailAddresses(list, new byte[MailAddresses.LengthMax]);
        while (addresses.Next(out var address))
            found.Add(address.IsEmpty ? "-" : Encoding.UTF8.GetString(address));
        return [.. found];
    }

    /// <summary>Field by field, this mail and another's, each as one text.</summary>
    public IEnumerable<(string Field, string We, string They)> Beside(ReadMail other) =>
    [
        ("From", string.Join(' ', From), string.Join(' ', other.From)),
        ("Sender", string.Join(' ', Sender), string.Join(' ', other.Sender)),
        ("To", string.Join(' ', To), string.Join(' ', other.To)),
        ("Cc", string.Join(' ', Cc), string.Join(' ', other.Cc)),
        ("Bcc", string.Join(' ', Bcc), string.Join(' ', other.Bcc)),
        ("Date", $"{Date}", $"{other.Date}"),
        ("MessageId", MessageId, other.MessageId),
        ("InReplyTo", InReplyTo, other.InReplyTo),
    ];

    private static string[] Addresses(MailStream stream, MailField wanted)
    {
        var found = new List<string>();
        foreach (var (field, range) in stream.Header.Fields)
            if (field == wanted)
                found.AddRange(Mailboxes(stream.Bytes[range]).Where(address => address != "-"));
        return [.. found];
    }

    private static string Bare(ReadOnlySpan<byte> id) => Encoding.UTF8.GetString(id).Trim('<', '>');
}

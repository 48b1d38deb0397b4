using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// Mail that is a draft, deleted or junk, or no mail at all, as mail programs mark it: by fields that they add to its
/// header, and by the folder or file in which it lies.
/// </summary>
internal static class MailState
{
    private const int MozillaExpunged = 0x0008;
    private const int MozillaQueued = 0x0800;
    private const int Mozilla2Deleted = 0x0020_0000;
    private const int Mozilla2Template = 0x0100_0000;
    private const int LabelsLengthMax = 1024;

    private static readonly SearchValues<byte> OfUnixStatus = SearchValues.Create("ADFNORT"u8);

    private static readonly string[] Endings = [".gz", ".mbox", ".mbx", ".sbd", ".txt", ".partial"];

    /// <summary>Why the mail is to be set aside; null where its header says nothing of the kind.</summary>
    public static Outcome? Reason(MailHeader fields, ReadOnlySpan<byte> header)
    {
        if (!fields.HasFrom(MailField.GmailLabels))
            return null;
        foreach (var (field, range) in fields.Fields)
        {
            if (field < MailField.GmailLabels)
                continue;
            var value = header[range][Ascii.Trim(header[range])];
            switch (field)
            {
                case MailField.GmailLabels when ReasonOfLabels(value) is { } reason:
                    return reason;
                case MailField.MozillaStatus when (Hexadecimal(value) & (MozillaExpunged | MozillaQueued)) != 0:
                case MailField.MozillaStatus2 when (Hexadecimal(value) & (Mozilla2Deleted | Mozilla2Template)) != 0:
                // Of the mailboxes of Unix: D is deleted, T a draft.
                case MailField.UnixStatus
                    when value.IndexOfAnyExcept(OfUnixStatus) < 0 && value.ContainsAny((byte)'D', (byte)'T'):
                case MailField.Unsent when value is [(byte)'1']:
                case MailField.AppleType when value.SequenceEqual("com.apple.mail-draft"u8):
                    return Outcome.SetAside;
            }
        }
        return null;
    }

    /// <summary>Whether a file lies in such a folder, or is one by its name.</summary>
    /// <param name="name">In its source, with <c>/</c> between folders.</param>
    /// <param name="isMailbox">Whether the file is a folder of mail, so that its own name counts.</param>
    public static bool IsSetAside(string name, bool isMailbox) =>
        name.Split('/')[..^(isMailbox ? 0 : 1)].Any(folder => IsSetAsideFolder(folder));

    private static bool IsSetAsideFolder(ReadOnlySpan<char> name)
    {
        foreach (var ending in Endings)
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                name = name[..^ending.Length];
        if (name.StartsWith("INBOX.", StringComparison.OrdinalIgnoreCase))
            name = name["INBOX.".Length..];
        return SetAsideNames.IsFolder(name);
    }

    private static Outcome? ReasonOfLabels(ReadOnlySpan<byte> value)
    {
        Span<byte> bytes = stackalloc byte[LabelsLengthMax];
        var text = bytes[..EncodedWords.Decode(value, bytes)];
        Span<char> characters = stackalloc char[LabelsLengthMax];
        ReadOnlySpan<char> labels = characters[..Encoding.UTF8.GetChars(text, characters)];
        var reason = default(Outcome?);
        foreach (var range in labels.Split(','))
        {
            var label = labels[range];
            if (SetAsideNames.IsLabel(label))
                return Outcome.SetAside;
            reason ??= SetAsideNames.IsChat(label) ? Outcome.ChatAsMail : null;
        }
        return reason;
    }

    private static long Hexadecimal(ReadOnlySpan<byte> value) =>
        Utf8Parser.TryParse(value, out long number, out _, 'x') ? number : 0;
}

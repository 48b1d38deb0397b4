using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Mailboxes and list archives in one file each, mails one after the other.</summary>
internal sealed class Mbox : IInteractionFormat
{
    public string Name => "mbox";

    public string What =>
        "mailboxes and list archives in one file each (Thunderbird's Inbox and Sent, Google Takeout, Mailman); headers "
        + "only";

    /// <summary>What is named as one mail is one, unless a second one begins in it.</summary>
    public Likeness LikenessOf(SourceFile file, CsvFormat csv) =>
        IsMbox(file) || (MailNames.IsOneMail(file) && file.Head.StartsWith("From "u8)
            && (HoldsAnother(file.Head) || HoldsAnother(file.Middle))) ? Likeness.Sure
        : MailNames.IsMailbox(file) ? Likeness.Possible
        : Likeness.None;

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read) =>
        MailFiles.Read(
            MailFiles.Wanted(
                files, IsMbox, file => MailState.IsSetAside(file.Name, isMailbox: true), "a mailbox", read),
            isMbox: true, read);

    /// <summary>Whether a file begins as a mailbox does; one that is named as one mail is one.</summary>
    internal static bool IsMbox(SourceFile file)
    {
        if (MailNames.IsOneMail(file) || MailNames.IsOther(file))
            return false;
        using var head = new MemoryStream(file.Head.ToArray());
        return new MailStream(head, file.Name, isMbox: false).BeginsAsMbox();
    }

    /// <summary>Whether a mail begins after an empty line.</summary>
    private static bool HoldsAnother(ReadOnlySpan<byte> part)
    {
        for (var rest = part; rest.IndexOf("\nFrom "u8) is >= 0 and var found; rest = rest[(found + 1)..])
            if (rest[..found] is [.., (byte)'\n'] or [.., (byte)'\n', (byte)'\r']
                && MboxLine.Begins(rest[(found + 1)..], isAll: true, isFirst: true) == true)
                return true;
        return false;
    }
}

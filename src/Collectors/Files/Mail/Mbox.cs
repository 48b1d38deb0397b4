using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>Mailboxes and list archives in one file each, mails one after the other.</summary>
internal sealed class Mbox : IInteractionFormat
{
    public string Name => "mbox";

    public string What =>
        "mailboxes and list archives in one file each (Thunderbird's Inbox and Sent, Google Takeout, Mailman); headers "
        + "only";

    public bool Matches(SourceFiles files) => MailNames.Candidates(files).Any(IsMbox);

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read) =>
        MailFiles.Read(Wanted(files, read), isMbox: true, read);

    /// <summary>Whether a file begins as a mailbox does; one that is named as one mail is one.</summary>
    internal static bool IsMbox(SourceFile file)
    {
        if (MailNames.IsOneMail(file.Name) || MailNames.IsOther(file.Name))
            return false;
        using var head = new MemoryStream(file.Head.ToArray());
        return new MailStream(head, file.Name, isMbox: false).BeginsAsMbox();
    }

    private static IEnumerable<(SourceFile File, bool IsSetAside)> Wanted(SourceFiles files, FormatRead read)
    {
        var count = 0;
        foreach (var file in files.Files)
            if (files.IsOneFile || IsMbox(file))
            {
                count++;
                yield return (file, MailState.IsSetAside(file.Name, isMailbox: true));
            }
            else
                ForeignMail.Drop(file, read);
        if (count == 0)
            throw ForeignMail.None(files, "a mailbox");
    }
}

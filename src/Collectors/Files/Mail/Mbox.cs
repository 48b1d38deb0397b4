using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>Mailboxes and list archives in one file each, mails one after the other.</summary>
internal sealed class Mbox : IInteractionFormat
{
    private const int FilesLookedAtMax = 100;

    public string Name => "mbox";

    public string What => "mailboxes and list archives (Thunderbird, Google Takeout, Mailman); headers only";

    public bool Matches(SourceFiles files) => files.Files.Take(FilesLookedAtMax).Any(IsMbox);

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var reader = new MailReader(read);
        foreach (var file in files.Files)
        {
            if (!files.IsOneFile && !IsMbox(file))
            {
                read.Report.DropFiles("files of another kind");
                continue;
            }
            using var bytes = file.Open();
            var mails = new MailStream(bytes, file.Name, isMbox: true);
            while (mails.Next())
                foreach (var interaction in reader.Read(mails.Header, mails.Bytes))
                    yield return interaction;
        }
        foreach (var reply in reader.ReadReplies())
            yield return reply;
    }

    private static bool IsMbox(SourceFile file) =>
        file.Head.StartsWith("From "u8) && MboxLine.Begins(file.Head, isAll: true) == true;
}

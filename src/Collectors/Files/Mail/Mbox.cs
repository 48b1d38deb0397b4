using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>Mailboxes and list archives in one file each, mails one after the other.</summary>
internal sealed class Mbox : IInteractionFormat
{
    public string Name => "mbox";

    public string What => "mailboxes and list archives (Thunderbird, Google Takeout, Mailman); headers only";

    /// <summary>A mail saved by itself may begin with such a line too: then a second one makes it a mailbox.</summary>
    public Likeness LikenessOf(SourceFile file, CsvFormat csv) =>
        IsMbox(file) && (!Named(file, ".eml") || HoldsAnother(file.Head) || HoldsAnother(file.Middle)) ? Likeness.Sure
        : Named(file, ".mbox") || Named(file, ".mbx") ? Likeness.Possible
        : Likeness.None;

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var reader = new MailReader(read);
        foreach (var file in files.Files)
        {
            if (!files.AreChosen && !IsMbox(file))
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
        file.Head.TrimStart("\r\n"u8) is var head && head.StartsWith("From "u8)
        && MboxLine.Begins(head, isAll: true) == true;

    private static bool Named(SourceFile file, string ending) =>
        file.PlainName.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a mail begins after an empty line.</summary>
    private static bool HoldsAnother(ReadOnlySpan<byte> part)
    {
        for (var rest = part; rest.IndexOf("\nFrom "u8) is >= 0 and var found; rest = rest[(found + 1)..])
            if (rest[..found] is [.., (byte)'\n'] or [.., (byte)'\n', (byte)'\r']
                && MboxLine.Begins(rest[(found + 1)..], isAll: true) == true)
                return true;
        return false;
    }
}

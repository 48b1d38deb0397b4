using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>Mails in files of their own: of each the header alone is read.</summary>
internal static class MailFiles
{
    public static IEnumerable<Interaction> Read(IEnumerable<SourceFile> files, FormatRead read)
    {
        var reader = new MailReader(read);
        foreach (var file in files)
        {
            using var bytes = file.Open();
            var mails = new MailStream(bytes, file.Name, isMbox: false);
            while (mails.Next())
                foreach (var interaction in reader.Read(mails.Header, mails.Bytes))
                    yield return interaction;
        }
        foreach (var reply in reader.ReadReplies())
            yield return reply;
    }
}

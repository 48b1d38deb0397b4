using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Reads files of mails: of each mail the header alone.</summary>
internal static class MailFiles
{
    /// <param name="files">With whether each holds mails that are set aside.</param>
    /// <param name="isMbox">Whether they are mailboxes.</param>
    /// <param name="read">Where it goes.</param>
    public static IEnumerable<Interaction<AccountId>> Read(
        IEnumerable<(SourceFile File, bool IsSetAside)> files, bool isMbox, FormatRead read)
    {
        var reader = new MailReader(read);
        foreach (var (file, isSetAside) in files)
        {
            using var bytes = file.Open();
            var mails = new MailStream(bytes, file.Name, isMbox);
            while (mails.Next())
                if (isSetAside)
                    reader.SetAside();
                else
                    foreach (var interaction in reader.Read(mails))
                        yield return interaction;
        }
        foreach (var reply in reader.ReadReplies())
            yield return reply;
    }

    /// <summary>The files that are to be read, and whether each is set aside; counts the others.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static IEnumerable<(SourceFile File, bool IsSetAside)> Wanted(
        SourceFiles files, Func<SourceFile, bool> isWanted, Func<SourceFile, bool> isSetAside, string what,
        FormatRead read)
    {
        var count = 0;
        foreach (var file in files.Files)
            if (files.AreChosen || isWanted(file))
            {
                count++;
                yield return (file, isSetAside(file));
            }
            else
                ForeignMail.Drop(file, read);
        if (count == 0)
            throw ForeignMail.None(files, what);
    }
}

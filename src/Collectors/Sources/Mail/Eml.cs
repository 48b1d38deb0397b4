using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Mails saved one by one, whatever the files are called.</summary>
internal sealed class Eml : IInteractionFormat
{
    public string Name => "eml";

    public string What => "mails saved one by one, .eml, .emlx or files of any name; headers only";

    public Likeness LikenessOf(SourceFile file, CsvFormat csv) =>
        MailNames.IsOneMail(file) || (IsMail(file) && !Mbox.IsMbox(file)) ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read) =>
        MailFiles.Read(
            MailFiles.Wanted(
                files, IsMail,
                file => MailState.IsSetAside(file.Name, isMailbox: false) || AppleFlags.IsSetAside(file),
                "a mail", read),
            isMbox: false, read);

    /// <summary>Whether a file is one mail: by its name, or because it begins with the fields of one.</summary>
    internal static bool IsMail(SourceFile file)
    {
        if (MailNames.IsOneMail(file) || MailNames.IsOther(file))
            return MailNames.IsOneMail(file);
        using var head = new MemoryStream(file.Head.ToArray());
        return new MailStream(head, file.Name, isMbox: false).BeginsAsMail();
    }
}

using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>Mailboxes as folders: mails in <c>cur</c> and <c>new</c>, further folders as <c>.Name</c>.</summary>
internal sealed class Maildir : IInteractionFormat
{
    private static readonly string[] SetAside = [".trash", ".junk", ".spam", ".drafts"];

    public string Name => "maildir";

    public string What => "folders of mail servers such as Dovecot and Courier; headers only";

    public bool Matches(SourceFiles files) => files.Files.Any(IsMail);

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read) =>
        MailFiles.Read(Wanted(files, read), read);

    private static IEnumerable<SourceFile> Wanted(SourceFiles files, FormatRead read)
    {
        foreach (var file in files.Files)
            if (!IsMail(file))
                read.Report.Drop("files of another kind");
            else if (IsSetAside(file.Name))
                read.Report.Drop("drafts, deleted mail and junk");
            else
                yield return file;
    }

    private static bool IsMail(SourceFile file) =>
        file.Name.Split('/') is [.., "cur" or "new", _];

    /// <summary>By its folder, or by its flags: <c>:2,DS</c> is a draft, T stands for trashed.</summary>
    private static bool IsSetAside(string name) =>
        name.Split('/').Any(part => SetAside.Contains(part, StringComparer.OrdinalIgnoreCase))
        || (name.LastIndexOf(":2,", StringComparison.Ordinal) is >= 0 and var flags
            && name.AsSpan(flags + 3).ContainsAny('D', 'T'));
}

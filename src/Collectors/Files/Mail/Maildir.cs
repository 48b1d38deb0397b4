using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>Mailboxes as folders: mails in <c>cur</c> and <c>new</c>, further folders as <c>.Name</c>.</summary>
internal sealed class Maildir : IInteractionFormat
{
    /// <summary>
    /// What stands before the flags: a colon, or what stands for it where names may hold none, on Windows, in archives
    /// and on shares.
    /// </summary>
    private const string FlagMarks = ":;!_-\uF022\uF03A";

    public string Name => "maildir";

    public string What => "folders of mail servers such as Dovecot and Courier; headers only";

    public bool Matches(SourceFiles files) => files.Files.Any(IsMail);

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read) =>
        MailFiles.Read(Wanted(files, read), isMbox: false, read);

    /// <summary>Whether a file lies where a mail of a maildir does.</summary>
    internal static bool IsMail(SourceFile file) => file.Name.Split('/') is [.., "cur" or "new", _];

    private static IEnumerable<(SourceFile File, bool IsSetAside)> Wanted(SourceFiles files, FormatRead read)
    {
        foreach (var file in files.Files)
            if (!IsMail(file))
                ForeignMail.Drop(file, read);
            else
                yield return (file, IsSetAside(file.Name));
    }

    private static bool IsSetAside(string name)
    {
        var parts = name.Split('/');
        return parts[..^2].SelectMany(folder => folder.Split('.'))
                .Any(folder => SetAsideNames.IsFolder(folder))
            || FlagsOf(parts[^1]).ContainsAny('D', 'T');
    }

    /// <summary>The letters after <c>:2,</c>: D stands for a draft, T for trashed.</summary>
    private static ReadOnlySpan<char> FlagsOf(string name)
    {
        var version = name.LastIndexOf("2,", StringComparison.Ordinal);
        return version > 0 && FlagMarks.Contains(name[version - 1]) ? name.AsSpan(version + 2) : [];
    }
}

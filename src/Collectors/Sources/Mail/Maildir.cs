using System.Buffers;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Mailboxes as folders: mails in <c>cur</c> and <c>new</c>, further folders as <c>.Name</c>.</summary>
internal sealed class Maildir : IInteractionFormat
{
    /// <summary>
    /// What stands before the flags: a colon, or what stands for it where names may hold none, on Windows, in archives
    /// and on shares.
    /// </summary>
    private const string FlagMarks = ":;!_-\uF022\uF03A";

    /// <summary>Names of mails begin with the second of their delivery.</summary>
    private const int DigitsMin = 9;

    private static readonly SearchValues<byte> FieldName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);

    public string Name => "maildir";

    public string What => "folders of mail servers such as Dovecot and Courier; headers only";

    /// <summary>
    /// Folders <c>cur</c> and <c>new</c> in which a file is named as mail servers name mails, or begins as mails do.
    /// </summary>
    public IReadOnlyList<SourceFile> Claim(SourceFiles files)
    {
        var folders = files.Files.Where(file => IsMail(file) && LooksDelivered(file)).Select(file => file.Folder[..^4])
            .ToHashSet(StringComparer.Ordinal);
        return folders.Count == 0 ? []
            : [.. files.Files.Where(file =>
                file.Name.Split('/') is [.., "cur" or "new" or "tmp", _] && folders.Contains(file.Folder[..^4]))];
    }

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read) =>
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

    private static bool LooksDelivered(SourceFile file) =>
        file.LastName.AsSpan().IndexOfAnyExceptInRange('0', '9') >= DigitsMin
        || !FlagsOf(file.LastName).IsEmpty
        || (file.Head.IndexOfAnyExcept(FieldName) is > 1 and var end && file.Head[end] == ':');

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

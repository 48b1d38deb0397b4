using System.Collections.Frozen;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>What the name of a file says of whether it holds mail.</summary>
internal static class MailNames
{
    /// <summary>Of files whose names say nothing, so many are opened, spread over all of them.</summary>
    private const int UnnamedMax = 1000;

    private static readonly FrozenSet<string> OfMailboxes = FrozenSet.ToFrozenSet(
        [".mbox", ".mbx", ".mbs", ".mboxrd", ".mboxo", ".mboxcl", ".mail"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Endings of what is no mail, so that it need not be opened to be told.</summary>
    private static readonly FrozenSet<string> OfOthers = FrozenSet.ToFrozenSet(
        [
            ".jpg", ".jpeg", ".png", ".gif", ".heic", ".webp", ".tif", ".svg", ".mp4", ".mov", ".avi", ".mp3", ".m4a",
            ".wav", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".zip", ".tar", ".7z", ".json",
            ".jsonl", ".ndjson", ".csv", ".tsv", ".html", ".htm", ".xml", ".ics", ".vcf", ".js", ".css", ".msf",
            ".sqlite", ".dat", ".db", ".exe", ".dll",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is named as one mail.</summary>
    public static bool IsOneMail(string name) =>
        PlainOf(name) is var plain && (plain.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)
            || plain.EndsWith(".emlx", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is named as something else, or as mail that is not read.</summary>
    public static bool IsOther(string name) =>
        OfOthers.Contains(Path.GetExtension(PlainOf(name))) || ForeignMail.AdviceFor(name) is not null;

    /// <summary>
    /// The files that may be mail: all of those named as mailboxes are, and some of those whose names say nothing.
    /// </summary>
    public static IEnumerable<SourceFile> Candidates(SourceFiles files)
    {
        var unnamed = new List<SourceFile>();
        foreach (var file in files.Files)
            if (IsOther(file.Name) || IsOneMail(file.Name))
                continue;
            else if (OfMailboxes.Contains(Path.GetExtension(PlainOf(file.Name))))
                yield return file;
            else
                unnamed.Add(file);
        var step = Math.Max(1, (unnamed.Count + UnnamedMax - 1) / UnnamedMax);
        for (var i = 0; i < unnamed.Count; i += step)
            yield return unnamed[i];
    }

    private static string PlainOf(string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
}

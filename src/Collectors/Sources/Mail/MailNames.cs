using System.Collections.Frozen;

namespace InfluencerMap.Collectors;

/// <summary>What the name of a file says of whether it holds mail.</summary>
internal static class MailNames
{
    private static readonly FrozenSet<string> OfMailboxes = FrozenSet.ToFrozenSet(
        [".mbox", ".mbx", ".mbs", ".mboxrd", ".mboxo", ".mboxcl", ".mail"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Endings of what is not mail, so that it need not be opened to be recognised.</summary>
    private static readonly FrozenSet<string> OfOthers = FrozenSet.ToFrozenSet(
        [
            ".jpg", ".jpeg", ".png", ".gif", ".heic", ".webp", ".tif", ".svg", ".mp4", ".mov", ".avi", ".mp3", ".m4a",
            ".wav", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".zip", ".tar", ".7z", ".json",
            ".jsonl", ".ndjson", ".csv", ".tsv", ".html", ".htm", ".xml", ".ics", ".vcf", ".js", ".css", ".msf",
            ".sqlite", ".dat", ".db", ".exe", ".dll",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is named as one mail.</summary>
    public static bool IsOneMail(SourceFile file) =>
        file.PlainName.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)
        || file.PlainName.EndsWith(".emlx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is named as something else, or as mail that is not read.</summary>
    public static bool IsOther(SourceFile file) =>
        OfOthers.Contains(Path.GetExtension(file.PlainName)) || ForeignMail.AdviceFor(file.Name) is not null;

    /// <summary>Whether it is named as a mailbox.</summary>
    public static bool IsMailbox(SourceFile file) => OfMailboxes.Contains(Path.GetExtension(file.PlainName));
}

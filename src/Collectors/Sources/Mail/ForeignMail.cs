namespace InfluencerMap.Collectors;

/// <summary>
/// Mail in the files of programs that only those programs can read: recognised by name, with what to do.
/// </summary>
internal static class ForeignMail
{
    private const string SaveInOutlook =
        "export the folders as .mbox or .eml (Thunderbird can import Outlook's mail), or import a message trace";

    private static readonly (string Ending, Outcome What, string Advice)[] Known =
    [
        (".pst", Outcome.OutlookData, SaveInOutlook),
        (".ost", Outcome.OutlookCache, SaveInOutlook),
        (".msg", Outcome.OutlookItem, "save them as .eml: drag them into Thunderbird and save them there"),
        (".oft", Outcome.OutlookTemplate, "they were never sent"),
        (".olm", Outcome.OutlookMac, "drag the folders from Outlook to the desktop: that gives .mbox"),
        (".dbx", Outcome.OutlookExpress, "import them in Thunderbird and take its files"),
        (".nsf", Outcome.NotesDatabase, "export the mail as .eml, or import a message trace"),
        (".tbb", Outcome.TheBat, "export the folders as Unix mailbox (.mbox)"),
        (".msf", Outcome.ThunderbirdIndex, "the file of the same name without .msf holds the mail"),
        (".bkf", Outcome.Backup, "restore the mailbox first"),
    ];

    /// <summary>What the file is and what to do; null for any other name.</summary>
    public static string? AdviceFor(string name) => Find(name) is not { Ending: not null } known ? null
        : $"{known.What.InWords().Replace(", which", "", StringComparison.Ordinal)}: {known.Advice}";

    /// <summary>Counts a file that is not read, by what it is.</summary>
    public static void Drop(SourceFile file, FormatRead read)
    {
        var known = Find(file.Name);
        if (known.Ending is null or ".msf")
        {
            read.Report.DropFiles(Outcome.OtherFile);
            return;
        }
        read.Report.DropFiles(known.What);
        read.Report.Note(AdviceFor(file.Name) + ".");
    }

    private static (string? Ending, Outcome What, string Advice) Find(string name) =>
        Array.Find(Known, known => name.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Refuses a path that is named as such a file, before it is opened.</summary>
    /// <exception cref="InputException">It is.</exception>
    public static void Refuse(string path)
    {
        if (File.Exists(path) && AdviceFor(path) is { } advice)
            throw new InputException($"{Path.GetFileName(path)}: {advice}.");
    }

    /// <summary>Refuses a source that holds nothing else.</summary>
    /// <exception cref="InputException">It does.</exception>
    public static void Refuse(SourceFiles files)
    {
        var advice = AdviceFor(files.Path)
            ?? (files.Files.All(file => AdviceFor(file.Name) is not null) ? AdviceFor(files.Files[0].Name) : null);
        if (advice is not null)
            throw new InputException($"{files.Name}: {advice}.");
    }

    /// <summary>The refusal of a source with no file of the format that was asked for.</summary>
    public static InputException None(SourceFiles files, string what) =>
        new($"{files.Name}: none of its {files.Files.Count:N0} files is {what}; name another --format.");
}

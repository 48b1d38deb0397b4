using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>Mails saved one by one.</summary>
internal sealed class Eml : IInteractionFormat
{
    public string Name => "eml";

    public string What => "mails saved one by one, .eml; headers only";

    public Likeness LikenessOf(SourceFile file, CsvFormat csv) => IsEml(file) ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var mails = files.AreChosen ? [.. files.Files] : files.Files.Where(IsEml).ToArray();
        if (mails.Length < files.Files.Count)
            read.Report.DropFiles("files of another kind", files.Files.Count - mails.Length);
        return MailFiles.Read(mails, read);
    }

    private static bool IsEml(SourceFile file) => file.PlainName.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);
}

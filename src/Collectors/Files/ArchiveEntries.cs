using System.Collections.ObjectModel;
using System.IO.Compression;

namespace InfluencerMap.Collectors.Files;

/// <summary>The files of a ZIP archive.</summary>
internal static class ArchiveEntries
{
    public static ZipArchive Open(string path, string name)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{name}: the ZIP archive is damaged or incomplete.", e);
        }
    }

    /// <summary>What is a file and holds something; refuses an archive whose names climb out of it.</summary>
    public static List<SourceFile> Of(
        ZipArchive archive, string name, UnpackBudget budget, CancellationToken cancellation)
    {
        ReadOnlyCollection<ZipArchiveEntry> entries;
        try
        {
            entries = archive.Entries;
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{name}: the ZIP archive is damaged or incomplete.", e);
        }
        if (entries.Count > SourceFiles.FilesMax)
            throw new InputException($"{name}: more than {SourceFiles.FilesMax:N0} files; import it in parts.");
        var files = new List<SourceFile>();
        var number = 0;
        foreach (var entry in entries)
        {
            number++;
            if (ClimbsOut(entry.FullName))
                throw new InputException($"{name}: the name of entry {number} leads out of the archive.");
            if (entry.IsEncrypted)
                throw new InputException($"{name}: entry {number} is encrypted; import an archive without a password.");
            if (entry.Length > 0 && !entry.FullName.EndsWith('/'))
                files.Add(SourceFile.InArchive(entry, budget, cancellation));
        }
        return files.Count > 0
            ? files
            : throw new InputException($"{name}: the archive holds no file with anything in it.");
    }

    private static bool ClimbsOut(string name) =>
        name.StartsWith('/') || name.Contains('\\') || name.Contains('\0')
        || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]))
        || name.Split('/').Contains("..");
}

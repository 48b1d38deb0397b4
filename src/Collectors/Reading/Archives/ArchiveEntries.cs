using System.Collections.ObjectModel;
using System.IO.Compression;

namespace InfluencerMap.Collectors;

/// <summary>The files of a ZIP archive.</summary>
internal static class ArchiveEntries
{
    public static ZipArchive Open(string path, string name)
    {
        try
        {
            return ZipFile.Open(path, ZipArchiveMode.Read, new ZipNames());
        }
        catch (InvalidDataException e)
        {
            throw Damaged(name, e);
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
            throw Damaged(name, e);
        }
        RequireFewer(entries.Count, name);
        var names = ZipNames.Read([.. entries.Select(entry => entry.FullName)]);
        var files = new List<SourceFile>();
        var (seen, taken) = (new Dictionary<string, int>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (names[i].Select(EntryNames.Normal).ToArray() is var readings && readings.Contains(null))
                throw ClimbsOut(name, i + 1);
            if (entry.IsEncrypted)
                throw new InputException($"{name}: entry {i + 1} is encrypted; "
                    + "unpack the archive with its password, and import the folder.");
            if (entry.Length == 0 || EntryNames.IsFolder(names[i][0]) || EntryNames.IsNothing(readings[0]!))
                continue;
            var given = readings[0]!;
            while (!taken.Add(readings[0]!))
            {
                seen[given] = seen.GetValueOrDefault(given, 1) + 1;
                readings[0] = EntryNames.Again(given, seen[given]);
            }
            files.Add(SourceFile.InZip(entry, readings!, budget, cancellation));
        }
        return files;
    }

    public static void RequireFewer(int count, string name)
    {
        if (count > SourceFiles.FilesMax)
            throw new InputException($"{name}: more than {SourceFiles.FilesMax:N0} files; import it in parts.");
    }

    public static InputException ClimbsOut(string name, int number) =>
        new($"{name}: the name of entry {number} leads out of the archive.");

    private static InputException Damaged(string name, Exception cause) =>
        new($"{name}: the ZIP archive is damaged or incomplete.", cause);
}

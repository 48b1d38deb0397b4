using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>What names in folders and archives mean.</summary>
internal static class EntryNames
{
    /// <summary>Folders that a system keeps for itself.</summary>
    private static readonly string[] SystemFolders =
        ["__MACOSX", ".AppleDouble", ".Spotlight-V100", ".Trashes", ".fseventsd", "@eaDir"];

    private static readonly string[] SystemFiles =
        [".DS_Store", "Thumbs.db", "ehthumbs.db", "desktop.ini", ".localized", "Icon\r"];

    /// <summary>
    /// With <c>/</c> between folders whatever wrote the archive, without <c>./</c> and empty parts; null where it
    /// leads out of the archive.
    /// </summary>
    public static string? Normal(string name)
    {
        var slashed = name.Replace('\\', '/');
        if (slashed.StartsWith('/') || slashed.Contains('\0')
            || (slashed.Length > 1 && slashed[1] == ':' && char.IsAsciiLetter(slashed[0])))
            return null;
        var parts = slashed.Split('/');
        return parts.Contains("..") ? null : string.Join('/', parts.Where(part => part is not ("" or ".")));
    }

    /// <summary>Whether it names a folder, by the slash at its end.</summary>
    public static bool IsFolder(string name) => name.EndsWith('/') || name.EndsWith('\\');

    /// <summary>
    /// Whether a system put it next to what people created: forks of files (<c>._x</c>), views of folders, thumbnails.
    /// </summary>
    public static bool IsNothing(string name)
    {
        var parts = name.Split('/');
        return parts[^1].StartsWith("._", StringComparison.Ordinal)
            || SystemFiles.Contains(parts[^1], StringComparer.OrdinalIgnoreCase)
            || parts[..^1].Any(folder => SystemFolders.Contains(folder, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Another name for the second, third … file of one name: both are read.</summary>
    public static string Again(string name, int number)
    {
        var dot = name.LastIndexOf('.');
        var end = dot > name.LastIndexOf('/') + 1 ? dot : name.Length;
        return $"{name[..end]} ({number}){name[end..]}";
    }

    /// <summary>One spelling of letters with accents: systems write them as one character or as two.</summary>
    public static string Composed(string name) =>
        name.EnumerateRunes().Contains(Rune.ReplacementChar) ? name : name.Normalize();
}

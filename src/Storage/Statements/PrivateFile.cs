namespace InfluencerMap.Storage;

/// <summary>Files about people are for their owner alone. On Windows the folder's rights apply instead.</summary>
internal static class PrivateFile
{
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>
    /// Makes an empty file before the first row is written; SQLite makes its log and its index with the same rights.
    /// </summary>
    public static void MakeIfMissing(string path)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path))
            return;
        try
        {
            Create(path).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process made it in the same moment, or it cannot be made: SQLite says why when it opens it.
        }
    }

    /// <summary>A new file to write.</summary>
    /// <exception cref="IOException">There is one of that name.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Mode;
        return new(path, options);
    }

    /// <summary>An empty folder that nobody else may look into; what an ended process left of it is deleted.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Mode | UnixFileMode.UserExecute);
    }

    /// <summary>Whether every user of this machine may read or write it; a group is the operator's choice.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & Others) != 0;
}

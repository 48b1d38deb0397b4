namespace InfluencerMap.Collectors;

/// <summary>What lies on the disk at a path: folders walked through, links and pipes kept away.</summary>
internal static class DiskPaths
{
    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>
    /// A pipe is read once, and a file several times; one that nobody writes to is waited for without an end. Opened
    /// for writing as well, it is not waited for.
    /// </summary>
    /// <exception cref="InputException">It is a pipe or a device.</exception>
    public static void RefusePipe(string path)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(path) is not { Exists: true } file
            || (file.Length > 0 && file.LinkTarget is null))
            return;
        try
        {
            using var opened = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (opened.CanSeek)
                return;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }
        throw new InputException($"{NameOf(path)}: it is a pipe or a device; save what it gives as a file first.");
    }

    /// <summary>Pipes and devices say that they are empty, and are left out with all that is.</summary>
    public static IEnumerable<FileInfo> Walk(DirectoryInfo root, string rootPath)
    {
        var all = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false };
        var pending = new Stack<DirectoryInfo>([root]);
        while (pending.TryPop(out var folder))
            foreach (var item in folder.EnumerateFileSystemInfos("*", all))
            {
                if (item.LinkTarget is not null)
                    RefuseLinkOut(item, rootPath);
                else if (item is DirectoryInfo inner)
                    pending.Push(inner);
                else if (item is FileInfo { Length: > 0 } file)
                    yield return file;
            }
    }

    /// <summary>
    /// A link to something inside is left out: that is read in its own place. So is one to nothing, or to itself:
    /// mail programs and browsers mark a folder as in use by such a link.
    /// </summary>
    private static void RefuseLinkOut(FileSystemInfo link, string rootPath)
    {
        FileSystemInfo? target;
        try
        {
            target = link.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException)
        {
            return;
        }
        var inside = rootPath + Path.DirectorySeparatorChar;
        if (target is not null && Path.Exists(target.FullName)
            && !(target.FullName + Path.DirectorySeparatorChar).StartsWith(inside, StringComparison.Ordinal))
            throw new InputException($"{NameOf(rootPath)}: {Path.GetRelativePath(rootPath, link.FullName)} "
                + "is a link that leads out of the folder; remove it, and import by itself what it leads to.");
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace InfluencerMap.Collectors.Files;

/// <summary>
/// What lies at a path: one file, the files of a folder and its folders, or those of a ZIP archive; gzip is unpacked.
/// </summary>
/// <remarks>
/// Nothing is ever written to disk. Hostile input is refused with one line: too many files, names that climb out,
/// links that lead out, and data that unpack to far more than they were (<see cref="UnpackLimits"/>). An archive
/// inside an archive or a folder is not opened. Not for several threads.
/// </remarks>
public sealed class SourceFiles : IDisposable
{
    /// <summary>Files in one folder or archive.</summary>
    public const int FilesMax = 1_000_000;

    private readonly ZipArchive? _archive;
    private readonly Dictionary<string, SourceFile> _byName;

    private SourceFiles(string path, bool isOneFile, IEnumerable<SourceFile> files, ZipArchive? archive = null)
    {
        Path = path;
        Name = NameOf(path);
        IsOneFile = isOneFile;
        _archive = archive;
        Files = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
        _byName = new(StringComparer.Ordinal);
        foreach (var file in Files)
            if (!_byName.TryAdd(file.Name, file))
                throw new InputException($"{Name}: two files in it have the same name.");
    }

    /// <summary>As it was given.</summary>
    public string Path { get; }

    /// <summary>The name of the file, archive or folder, without what leads to it.</summary>
    public string Name { get; }

    /// <summary>Whether the path is one file and no archive.</summary>
    public bool IsOneFile { get; }

    /// <summary>The files, by name, ordinal; empty ones are left out, except where the path is one file.</summary>
    public IReadOnlyList<SourceFile> Files { get; }

    /// <summary>Looks at what is there; contents are read when a file is opened.</summary>
    /// <exception cref="InputException">Nothing is there, it cannot be read, or it is hostile.</exception>
    public static SourceFiles Open(string path, CancellationToken cancellation = default) =>
        Open(path, UnpackLimits.Default, cancellation);

    /// <summary>Files in memory: for tests that read a hundred thousand of them.</summary>
    internal static SourceFiles InMemory(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        SourceFile[] opened = [.. files.Select(file => SourceFile.InMemory(file.Name, file.Bytes))];
        return new(opened[0].Name, opened.Length == 1, opened);
    }

    internal static SourceFiles Open(string path, UnpackLimits limits, CancellationToken cancellation)
    {
        try
        {
            if (Workbook.Find(path, cancellation) is { } workbook)
                return new(path, isOneFile: true, [SourceFile.OfWorkbook(workbook, path)]);
            if (Directory.Exists(path))
                return OfFolder(path, limits, cancellation);
            return IsZip(path) ? OfArchive(path, limits, cancellation)
                : new(path, isOneFile: true, [SourceFile.OnDisk(NameOf(path), path, limits, cancellation)]);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{NameOf(path)}: there is no such file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{NameOf(path)}: it cannot be opened for reading.", e);
        }
    }

    /// <summary>The file of that name, relative and with <c>/</c>; null where there is none.</summary>
    public SourceFile? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Whether there are files, and the names of all are such.</summary>
    public bool AllNamed(Func<string, bool> isSuch) => Files.Count > 0 && Files.All(file => isSuch(file.Name));

    /// <summary>
    /// SHA-256, hexadecimal: of a file's or an archive's bytes; of a folder over its files' names and hashes in order.
    /// </summary>
    public async Task<string> Sha256Async(CancellationToken cancellation)
    {
        if (!Directory.Exists(Path))
            return await HashAsync(Path, cancellation);
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
            all.AppendData(Encoding.UTF8.GetBytes($"{await HashAsync(file.DiskPath!, cancellation)}  {file.Name}\n"));
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    public void Dispose() => _archive?.Dispose();

    private static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var bytes = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation));
    }

    private static string NameOf(string path) =>
        System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));

    private static bool IsZip(string path)
    {
        using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0 });
        Span<byte> magic = stackalloc byte[4];
        return file.ReadAtLeast(magic, 4, throwOnEndOfStream: false) == 4
            && (magic.SequenceEqual("PK\x03\x04"u8) || magic.SequenceEqual("PK\x05\x06"u8));
    }

    private static SourceFiles OfArchive(string path, UnpackLimits limits, CancellationToken cancellation)
    {
        var name = NameOf(path);
        var archive = ArchiveEntries.Open(path, name);
        try
        {
            var budget = new UnpackBudget(name, new FileInfo(path).Length, limits);
            return new(path, isOneFile: false, ArchiveEntries.Of(archive, name, budget, cancellation), archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static SourceFiles OfFolder(string path, UnpackLimits limits, CancellationToken cancellation)
    {
        var files = new List<SourceFile>();
        var root = System.IO.Path.GetFullPath(path);
        foreach (var found in Walk(new DirectoryInfo(root), root))
        {
            cancellation.ThrowIfCancellationRequested();
            var relative = System.IO.Path.GetRelativePath(root, found.FullName).Replace('\\', '/');
            files.Add(SourceFile.OnDisk(relative, found.FullName, limits, cancellation));
            if (files.Count > FilesMax)
                throw new InputException($"{NameOf(path)}: more than {FilesMax:N0} files; import its folders apart.");
        }
        return files.Count > 0
            ? new(path, isOneFile: false, files)
            : throw new InputException($"{NameOf(path)}: the folder holds no file with anything in it.");
    }

    /// <summary>Pipes and devices say that they are empty, and are left out with all that is.</summary>
    private static IEnumerable<FileInfo> Walk(DirectoryInfo root, string rootPath)
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

    /// <summary>A link to something inside is left out: that is read in its own place.</summary>
    private static void RefuseLinkOut(FileSystemInfo link, string rootPath)
    {
        var target = link.ResolveLinkTarget(returnFinalTarget: true);
        if (target is not null
            && !target.FullName.StartsWith(rootPath + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new InputException($"{NameOf(rootPath)}: a link in it leads out of the folder; remove it.");
    }
}

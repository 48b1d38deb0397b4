using System.Security.Cryptography;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// What lies at a path: one file, the files of a folder and its folders, or those of a ZIP or tar archive; gzip is
/// unpacked.
/// </summary>
/// <remarks>
/// Nothing is ever written to disk. Hostile input is refused with one line: too many files, names that climb out,
/// links that lead out, and data that unpack to far more than they were (<see cref="UnpackLimits"/>). An archive
/// inside an archive or a folder is not opened. What a system put next to files (<see cref="EntryNames.IsNothing"/>) is
/// not there. Not for several threads.
/// </remarks>
public sealed class SourceFiles : IDisposable
{
    /// <summary>Files in one folder or archive.</summary>
    public const int FilesMax = 1_000_000;

    private readonly IDisposable? _archive;
    private readonly Dictionary<string, SourceFile> _byName;

    private SourceFiles(string path, bool isOneFile, IReadOnlyList<SourceFile> files, IDisposable? archive = null)
    {
        Path = path;
        Name = DiskPaths.NameOf(path);
        IsOneFile = AreChosen = isOneFile;
        _archive = archive;
        Files = files;
        _byName = files.ToDictionary(file => file.Name, StringComparer.Ordinal);
    }

    /// <summary>As it was given.</summary>
    public string Path { get; }

    /// <summary>The name of the file, archive or folder, without what leads to it.</summary>
    public string Name { get; }

    /// <summary>Whether the path is one file and no archive.</summary>
    public bool IsOneFile { get; }

    /// <summary>Whether each file is to be read, whatever it looks like: it is the only one, or was chosen.</summary>
    public bool AreChosen { get; private init; }

    /// <summary>
    /// The files, by name, ordinal; those of a packed tar archive as they lie in it. Empty ones are left out, except
    /// where the path is one file.
    /// </summary>
    public IReadOnlyList<SourceFile> Files { get; }

    /// <summary>Reads, on another thread, the one file that lies at a path.</summary>
    /// <exception cref="InputException">There are several.</exception>
    internal static Task<T> ReadOneAsync<T>(
        string path, Func<SourceFile, T> read, CancellationToken cancellation) => Task.Run(
        () =>
        {
            using var files = Open(path, cancellation);
            return files.Files is [var only] ? read(only)
                : throw new InputException($"{files.Name}: {files.Files.Count:N0} files; this is read file by file.");
        },
        cancellation);

    /// <summary>Looks at what is there; contents are read when a file is opened.</summary>
    /// <exception cref="InputException">Nothing is there, it cannot be read, or it is hostile.</exception>
    public static SourceFiles Open(string path, CancellationToken cancellation = default) =>
        Open(path, UnpackLimits.Default, cancellation);

    /// <summary>Files in memory: for tests that read a hundred thousand of them.</summary>
    internal static SourceFiles InMemory(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        SourceFile[] opened = [.. files.Select(file => SourceFile.InMemory(file.Name, file.Bytes))];
        return new(opened[0].Name, opened.Length == 1, InOrder(opened));
    }

    internal static SourceFiles Open(string path, UnpackLimits limits, CancellationToken cancellation)
    {
        try
        {
            DiskPaths.RefusePipe(path);
            if (Workbook.Find(path, cancellation) is { } workbook)
                return new(path, isOneFile: true, [SourceFile.OfWorkbook(workbook, path)]);
            if (Directory.Exists(path))
                return OfFolder(path, limits, cancellation);
            return KindOf(path) switch
            {
                Packing.Zip => OfZip(path, limits, cancellation),
                Packing.Tar => OfTar(path, isPacked: false, limits, cancellation),
                Packing.PackedTar => OfTar(path, isPacked: true, limits, cancellation),
                _ => new(
                    path, isOneFile: true, [SourceFile.OnDisk(DiskPaths.NameOf(path), path, limits, cancellation)]),
            };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{DiskPaths.NameOf(path)}: there is no such file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{DiskPaths.NameOf(path)}: it cannot be opened for reading.", e);
        }
    }

    /// <summary>The file of that name, relative and with <c>/</c>; null where there is none.</summary>
    public SourceFile? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The files in a folder and its folders; all of them where the folder is the outermost.</summary>
    internal IReadOnlyList<SourceFile> Under(string folder) =>
        [.. Files.Where(file => file.Name.StartsWith(folder, StringComparison.Ordinal))];

    /// <summary>Some of the files, of which each is to be read where they are chosen for a format.</summary>
    internal SourceFiles Some(IReadOnlyList<SourceFile> files, bool areChosen) =>
        new(Path, IsOneFile, files) { AreChosen = areChosen || IsOneFile };

    /// <summary>
    /// SHA-256, hexadecimal: of a file's or an archive's bytes; of a folder over its files' names and hashes in order.
    /// </summary>
    public static async Task<string> Sha256Async(string path, CancellationToken cancellation)
    {
        if (!Directory.Exists(path))
            return await HashAsync(path, cancellation);
        using var files = Open(path, cancellation);
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Files)
            all.AppendData(Encoding.UTF8.GetBytes($"{await HashAsync(file.DiskPath!, cancellation)}  {file.Name}\n"));
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    public void Dispose() => _archive?.Dispose();

    private static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var bytes = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation));
    }

    /// <exception cref="InputException">It is packed in a format that is not read, or of another kind.</exception>
    private static Packing KindOf(string path)
    {
        using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0 });
        Span<byte> block = stackalloc byte[TarArchive.BlockBytes];
        block = block[..file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)];
        OtherKinds.Refuse(DiskPaths.NameOf(path), block);
        if (block.StartsWith("PK\x03\x04"u8) || block.StartsWith("PK\x05\x06"u8))
            return Packing.Zip;
        if (TarArchive.Begins(block))
            return Packing.Tar;
        if (!block.StartsWith(OtherKinds.Gzip))
            return Packing.None;
        file.Position = 0;
        return OtherKinds.HoldsTar(file) ? Packing.PackedTar : Packing.None;
    }

    private static SourceFiles OfZip(string path, UnpackLimits limits, CancellationToken cancellation)
    {
        var name = DiskPaths.NameOf(path);
        var archive = ArchiveEntries.Open(path, name);
        var budget = new UnpackBudget(name, new FileInfo(path).Length, limits);
        return OfArchive(path, archive, () => InOrder(ArchiveEntries.Of(archive, name, budget, cancellation)));
    }

    private static SourceFiles OfTar(string path, bool isPacked, UnpackLimits limits, CancellationToken cancellation)
    {
        var name = DiskPaths.NameOf(path);
        var budget = new UnpackBudget(name, new FileInfo(path).Length, limits);
        var furthest = new Furthest();
        var archive = new TarArchive(name, isPacked, Open, cancellation);
        return OfArchive(path, archive, () => isPacked ? archive.Files() : InOrder(archive.Files()));

        Stream Open()
        {
            var file = new FileStream(path, new FileStreamOptions { BufferSize = 0 });
            return isPacked ? new UnpackedStream(new WholeGzip(file), name, budget, furthest, cancellation) : file;
        }
    }

    private static SourceFiles OfArchive(string path, IDisposable archive, Func<IReadOnlyList<SourceFile>> find)
    {
        try
        {
            var files = find();
            return files.Count > 0 ? new(path, isOneFile: false, files, archive)
                : throw new InputException($"{DiskPaths.NameOf(path)}: the archive holds no file with anything in it.");
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static SourceFile[] InOrder(IEnumerable<SourceFile> files) =>
        [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];

    private static SourceFiles OfFolder(string path, UnpackLimits limits, CancellationToken cancellation)
    {
        var files = new List<SourceFile>();
        var root = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        foreach (var found in DiskPaths.Walk(new DirectoryInfo(root), root))
        {
            cancellation.ThrowIfCancellationRequested();
            var relative = System.IO.Path.GetRelativePath(root, found.FullName)
                .Replace(System.IO.Path.DirectorySeparatorChar, '/');
            if (!EntryNames.IsNothing(relative))
                files.Add(SourceFile.OnDisk(relative, found.FullName, limits, cancellation));
            if (files.Count > FilesMax)
                throw new InputException(
                    $"{DiskPaths.NameOf(path)}: more than {FilesMax:N0} files; import its folders apart.");
        }
        return files.Count > 0
            ? new(path, isOneFile: false, InOrder(files))
            : throw new InputException($"{DiskPaths.NameOf(path)}: the folder holds no file with anything in it.");
    }

    private enum Packing { None, Zip, Tar, PackedTar }
}

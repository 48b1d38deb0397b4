using System.IO.Compression;
using System.Text;

namespace InfluencerMap.Collectors.Files;

/// <summary>One file of a source, unpacked as it is read.</summary>
public sealed class SourceFile
{
    private const int HeadBytes = 4096;

    private readonly Func<Stream> _open;
    private readonly Lazy<byte[]> _head;

    private SourceFile(string name, string? diskPath, Func<Stream> open)
    {
        Name = name;
        DiskPath = diskPath;
        _open = open;
        _head = new(ReadHead);
    }

    /// <summary>Its name in the folder or archive, with <c>/</c> between folders.</summary>
    public string Name { get; }

    /// <summary>The last part of <see cref="Name"/> without <c>.gz</c>, for looking at what it is.</summary>
    public string PlainName
    {
        get
        {
            var last = Name[(Name.LastIndexOf('/') + 1)..];
            return last.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? last[..^3] : last;
        }
    }

    /// <summary>Its first bytes, unpacked: at most 4,096.</summary>
    public ReadOnlySpan<byte> Head => _head.Value;

    /// <summary>The same as text: UTF-8, or UTF-16 or UTF-32 by a byte order mark or by zero bytes.</summary>
    public string HeadText => Encoding.UTF8.GetString(HeadUtf8);

    /// <summary>The same in UTF-8, without a mark.</summary>
    internal byte[] HeadUtf8 => TextEncodings.HeadInUtf8(Head);

    /// <summary>Where it lies, unless in an archive.</summary>
    internal string? DiskPath { get; }

    /// <summary>
    /// A stream of the unpacked bytes, to be read once from its beginning. Damage, and data that unpack to too much,
    /// end it with an <see cref="InputException"/>.
    /// </summary>
    public Stream Open() => _open();

    internal static SourceFile OnDisk(string name, string path, UnpackLimits limits, CancellationToken cancellation)
    {
        UnpackBudget? budget = null;
        var furthest = new Furthest();
        return new(name, path, Open);

        Stream Open()
        {
            FileStream? file = null;
            try
            {
                file = new(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
                if (!IsGzip(file, name))
                    return new UnpackedStream(file, name, null, furthest, cancellation);
                budget ??= new(name, file.Length, limits);
                return new UnpackedStream(new WholeGzip(file), name, budget, furthest, cancellation);
            }
            catch (InvalidDataException e)
            {
                file?.Dispose();
                throw UnpackedStream.Damaged(name, e);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                throw new InputException($"{name}: there is no such file.", e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                file?.Dispose();
                throw new InputException($"{name}: the file cannot be opened for reading.", e);
            }
        }
    }

    internal static SourceFile InMemory(string name, byte[] bytes) =>
        new(name, null, () => new MemoryStream(bytes, writable: false));

    internal static SourceFile InArchive(ZipArchiveEntry entry, UnpackBudget budget, CancellationToken cancellation)
    {
        var furthest = new Furthest();
        return new(entry.FullName, null, Open);

        Stream Open()
        {
            try
            {
                return new UnpackedStream(entry.Open(), entry.FullName, budget, furthest, cancellation);
            }
            catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
            {
                throw UnpackedStream.Damaged(entry.FullName, e);
            }
        }
    }

    /// <summary>What is named like gzip must be.</summary>
    private static bool IsGzip(FileStream file, string name)
    {
        Span<byte> magic = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1F, 0x8B];
        file.Position = 0;
        return isGzip || name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
    }

    private byte[] ReadHead()
    {
        using var stream = Open();
        var head = new byte[HeadBytes];
        return head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }
}

using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>One file of a source, unpacked as it is read.</summary>
public sealed class SourceFile
{
    /// <summary>How much of its beginning, and of its middle, is read to find out what it is.</summary>
    internal const int HeadBytes = 64 << 10;

    /// <summary>How far a file is read to look at its middle: a packed one is unpacked up to there.</summary>
    private const int MiddleAtMax = 4 << 20;

    /// <summary>Bytes that no text has.</summary>
    private static readonly SearchValues<byte> NoText =
        SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 127]);

    private readonly Func<Stream> _open;
    private readonly long? _length;
    private byte[]? _head;
    private byte[]? _middle;

    private SourceFile(string name, string? diskPath, long? length, Func<Stream> open)
    {
        Name = name;
        DiskPath = diskPath;
        _length = length;
        _open = open;
    }

    /// <summary>Its name in the folder or archive, with <c>/</c> between folders.</summary>
    public string Name { get; }

    /// <summary>The last part of <see cref="Name"/> without <c>.gz</c>, for looking at what it is.</summary>
    public string PlainName =>
        LastName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? LastName[..^3] : LastName;

    /// <summary>The last part of <see cref="Name"/>.</summary>
    public string LastName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>What leads to the file: empty, or names that each end in <c>/</c>.</summary>
    public string Folder => Name[..(Name.LastIndexOf('/') + 1)];

    /// <summary>Other readings of <see cref="Name"/>, where the archive does not say how names are written.</summary>
    public IReadOnlyList<string> OtherNames { get; private init; } = [];

    /// <summary>Its beginning, unpacked: at most 64 KiB; in UTF-8 where it is Unicode, without a mark.</summary>
    public ReadOnlySpan<byte> Head => _head ??= ReadPart(from: 0);

    /// <summary>The same from its middle; empty where all of it is in <see cref="Head"/>.</summary>
    public ReadOnlySpan<byte> Middle => _middle ??= IsLongerThanHead ? ReadPart(MiddleAt) : [];

    /// <summary><see cref="Head"/> as text.</summary>
    public string HeadText => Encoding.UTF8.GetString(Head);

    /// <summary>Whether it was opened to be read, and not only to be recognised.</summary>
    internal bool WasOpened { get; private set; }

    /// <summary>Where it has sheets: then a format chooses one.</summary>
    internal Workbook? Workbook { get; private init; }

    /// <summary>Where it lies, unless in an archive.</summary>
    internal string? DiskPath { get; }

    /// <summary>Where the unpacked length is known, half of it; else a mebibyte.</summary>
    private long MiddleAt => _length is { } length ? Math.Min(length / 2, MiddleAtMax) : 1 << 20;

    private bool IsLongerThanHead => _length is null or > HeadBytes;

    /// <summary>Whether its beginning or its middle holds the bytes.</summary>
    public bool Holds(ReadOnlySpan<byte> mark) => Head.IndexOf(mark) >= 0 || Middle.IndexOf(mark) >= 0;

    /// <summary>
    /// A stream of the unpacked bytes, to be read once from its beginning. Damage, and data that unpack to too much,
    /// end it with an <see cref="InputException"/>.
    /// </summary>
    public Stream Open()
    {
        WasOpened = true;
        return _open();
    }

    /// <summary>Releases what was read to recognise it.</summary>
    /// <returns>How many bytes that were.</returns>
    internal int Forget(bool alsoHead)
    {
        var bytes = _head?.Length ?? 0;
        _middle = null;
        if (alsoHead)
            _head = null;
        return bytes;
    }

    internal static SourceFile OnDisk(string name, string path, UnpackLimits limits, CancellationToken cancellation)
    {
        UnpackBudget? budget = null;
        var furthest = new Furthest();
        return new(name, path, null, Open);

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

    /// <summary>Opens as the table of a sheet.</summary>
    internal static SourceFile OfWorkbook(Workbook workbook, string path) =>
        new(workbook.Name, path, null, () => workbook.Open(CsvFormat.Default)) { Workbook = workbook };

    internal static SourceFile InMemory(string name, byte[] bytes) =>
        new(name, null, bytes.Length, () => new MemoryStream(bytes, writable: false));

    internal static SourceFile InZip(
        ZipArchiveEntry entry, IReadOnlyList<string> names, UnpackBudget budget, CancellationToken cancellation)
    {
        var furthest = new Furthest();
        return new(names[0], null, entry.Length, Open) { OtherNames = [.. names.Skip(1)] };

        Stream Open()
        {
            try
            {
                return new UnpackedStream(entry.Open(), names[0], budget, furthest, cancellation, entry.Crc32);
            }
            catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
            {
                throw UnpackedStream.Damaged(names[0], e);
            }
        }
    }

    /// <param name="name">Its name in the archive.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="head">Its first bytes where they are known.</param>
    /// <param name="open">Opens it at its beginning; the stream ends where the file does.</param>
    internal static SourceFile InTar(string name, long length, byte[]? head, Func<Stream> open) =>
        new(name, null, length, open) { _head = head is null ? null : TextEncodings.HeadInUtf8(head) };

    /// <summary>
    /// What is named like gzip must be, unless it begins as text: browsers unpack list archives while they fetch them,
    /// and keep the name.
    /// </summary>
    private static bool IsGzip(FileStream file, string name)
    {
        Span<byte> head = stackalloc byte[256];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        return head.StartsWith(OtherKinds.Gzip)
            || (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && (head.IsEmpty || head.ContainsAny(NoText)));
    }

    private byte[] ReadPart(long from)
    {
        using var stream = _open();
        var rented = ArrayPool<byte>.Shared.Rent(HeadBytes);
        try
        {
            var part = rented.AsSpan(0, HeadBytes);
            for (long skipped = 0; skipped < from;)
            {
                var read = stream.Read(part[..(int)Math.Min(part.Length, from - skipped)]);
                if (read == 0)
                    return [];
                skipped += read;
            }
            var length = stream.ReadAtLeast(part, part.Length, throwOnEndOfStream: false);
            return TextEncodings.HeadInUtf8(part[..length]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}

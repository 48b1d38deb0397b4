using System.IO.Compression;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>Files known by their first bytes that are not read: each is reported by name, with what to do.</summary>
internal static class OtherKinds
{
    /// <summary>Where in a ZIP archive the name of its first file begins.</summary>
    private const int ZipNameAt = 30;

    private const string Unpack = "unpack it, and import the folder";

    private static readonly (byte[] Begin, string What, string Do)[] Refused =
    [
        ([.. "7z\xBC\xAF\x27\x1C".Select(c => (byte)c)], "a 7z archive", Unpack),
        ([.. "Rar!\x1A\x07"u8], "a RAR archive", Unpack),
        .. "123456789".Select(level => (Encoding.ASCII.GetBytes($"BZh{level}1AY&SY"), "packed by bzip2",
            "unpack it (bunzip2), and import what comes out")),
        ([0xFD, .. "7zXZ\0"u8], "packed by xz", "unpack it (unxz), and import what comes out"),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed by Zstandard", "unpack it (unzstd), and import what comes out"),
        ([0x04, 0x22, 0x4D, 0x18], "packed by LZ4", "unpack it (unlz4), and import what comes out"),
        ([0x1F, 0x9D], "packed by compress", "unpack it (gunzip), and import what comes out"),
        ([.. "MSCF"u8], "a CAB archive", Unpack),
        ([.. "PK\x07\x08"u8], "a part of a ZIP archive in several parts", "join them, and import the whole"),
        ([.. "!BDN"u8], "an Outlook data file (.pst, .ost)",
            "export the mailbox as .eml or mbox, and import those (docs/data.md)"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file or a mail of Outlook (.xls, .doc, .msg)",
            "save tables as CSV, mails as .eml"),
        ([.. "%PDF-"u8], "a PDF document", "import the table that it was made from"),
        ([.. "BEGIN:VCALENDAR"u8], "a calendar (.ics)",
            "export it as CSV, and import that with --channel meeting"),
        ([.. "SQLite format 3\0"u8], "an SQLite database", "export its tables as CSV"),
    ];

    private static readonly string[] ArchiveEndings =
        [".zip", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".tbz", ".xz", ".zst", ".lz4", ".cab"];

    private static readonly string[] WorkbookEndings = [".xlsx", ".xlsm"];

    /// <summary>How the name of the first file begins in Office documents, Open Document, EPUB and Java.</summary>
    private static readonly byte[][] DocumentBegins =
        ["[Content_Types].xml"u8.ToArray(), "_rels/"u8.ToArray(), "docProps/"u8.ToArray(), "mimetype"u8.ToArray(),
            "META-INF/"u8.ToArray()];

    public static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    /// <exception cref="InputException">The file begins as one of these.</exception>
    public static void Refuse(string name, ReadOnlySpan<byte> head)
    {
        foreach (var (begin, what, todo) in Refused)
            if (head.StartsWith(begin))
                throw new InputException($"{name}: it is {what}, which is not read; {todo}.");
    }

    /// <summary>
    /// Whether a file in a folder or archive is an archive itself, or packed: such is not opened. Documents are packed
    /// like archives, and none.
    /// </summary>
    public static bool IsArchive(SourceFile file)
    {
        if (IsNamedArchive(file))
            return true;
        var head = file.Head;
        return (head.StartsWith(Zip) && !IsDocument(head)) || head.StartsWith(Gzip) || TarArchive.Begins(head)
            || IsRefused(head);
    }

    /// <summary>The same by its name alone.</summary>
    public static bool IsNamedArchive(SourceFile file) =>
        ArchiveEndings.Any(ending => file.PlainName.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || (file.DiskPath is null && file.LastName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file is a workbook, which is read where it is given by itself.</summary>
    public static bool IsWorkbook(SourceFile file) =>
        WorkbookEndings.Any(ending => file.LastName.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && file.Head.StartsWith(Zip);

    /// <summary>Whether a gzip file holds a tar archive.</summary>
    public static bool HoldsTar(FileStream file)
    {
        try
        {
            using var bytes = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            Span<byte> block = stackalloc byte[TarArchive.BlockBytes];
            block = block[..bytes.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)];
            return TarArchive.Begins(block);
        }
        catch (InvalidDataException)
        {
            // Whoever reads it reports that it is damaged.
            return false;
        }
    }

    private static bool IsDocument(ReadOnlySpan<byte> head)
    {
        foreach (var begin in DocumentBegins)
            if (head.Length > ZipNameAt && head[ZipNameAt..].StartsWith(begin))
                return true;
        return false;
    }

    private static bool IsRefused(ReadOnlySpan<byte> head)
    {
        foreach (var (begin, what, _) in Refused)
            if (what.Contains("archive", StringComparison.Ordinal) && head.StartsWith(begin))
                return true;
        return false;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace InfluencerMap.Collectors;

/// <summary>An .xlsx workbook, of which one sheet is read as a table.</summary>
/// <remarks>
/// Values are those that were saved with formulas. Nothing is written to disk, no entity of the XML is resolved, and
/// the parts that are read are bounded before they are unpacked.
/// </remarks>
internal sealed class Workbook
{
    /// <summary>What a sheet of a million rows comes to.</summary>
    private const long PartsBytesMax = 1L << 30;

    private const int RatioMax = 250;
    private const long FreeBytes = 64 << 20;
    private const long SharedStringsBytesMax = 256 << 20;
    private const int SheetsShownMax = 20;

    private static readonly OpenXmlConfiguration Reading = new() { EnableSharedStringCache = false };

    private readonly string _path;
    private readonly CancellationToken _cancellation;
    private (Choice Of, byte[] Table, string? Note)? _last;

    private Workbook(string name, string path, CancellationToken cancellation) =>
        (Name, _path, _cancellation) = (name, path, cancellation);

    /// <summary>The name of the file.</summary>
    public string Name { get; }

    /// <summary>Null where the file is not a workbook.</summary>
    /// <exception cref="InputException">It is one of another kind, or too large.</exception>
    public static Workbook? Find(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return null;
        var name = Path.GetFileName(path);
        using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0 });
        Span<byte> head = stackalloc byte[4];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            throw new InputException($"{name}: an old Office file (.xls, .msg), or one with a password, which is not "
                + "read; save the sheet as .xlsx without a password, or as CSV.");
        if (!head.SequenceEqual("PK\x03\x04"u8))
            return null;
        file.Position = 0;
        try
        {
            using var archive = new ZipArchive(file);
            return IsOne(archive, name) ? new(name, path, cancellation) : null;
        }
        catch (InvalidDataException)
        {
            // Whoever opens it as an archive reports that it is damaged.
            return null;
        }
    }

    /// <summary>The wanted sheet as UTF-8 with commas between cells, each row on the line of its number.</summary>
    /// <param name="format">Names the sheet, where one is asked for, and columns.</param>
    /// <param name="report">Receives which sheet was taken, unless null.</param>
    /// <exception cref="InputException">There is no such sheet, it is damaged, or it holds too much.</exception>
    public Stream Open(CsvFormat format, CollectReport? report = null)
    {
        var choice = new Choice(format.Sheet, format.HasHeader, format.Map);
        if (_last?.Of != choice)
            try
            {
                _last = Read(format, choice);
            }
            catch (Exception e) when (e is not (InputException or OperationCanceledException))
            {
                throw new InputException($"{Name}: the workbook is damaged; open it, and save it again as .xlsx.", e);
            }
        if (_last!.Value.Note is { } note)
            report?.Note(note);
        return new MemoryStream(_last.Value.Table, writable: false);
    }

    private static bool IsOne(ZipArchive archive, string name)
    {
        var isWorkbook = false;
        long bytes = 0, shared = 0, packed = 0;
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName is "mimetype" && entry.Length < 100 && ReadAll(entry).Contains("opendocument"))
                throw new InputException($"{name}: an OpenDocument file (.ods), which is not read; save the sheet as "
                    + ".xlsx or as CSV.");
            if (entry.FullName.Equals("xl/workbook.bin", StringComparison.OrdinalIgnoreCase))
                throw new InputException($"{name}: a binary workbook (.xlsb), which is not read; save it as .xlsx.");
            isWorkbook |= entry.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase);
            if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                continue;
            (bytes, packed) = (bytes + entry.Length, packed + entry.CompressedLength);
            if (entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase))
                shared += entry.Length;
        }
        return isWorkbook && (bytes > PartsBytesMax || shared > SharedStringsBytesMax
            || bytes > Math.Max(FreeBytes, packed * RatioMax))
            ? throw new InputException($"{name}: the workbook unpacks to {bytes >> 20:N0} MiB, which is too much; save "
                + "the sheet as CSV.")
            : isWorkbook;
    }

    private static string ReadAll(ZipArchiveEntry entry)
    {
        using var text = new StreamReader(entry.Open());
        return text.ReadToEnd();
    }

    private (Choice, byte[], string?) Read(CsvFormat format, Choice choice)
    {
        var sheets = MiniExcel.GetSheetInformations(_path, Reading);
        var offset = IsFrom1904() ? TimeSpan.FromDays(1462) : TimeSpan.Zero;
        var asked = format.Sheet is { } wanted
            ? [sheets.FindIndex(sheet => sheet.Name.Equals(wanted,
                StringComparison.OrdinalIgnoreCase)) is >= 0 and var at
                ? at
                : int.TryParse(wanted, CultureInfo.InvariantCulture, out var number)
                    && number >= 1 && number <= sheets.Count ? number - 1 : throw NoSheet(sheets)]
            : Enumerable.Range(0, sheets.Count).OrderBy(i => sheets[i].State != SheetState.Visible).ToArray();
        SheetTable? found = null;
        foreach (var index in asked)
        {
            var sheet = SheetTable.Find(index, () => Rows(sheets[index].Name), format);
            if (sheet is not null && (found is null || sheet.IsKnown))
                found = sheet;
            if (found is { IsKnown: true })
                break;
        }
        if (found is null)
            throw new InputException($"{Name}: no sheet has a row of headings with two filled cells or more, all of "
                + "them text.");
        var note = sheets.Count > 1
            ? $"{Name}: sheet {found.Index + 1} of {sheets.Count} is read, with headings in row {found.HeadingRow}"
                + (format.Sheet is null ? " (--sheet NAME takes another)." : ".")
            : found.HeadingRow > 1 ? $"{Name}: the headings are in row {found.HeadingRow}." : null;
        return (choice, found.ToCsv(offset, Name, _cancellation), note);
    }

    private InputException NoSheet(List<SheetInfo> sheets) => new(
        $"{Name}: no sheet of that name; there are {string.Join(", ", sheets.Take(SheetsShownMax).Select(s => s.Name))}"
        + (sheets.Count > SheetsShownMax ? $" and {sheets.Count - SheetsShownMax:N0} more." : "."));

    private IEnumerable<IDictionary<string, object?>> Rows(string sheet) =>
        MiniExcel.Query(_path, useHeaderRow: false, sheet, ExcelType.XLSX, "A1", Reading)
            .Cast<IDictionary<string, object?>>();

    /// <summary>Excel on early Macs counted days from 1904 on, and its workbooks say so.</summary>
    private bool IsFrom1904()
    {
        using var archive = ZipFile.OpenRead(_path);
        var entry = archive.Entries.First(part => part.FullName.Equals("xl/workbook.xml",
            StringComparison.OrdinalIgnoreCase));
        using var xml = XmlReader.Create(entry.Open(), new() { DtdProcessing = DtdProcessing.Prohibit,
            CloseInput = true });
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                return xml.GetAttribute("date1904") is "1" or "true";
        return false;
    }

    /// <summary>What decides which table a workbook gives.</summary>
    private sealed record Choice(string? Sheet, bool HasHeader, ColumnMap Map);
}

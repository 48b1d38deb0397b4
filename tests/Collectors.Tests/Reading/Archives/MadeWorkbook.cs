using System.IO.Compression;
using System.Security;
using System.Text;

namespace InfluencerMap.Tests.Reading;

/// <summary>A made .xlsx workbook, part by part, so that a test can also make one that no program would
/// write.</summary>
internal sealed class MadeWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private readonly List<(string Name, bool IsHidden, string Xml)> _sheets = [];

    public bool IsFrom1904 { get; init; }

    public string Prologue { get; init; } = "";

    /// <summary>Cells of the first sheet that are merged into one, such as <c>A1:G1</c> for a title.</summary>
    public string? Merged { get; init; }

    /// <summary>A cell of a number that is shown as a day.</summary>
    public static string Day(string cell, string number) => $"<c r=\"{cell}\" s=\"1\"><v>{number}</v></c>";

    /// <summary>A cell of a formula with the value that was saved with it.</summary>
    public static string Formula(string cell, string saved) =>
        $"<c r=\"{cell}\" t=\"str\"><f>A1&amp;B1</f><v>{saved}</v></c>";

    public static string Number(string cell, string number) => $"<c r=\"{cell}\"><v>{number}</v></c>";

    public static string Text(string cell, string text) =>
        $"<c r=\"{cell}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    /// <summary>Adds a sheet of texts, row by row; a row may be cells of XML instead.</summary>
    public MadeWorkbook Sheet(string name, params object[] rows)
    {
        var xml = new StringBuilder();
        foreach (var (index, row) in rows.Index())
            xml.Append($"<row r=\"{index + 1}\">").Append(row as string ?? string.Concat(((string[])row)
                .Index().Where(cell => cell.Item.Length > 0)
                .Select(cell => Text($"{(char)('A' + cell.Index)}{index + 1}", cell.Item)))).Append("</row>");
        _sheets.Add((name, false, xml.ToString()));
        return this;
    }

    public MadeWorkbook Hide()
    {
        _sheets[^1] = _sheets[^1] with { IsHidden = true };
        return this;
    }

    public byte[] ToBytes(params (string Name, string Text)[] others)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in others)
                Put(zip, name, text);
            Put(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">"
                + (IsFrom1904 ? "<workbookPr date1904=\"1\"/>" : "") + "<sheets>"
                    + string.Concat(_sheets.Index().Select(
                    sheet => $"<sheet name=\"{sheet.Item.Name}\" sheetId=\"{sheet.Index + 1}\" "
                        + (sheet.Item.IsHidden ? "state=\"hidden\" " : "") + $"r:id=\"r{sheet.Index}\"/>"))
                + "</sheets></workbook>");
            Put(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">"
                + $"<Relationship Id=\"s\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>"
                + string.Concat(_sheets.Index().Select(sheet => $"<Relationship Id=\"r{sheet.Index}\" "
                    + $"Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{sheet.Index}.xml\"/>"))
                + "</Relationships>");
            Put(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"164\" "
                + "formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"
                + "</styleSheet>");
            foreach (var (index, sheet) in _sheets.Index())
                Put(zip, $"xl/worksheets/sheet{index}.xml",
                    $"{Prologue}<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Xml}</sheetData>"
                    + (index == 0 && Merged is not null
                        ? $"<mergeCells count=\"1\"><mergeCell ref=\"{Merged}\"/></mergeCells>" : "")
                    + "</worksheet>");
        }
        return bytes.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}

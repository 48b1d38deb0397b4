using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Reading;

/// <summary>Workbooks as offices keep them: which sheet, which row, which values, and what is refused.</summary>
public sealed class WorkbookTests : IDisposable
{
    private static readonly string[] Heading = ["Matricola", "Cognome", "Nome", "Responsabile", "Data assunzione"];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task People_of_a_sheet_below_its_title_are_read()
    {
        var path = Write(new MadeWorkbook().Sheet(
            "Personale", (string[])["Elenco del personale al 30/11/2026"], "", Heading,
            MadeWorkbook.Number("A4", "1001") + MadeWorkbook.Text("B4", "Però") + MadeWorkbook.Text("C4", "Ada")
                + MadeWorkbook.Day("E4", "43496"),
            MadeWorkbook.Number("A5", "1002") + MadeWorkbook.Formula("B5", "Esempio") + MadeWorkbook.Text("C5", "Ugo")
                + MadeWorkbook.Text("D5", "Ada Pero") + MadeWorkbook.Text("E5", "31/01/2019")));
        var read = await Scratch.PeopleAsync(path);
        Assert.Equal(
            [("1001", "Però Ada", null), ("1002", "Esempio Ugo", "1001")],
            read.Entries.Select(entry => (entry.SourceId, entry.Name, entry.ManagerSourceId)));
        Assert.All(read.Entries, entry => Assert.Equal(new DateOnly(2019, 1, 31), entry.Start));
        Assert.Contains("people.xlsx: the headings are in row 3.", read.Report.Notes);
    }

    [Fact]
    public async Task The_first_sheet_with_known_headings_is_taken_and_another_by_name_or_number()
    {
        var path = Write(new MadeWorkbook()
            .Sheet("Istruzioni", (string[])["Come si compila"], (string[])["Una riga per persona"])
            .Sheet("Versioni", (string[])["Versione", "Autore"], (string[])["2", "x"])
            .Sheet("Vecchi", (string[])["id", "name"], (string[])["0", "Old"]).Hide()
            .Sheet("Attivi", (string[])["id", "name"], (string[])["1", "Ada"])
            .Sheet("Usciti", (string[])["id", "name"], (string[])["2", "Ugo"]));
        Assert.Equal("Ada", await NameAsync(null));
        Assert.Equal("Ugo", await NameAsync("usciti"));
        Assert.Equal("Ugo", await NameAsync("5"));
        Assert.Equal(
            "people.xlsx: no sheet of that name; there are Istruzioni, Versioni, Vecchi, Attivi, Usciti.",
            await Scratch.PeopleRefusalAsync(path, new() { Sheet = "Personale" }));

        async Task<string?> NameAsync(string? sheet) =>
            Assert.Single((await Scratch.PeopleAsync(path, new() { Sheet = sheet })).Entries).Name;
    }

    [Fact]
    public async Task Bad_rows_are_told_by_the_row_of_the_sheet()
    {
        var path = Write(new MadeWorkbook().Sheet(
            "P", (string[])["Titolo"], "", (string[])["id", "name", "level"], (string[])["1", "two\nlines"], "",
            (string[])["2", "Ugo", "high"]));
        Assert.StartsWith("people.xlsx, line 6, column 3 (level): ", await Scratch.PeopleRefusalAsync(path));
    }

    [Fact]
    public async Task Columns_without_a_name_count_only_where_a_row_fills_them()
    {
        object[] rows = [(string[])["id", "name"], MadeWorkbook.Text("A2", "1") + MadeWorkbook.Text("B2", "Ada")
            + "<c r=\"D2\" s=\"1\"/>"];
        Assert.Single((await Scratch.PeopleAsync(Write(new MadeWorkbook().Sheet("P", rows)))).Entries);
        var filled = Write(new MadeWorkbook().Sheet("P", [.. rows, MadeWorkbook.Text("A3", "2")
            + MadeWorkbook.Text("D3", "x")]));
        Assert.Contains("columns not known: 4.", await Scratch.PeopleRefusalAsync(filled));
    }

    [Fact]
    public async Task Interactions_are_read_with_times_and_lists_that_hold_other_delimiters()
    {
        var path = Write(new MadeWorkbook().Sheet(
            "Mail", (string[])["from", "to", "at"],
            MadeWorkbook.Text("A2", "a@made.example") + MadeWorkbook.Text("B2", "b@made.example;c@made.example")
                + MadeWorkbook.Day("C2", "46328.4166666667"),
            (string[])["b@made.example", "a@made.example", "2026-11-02T10:00:00Z"]));
        var read = await Scratch.CollectAsync(path);
        Assert.Equal(
            ["2026-11-02 10:00:00Z a@made.example>b@made.example", "2026-11-02 10:00:00Z a@made.example>c@made.example",
                "2026-11-02 10:00:00Z b@made.example>a@made.example"],
            read.Events());
    }

    [Fact]
    public async Task Days_of_a_workbook_that_counts_from_1904_are_moved()
    {
        var path = Write(new MadeWorkbook { IsFrom1904 = true }.Sheet(
            "P", (string[])["id", "start"], MadeWorkbook.Text("A2", "1") + MadeWorkbook.Day("B2", "42034")));
        Assert.Equal(new DateOnly(2019, 1, 31), (await Scratch.PeopleAsync(path)).Entries[0].Start);
    }

    [Fact]
    public async Task Numbers_are_written_as_ids_are_and_never_in_powers_of_ten()
    {
        var path = Write(new MadeWorkbook().Sheet(
            "P", (string[])["id", "level"], MadeWorkbook.Number("A2", "1.2345678901E+10") + MadeWorkbook.Number("B2",
                "3")));
        var entry = Assert.Single((await Scratch.PeopleAsync(path)).Entries);
        Assert.Equal(("12345678901", 3), (entry.SourceId, entry.Level));
    }

    [Fact]
    public async Task A_number_that_is_no_date_by_its_format_is_refused_as_such()
    {
        var path = Write(new MadeWorkbook().Sheet(
            "P", (string[])["id", "start"], MadeWorkbook.Text("A2", "1") + MadeWorkbook.Number("B2", "43496")));
        Assert.Contains("a mere number, as Excel counts days, is none", await Scratch.PeopleRefusalAsync(path));
    }

    [Fact]
    public async Task Entities_are_not_resolved()
    {
        var secret = _scratch.Write("secret.txt", "canary");
        var path = Write(new MadeWorkbook
        {
            Prologue = $"<!DOCTYPE w [<!ENTITY e SYSTEM \"file://{secret}\">]>",
        }.Sheet("P", (string[])["id", "name"], "<c r=\"A2\" t=\"inlineStr\"><is><t>&e;</t></is></c>"));
        Assert.Equal(
            "people.xlsx: the workbook is damaged; open it, and save it again as .xlsx.",
            await Scratch.PeopleRefusalAsync(path));
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_far_more_than_it_is_is_refused_unopened()
    {
        var path = Write(new MadeWorkbook().Sheet("P", (string[])["id", "name"],
            MadeWorkbook.Text("A2", new string('x', 80 << 20))));
        Assert.Contains("which is too much; save the sheet as CSV", await Scratch.PeopleRefusalAsync(path));
    }

    [Theory]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument file (.ods)")]
    [InlineData("xl/workbook.bin", "x", "a binary workbook (.xlsb)")]
    public async Task Other_workbooks_are_refused_by_name_with_what_to_do(string part, string text, string what)
    {
        var message = await Scratch.PeopleRefusalAsync(Write(new MadeWorkbook(), (part, text)));
        Assert.Contains(what, message);
        Assert.Contains("save ", message);
    }

    [Fact]
    public async Task An_old_workbook_or_one_with_a_password_is_refused_with_what_to_do() => Assert.Equal(
        "old.xls: an old Office file (.xls, .msg), or one with a password, which is not read; save the sheet as .xlsx "
        + "without a password, or as CSV.",
        await Scratch.PeopleRefusalAsync(_scratch.Write("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])));

    [Fact]
    public async Task Damaged_workbooks_are_read_or_refused_with_one_line()
    {
        var whole = new MadeWorkbook().Sheet("P", Heading, (string[])["1", "Esempio", "Ada", "",
            "31/01/2019"]).ToBytes();
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var i = 0; i < 4; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                _ = await Scratch.PeopleAsync(_scratch.Write("people.xlsx", bytes));
            }
            catch (InputException e)
            {
                Assert.DoesNotContain('\n', e.Message);
                Assert.InRange(e.Message.Length, 10, 600);
            }
        }
    }

    [Fact]
    public async Task A_sheet_without_headings_is_told() => Assert.StartsWith(
        "people.xlsx: no sheet has a row of headings",
        await Scratch.PeopleRefusalAsync(Write(new MadeWorkbook().Sheet("P", MadeWorkbook.Number("A1", "1")))));

    private string Write(MadeWorkbook made, params (string Name, string Text)[] others) =>
        _scratch.Write("people.xlsx", made.ToBytes(others));
}

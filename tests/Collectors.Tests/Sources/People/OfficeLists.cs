using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Tests.Reading;

namespace InfluencerMap.Tests.Sources;

/// <summary>Staff lists as small offices keep them: people without an address, totals, notes, second names.</summary>
public sealed class OfficeLists : IDisposable
{
    private const string Heading = "Cognome;Nome;E-mail;Responsabile;Reparto;Data di assunzione";

    private static readonly string[] Staff =
    [
        "Esempio;Ada;ada@made.example;;Direzione;12/01/2004",
        "Di Prova;Nicolò Maria;nicolo@made.example;Esempio Ada;Produzione;31/03/2014",
        "Città;Zoe;zoe@made.example;Nicolò Di Prova;Produzione;01/09/2020",
    ];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Who_has_no_address_is_known_by_name_and_told_by_row()
    {
        var read = await ReadAsync([.. Staff, "Calco;Ivo;;Ada Esempio;Magazzino;15/07/2019"]);

        var ivo = read.Entries[^1];
        Assert.Equal(("calco ivo", "Calco Ivo", "ada@made.example"), (ivo.SourceId, ivo.Name, ivo.ManagerSourceId));
        Assert.Equal(4, read.Report.RowsGiven);
        Assert.Contains(
            read.Report.Notes, note => note.StartsWith("Without an e-mail address the name stands in: row 5."));
    }

    [Fact]
    public async Task Two_without_an_address_who_have_one_name_are_not_taken_for_one()
    {
        var message = await Scratch.PeopleRefusalAsync(
            Write([.. Staff, "Calco;Ivo;;;Magazzino;", "Calco;Ivo;;;Vendite;"]));
        Assert.StartsWith("people.csv, line 6, column 1 (name): expected an id that no other row gives", message);
    }

    [Theory]
    [InlineData("Totale;6;;;;")]
    [InlineData("TOTALE DIPENDENTI: 3;;;;;")]
    [InlineData("Totali;;;;3;")]
    [InlineData(";;;;Totale dipendenti:;3")]
    [InlineData(";;;Tot.;3;")]
    [InlineData("Total;3;;;;")]
    [InlineData("Subtotale;3;;;Produzione;")]
    public async Task Rows_of_totals_are_nobody_and_counted(string total)
    {
        var read = await ReadAsync([.. Staff, total]);
        Assert.Equal((3, 4L), (read.Entries.Count, read.Report.RowsRead));
        Assert.Equal(1, read.Report.RowsSetAside["rows of totals"]);
    }

    [Fact]
    public async Task A_total_beside_ids_is_nobody_either_and_a_department_may_have_such_a_name()
    {
        var read = await Scratch.PeopleAsync(_scratch.Write("people.csv",
            "Matricola;Nominativo;Reparto\n1;Ada;Total Quality\n2;Ugo;Totale Qualità\nTotale;2;\n"));
        Assert.Equal(["1", "2"], read.Entries.Select(entry => entry.SourceId));
    }

    [Fact]
    public async Task A_text_alone_at_the_end_is_nobody_and_told_by_row()
    {
        var read = await ReadAsync([.. Staff, "Aggiornato al 31/10/2026;;;;;"]);
        Assert.Equal(3, read.Entries.Count);
        Assert.Contains(
            read.Report.Notes, note => note.StartsWith("Set aside, because one text stands there alone: row 5."));
    }

    [Theory]
    [InlineData("Nicolò Di Prova")]
    [InlineData("DI PROVA NICOLO'")]
    [InlineData("Di Prova Nicolo\u0300")]
    [InlineData("Nicolò Maria Antonio Di Prova")]
    [InlineData("Dott. Nicolò Di Prova")]
    public async Task A_manager_whose_second_name_is_left_out_or_added_is_found_and_told_by_row(string manager)
    {
        var read = await ReadAsync([.. Staff[..2], $"Città;Zoe;zoe@made.example;{manager};Produzione;"]);
        Assert.Equal("nicolo@made.example", read.Entries[2].ManagerSourceId);
        Assert.Contains(
            "Found by a part of their name, which nobody else has, are the managers of row 4.", read.Report.Notes);
    }

    [Theory]
    [InlineData("Prova Di", true)]
    [InlineData("Di Prova", true)]
    [InlineData("Nicolò", false)]
    [InlineData("Prova Ugo", false)]
    public async Task A_part_that_several_people_have_or_one_word_alone_names_nobody(string manager, bool isAmbiguous)
    {
        var read = await ReadAsync(
            [.. Staff[..2], "Di Prova;Eva;eva@made.example;;;", $"Città;Zoe;zoe@made.example;{manager};Produzione;"]);
        Assert.Equal(isAmbiguous, Assert.Single(read.Managers.Unfound).IsAmbiguous);
    }

    [Theory]
    [InlineData(1252)]
    [InlineData(65001)]
    public async Task A_list_that_excel_saved_with_semicolons_is_read(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = string.Join("\r\n", [Heading, .. Staff, ";;;;;", ""]);
        var read = await Scratch.PeopleAsync(
            _scratch.Write("people.csv", [.. Encoding.GetEncoding(codePage).GetBytes(text)]));
        AssertStaff(read);
    }

    [Fact]
    public async Task Accents_that_a_mac_writes_apart_are_the_same_names()
    {
        var list = Staff.Select(row => row.Normalize(NormalizationForm.FormD)).ToArray();
        list[2] = list[2].Normalize(NormalizationForm.FormC);
        var read = await ReadAsync(list);
        Assert.Equal("nicolo@made.example", read.Entries[2].ManagerSourceId);
    }

    [Fact]
    public async Task A_workbook_with_blank_rows_a_merged_title_days_as_text_and_a_total_is_read()
    {
        object[] rows =
        [
            "", "", (string[])["Officina – Elenco del personale"], "", Heading.Split(';'),
            .. Staff.Select((row, index) => (object)(index > 0 ? row.Split(';')
                : string.Concat(row.Split(';')[..5].Select((cell, column) => cell.Length == 0 ? ""
                    : MadeWorkbook.Text($"{(char)('A' + column)}6", cell))) + MadeWorkbook.Day("F6", "37998"))),
            "", (string[])["Totale", "3"],
        ];
        var path = _scratch.Write(
            "people.xlsx", new MadeWorkbook { Merged = "A3:F3" }.Sheet("Personale", rows).ToBytes());
        var read = await Scratch.PeopleAsync(path);
        AssertStaff(read);
        Assert.Contains("people.xlsx: the headings are in row 5.", read.Report.Notes);
    }

    private static void AssertStaff(PeopleRead read)
    {
        Assert.Equal(
            [
                ("ada@made.example", "Esempio Ada", null),
                ("nicolo@made.example", "Di Prova Nicolò Maria", "ada@made.example"),
                ("zoe@made.example", "Città Zoe", "nicolo@made.example"),
            ],
            read.Entries.Select(entry => (entry.SourceId, entry.Name, entry.ManagerSourceId)));
        Assert.Equal(new DateOnly(2004, 1, 12), read.Entries[0].Start);
        Assert.Equal(new DateOnly(2020, 9, 1), read.Entries[2].Start);
    }

    private Task<PeopleRead> ReadAsync(string[] rows) => Scratch.PeopleAsync(Write(rows));

    private string Write(string[] rows) => _scratch.Write("people.csv", string.Join('\n', [Heading, .. rows, ""]));
}

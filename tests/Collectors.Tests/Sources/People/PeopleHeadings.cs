using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Sources;

/// <summary>Columns as companies name them, in Italian and English, and what is said where they cannot be
/// told.</summary>
public sealed class PeopleHeadings : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("Matricola;Cognome;Nome;Indirizzo e-mail;Responsabile;Reparto;Sede;Mansione;Livello;Data assunzione;"
        + "Data cessazione")]
    [InlineData("CODICE DIPENDENTE;COGNOME;NOME;POSTA ELETTRONICA;CAPO;UFFICIO;SEDE;RUOLO;LIVELLO;DATA DI ASSUNZIONE;"
        + "DATA DI CESSAZIONE")]
    [InlineData("N. Matricola;cognome;nome;E-Mail aziendale;Riporta a;Unita' organizzativa;Sede di lavoro;"
        + "Famiglia professionale;livello;Data assunzione (gg/mm/aaaa);Data cessazione")]
    [InlineData("Matricola;Cognome;Nome;E-mail aziendale;Resp. diretto;Reparto;Sede di lavoro;Mansione;Livello;"
        + "Data Assunzione;Data Cessazione")]
    [InlineData("Employee ID;Last Name;First Name;E-mail;Reports To;Department;Location;Job Family;Level;Start Date;"
        + "Leave Date")]
    [InlineData("employee_no;surname;given_name;work_email;manager_id;Org Unit;Site;job-title;job level;hire_date;"
        + "termination_date")]
    public async Task Headings_in_two_languages_are_known_without_a_map(string heading)
    {
        var entries = await EntriesAsync(
            heading,
            "1;Esempio;Ada;ada@made.example;;Direzione;Como;Dirigenti;1;2015-03-01;",
            "2;Esempio;Ugo;ugo@made.example;1;Vendite;Como;Impiegati;4;2019-05-01;2026-01-31");
        Assert.Equal(("2", "Esempio Ugo", "1", "Vendite", "Como", "Impiegati", 4), (
            entries[1].SourceId, entries[1].Name, entries[1].ManagerSourceId, entries[1].Department, entries[1].Site,
            entries[1].JobFamily, entries[1].Level));
        Assert.Equal(["ugo@made.example"], entries[1].Handles);
        Assert.Equal((new(2019, 5, 1), new DateOnly(2026, 1, 31)), (entries[1].Start, entries[1].Leave));
    }

    [Theory]
    [InlineData("id,Nominativo", "1,Ada Esempio", "Ada Esempio")]
    [InlineData("id,Nome", "1,Ada", "Ada")]
    [InlineData("id,Nome,Cognome", "1,Ada,Esempio", "Ada Esempio")]
    [InlineData("id,Cognome,Nome", "1,Esempio,", "Esempio")]
    [InlineData("id,Name,Surname", "1,Ada,Example", "Ada Example")]
    [InlineData("id,displayName,givenName,surname", "1,Ada Example,Ada,Example", "Ada Example")]
    public async Task Names_are_whole_or_joined_from_their_parts_in_the_order_of_the_file(
        string heading, string row, string name) =>
        Assert.Equal(name, (await EntriesAsync(heading, row))[0].Name);

    [Fact]
    public async Task Columns_are_joined_where_the_map_says_so()
    {
        var path = Write("No;Family;Called", "1;Example;Ada", "2;;Ben");
        var read = await Scratch.PeopleAsync(
            path, new() { Map = ColumnMap.Parse("id=No,name=Called+Family") });
        Assert.Equal(["Ada Example", "Ben"], read.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public async Task A_column_with_a_plus_in_its_name_is_one_column()
    {
        var path = Write("id;A+B;A;B", "1;whole;x;y");
        var read = await Scratch.PeopleAsync(
            path, new() { Map = ColumnMap.Parse("name=A+B"), Ignore = ["A", "B"] });
        Assert.Equal("whole", read.Entries[0].Name);
    }

    [Fact]
    public async Task The_address_stands_in_where_no_column_holds_ids()
    {
        var read = await Scratch.PeopleAsync(Write(
            "Nome;E-mail;Responsabile", "Ada;Ada@Made.example;", "Ugo;ugo@made.example;ADA@made.example"));
        Assert.Equal(["ada@made.example", "ugo@made.example"], read.Entries.Select(entry => entry.SourceId));
        Assert.Equal("ada@made.example", read.Entries[1].ManagerSourceId);
        Assert.Empty(read.Entries[1].Handles);
        Assert.Contains("No column of ids", Assert.Single(read.Report.Notes));
    }

    [Fact]
    public async Task Two_columns_that_stand_for_one_key_are_named_with_what_to_say() => Assert.Equal(
        "people.csv: columns E-mail and Posta elettronica both stand for email: say which "
        + "(--map email=E-mail --ignore \"Posta elettronica\").",
        await RefusalAsync("id;E-mail;Posta elettronica", "1;a@made.example;b@made.example"));

    [Fact]
    public async Task All_that_is_wrong_with_the_columns_is_said_at_once()
    {
        var path = Write("Cognome;Stipendio;Religione;Ufficio;Reparto;", "x;y;z;u;r;n");
        var message = await Scratch.PeopleRefusalAsync(path, new()
        {
            Map = ColumnMap.Parse("mail=Cognome,site=Citta"),
            Ignore = ["Note"],
        });
        foreach (var part in (string[])
        [
            "'mail', which is not a key", "no column 'Citta'", "no column 'Note'", "no column for id",
            "columns Ufficio and Reparto both stand for department", "columns not known: Stipendio, Religione, 6",
            "--ignore Note,Stipendio,Religione,6", "the columns are Cognome",
        ])
            Assert.Contains(part, message);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("id;name;;", "1;Ada;;")]
    [InlineData("id,name,", "1,Ada,")]
    [InlineData(";id;name", ";1;Ada")]
    public async Task A_column_without_a_name_and_without_a_filled_cell_is_nothing(string heading, string row) =>
        Assert.Equal("Ada", (await EntriesAsync(heading, row))[0].Name);

    [Fact]
    public async Task A_column_without_a_name_that_holds_something_is_refused() => Assert.StartsWith(
        "people.csv: columns not known: 3. To leave them unread: influencermap import people people.csv --ignore 3.",
        await RefusalAsync("id;name;", "1;Ada;", "2;Ugo;something"));

    [Fact]
    public async Task Columns_to_be_ignored_are_not_taken_for_a_key_either()
    {
        var read = await Scratch.PeopleAsync(
            Write("id;E-mail;Posta elettronica;Reparto", "1;a@made.example;b@made.example;Vendite"),
            new() { Ignore = ["e-mail", "Reparto"] });
        Assert.Equal(["b@made.example"], read.Entries[0].Handles);
        Assert.Null(read.Entries[0].Department);
    }

    [Fact]
    public async Task Empty_rows_are_set_aside_and_counted()
    {
        var report = (await Scratch.PeopleAsync(Write("id;name;", "1;Ada;", ";;", "2;Ugo;", ";;"))).Report;
        Assert.Equal((4, 2, 0), (report.RowsRead, report.RowsGiven, report.RowsUnreadable));
        Assert.Equal(2, report.RowsSetAside["empty rows"]);
    }

    private async Task<IReadOnlyList<DirectoryEntry>> EntriesAsync(params string[] lines) =>
        (await Scratch.PeopleAsync(Write(lines))).Entries;

    private Task<string> RefusalAsync(params string[] lines) => Scratch.PeopleRefusalAsync(Write(lines));

    private string Write(params string[] lines) => _scratch.Write("people.csv", string.Join('\n', lines));
}

using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Reading;

/// <summary>What stands around a table and its columns when a program of an office has written it.</summary>
public sealed class TableEdges : IDisposable
{
    private const string Pair = "a@x.example>b@x.example";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("sep=;\r\nfrom;to;at\r\na@x.example;b@x.example;2026-11-02\r\n")]
    [InlineData("\uFEFFsep=;\nfrom;to;at\na@x.example;b@x.example;2026-11-02\n")]
    [InlineData("\"sep=;\"\nfrom;to;at\na@x.example;b@x.example;2026-11-02\n")]
    [InlineData("sep=\t\nfrom\tto\tat\na@x.example\tb@x.example\t2026-11-02\n")]
    public async Task The_line_of_delimiters_of_Excel_is_no_header(string text)
    {
        Assert.Equal([Pair], (await ReadAsync(text)).Pairs());
        var refusal = await Scratch.RefusalAsync(_scratch.Write("b.csv", text.Replace("2026-11-02", "soon")));
        Assert.StartsWith("b.csv, line 3, column 3 (at)", refusal);
    }

    [Theory]
    [InlineData("Posta del mese\nfrom;to;at\na@x.example;b@x.example;2026-11-02\n")]
    [InlineData("Posta del mese;;\n\nDal 1 novembre;;\nfrom;to;at\na@x.example;b@x.example;2026-11-02\n")]
    [InlineData("\"Mail of November, all offices\"\n\nfrom,to,at\na@x.example,b@x.example,2026-11-02\n")]
    [InlineData("Estratto il;02/11/2026\n\nMittente;Destinatario;Data\na@x.example;b@x.example;2026-11-02\n")]
    public async Task Titles_before_the_header_are_passed_over_and_told(string text)
    {
        var read = await ReadAsync(text);
        Assert.Equal([Pair], read.Pairs());
        Assert.Contains("lines before the header were passed over", Assert.Single(read.Report.Notes));
    }

    [Fact]
    public async Task Rows_that_look_like_a_header_are_rows_where_the_first_line_is_one()
    {
        var read = await ReadAsync("from;to;at\na@x.example;b@x.example;2026-11-02\nfrom;to;at\n");
        Assert.Equal([Pair], read.Pairs());
        Assert.Empty(read.Report.Notes);
    }

    [Theory]
    [InlineData("from;to;at;;\na@x.example;b@x.example;2026-11-02;;\n")]
    [InlineData("from;to;at\na@x.example;b@x.example;2026-11-02;;\n")]
    [InlineData("from;to;at;;\na@x.example;b@x.example;2026-11-02\n")]
    public async Task Delimiters_at_the_ends_of_lines_are_no_columns(string text) =>
        Assert.Equal([Pair], (await ReadAsync(text)).Pairs());

    [Fact]
    public async Task A_cell_in_a_column_without_a_name_is_never_taken_in_by_accident()
    {
        var people = _scratch.Write("p.csv", "id;name;;\nE1;Ada;;\n");
        Assert.Single((await Scratch.PeopleAsync(people)).Entries);
        people = _scratch.Write("p.csv", "id;name;;\nE1;Ada;;\nE2;Ben;ill;\n");
        Assert.Contains("columns not known: 3.", await Scratch.PeopleRefusalAsync(people));
    }

    [Theory]
    [InlineData("Mittente;Destinatari;Data e ora\n")]
    [InlineData("Da;A;Data\n")]
    [InlineData("MITTENTE;Destinatario/i;Data invio\n")]
    [InlineData("Sender;Recipient;Date\n")]
    [InlineData("From (address);To (address);Date Sent\n")]
    [InlineData("From;To;Timestamp\n")]
    [InlineData("Organizzatore;Partecipanti;Inizio\n")]
    public async Task Headings_in_Italian_and_English_need_no_map(string header) =>
        Assert.Equal([Pair], (await ReadAsync(header + "a@x.example;b@x.example;2026-11-02\n")).Pairs());

    [Theory]
    [InlineData("Oggetto;Data inizio;Ora inizio;Organizzatore riunione;Partecipanti necessari\nx;2026-11-02;9:30:00;")]
    [InlineData("Subject;Date;Time;Meeting Organizer;Required Attendees\nx;2026-11-02;9:30:00;")]
    [InlineData("Oggetto;Data inizio;Ora inizio;Organizzatore;Partecipanti\nx;2026-11-02;9:30:00;")]
    public async Task Rows_with_an_organiser_are_meetings_and_that_is_told(string begin)
    {
        var read = await ReadAsync(begin + "a@x.example;b@x.example\n");
        Assert.Equal([Pair], read.Pairs());
        Assert.Equal(Channel.Meeting, Assert.Single(read.Interactions).Channel);
        Assert.Contains("Rows are read as meetings: a column names who organised them.", read.Report.Notes);
    }

    [Fact]
    public async Task Channels_minutes_and_copies_are_known_in_Italian_too()
    {
        var read = await ReadAsync("Mittente;Destinatari;Cc;Data;Canale;Durata (minuti)\n"
            + "a@x.example;b@x.example;c@x.example;13/11/2026;Riunione;30\n");
        Assert.Equal([Pair, "a@x.example>c@x.example"], read.Pairs());
        Assert.All(read.Interactions, i => Assert.Equal((Channel.Meeting, 30), (i.Channel, i.Minutes)));
    }

    [Fact]
    public async Task Two_columns_for_one_key_are_refused_with_both_names()
    {
        var path = _scratch.Write("a.csv", "Mittente;Destinatario;Data;Date\na;b;2026-11-02;2026-11-03\n");
        Assert.Contains("columns Data and Date both stand for at", await Scratch.RefusalAsync(path));
        var read = await Scratch.CollectAsync(path, new() { Map = ColumnMap.Parse("at=Date") });
        Assert.Equal(3, read.First!.Value.Day);
    }

    [Fact]
    public async Task A_column_named_like_the_key_goes_before_a_heading_and_the_map_before_both()
    {
        var text = "from,Mittente,to,at,Date\na@x.example,z@x.example,b@x.example,2026-11-02,2026-12-02\n";
        var read = await ReadAsync(text);
        Assert.Equal([Pair], read.Pairs());
        Assert.Equal(11, read.First!.Value.Month);
        read = await Scratch.CollectAsync(
            _scratch.Write("a.csv", text), new() { Map = ColumnMap.Parse("from=Mittente") });
        Assert.Equal(["z@x.example>b@x.example"], read.Pairs());
    }

    [Fact]
    public async Task All_columns_that_are_missing_are_told_at_once() => Assert.Equal(
        "a.csv: no column for from, to, at; map some of x, y (--map from=COLUMN,to=COLUMN,at=COLUMN).",
        await Scratch.RefusalAsync(_scratch.Write("a.csv", "x,y\n1,2\n")));

    private Task<Collected> ReadAsync(string text) => Scratch.CollectAsync(_scratch.Write("a.csv", text));
}

using System.Globalization;
using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Sources;

public sealed class People : IDisposable
{
    private static readonly string Header = string.Join(',', PeopleCsv.Keys);

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Every_column_is_taken_from_a_file_with_our_names()
    {
        var entry = Assert.Single((await ReadAsync(
            "id,name,email,aliases,kind,manager,department,site,jobFamily,level,start,leave,absentFrom,absentTo,"
            + "fte,workingDays",
            "E7,Ada Example,Ada@X.example,ada.e@x.example; AE ,person,E1,Sales,Berlin,Trade,3,2020-01-31,2024-02-29,"
            + "2023-05-01,2023-09-01,60 %,mon tue")).Entries);
        Assert.Equal(("e7", "E7"), (entry.SourceId, entry.Spelling));
        Assert.Equal(PersonKey.Derive(Scratch.CustomerKey, "e7"), entry.Key);
        Assert.Equal(AccountKind.Person, entry.Kind);
        Assert.Equal("e1", entry.ManagerSourceId);
        Assert.Equal(["ada@x.example", "ada.e@x.example", "ae"], entry.Handles);
        Assert.Equal(("Ada Example", "Sales", "Berlin", "Trade", 3),
            (entry.Name, entry.Department, entry.Site, entry.JobFamily, entry.Level));
        Assert.Equal(["2020-01-31", "2024-02-29", "2023-05-01", "2023-09-01"],
            new[] { entry.Start, entry.Leave, entry.AbsentFrom, entry.AbsentTo }.Select(
                d => d!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal((0.6, Weekdays.Monday | Weekdays.Tuesday), (entry.Fte, entry.WorkingDays));
    }

    [Fact]
    public async Task Empty_cells_and_absent_columns_state_nothing()
    {
        foreach (var lines in (string[][])[[Header, "1,,,,,,,,,,,,,,,"], ["id", "1"]])
        {
            var entry = Assert.Single((await ReadAsync(lines)).Entries);
            Assert.Equal(
                new DirectoryEntry { SourceId = "1", Spelling = "1", Key = entry.Key, Handles = entry.Handles },
                entry);
            Assert.Empty(entry.Handles);
        }
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("Person", AccountKind.Person)]
    [InlineData("shared", AccountKind.Shared)]
    [InlineData("room", AccountKind.Room)]
    [InlineData("bot", AccountKind.Bot)]
    public async Task Kinds_are_told_apart(string cell, AccountKind? kind) =>
        Assert.Equal(kind, (await ReadAsync("id;kind", $"1;{cell}")).Entries[0].Kind);

    [Fact]
    public async Task Columns_that_we_do_not_know_are_refused_with_the_remedy()
    {
        var path = _scratch.Write("people.csv", "id,religion,AGE\n1,x,2\n");
        Assert.Equal(
            "people.csv: columns not known: religion, AGE. To leave them unread: influencermap import people "
            + "people.csv --ignore religion,AGE. To read one, name its key (--map KEY=COLUMN; --help lists the keys).",
            await Scratch.PeopleRefusalAsync(path));
        var read = await Scratch.PeopleAsync(path, new() { Ignore = ["religion", "age"] });
        Assert.Single(read.Entries);
        Assert.Equal([2, 3], read.Report.UnreadColumns);
        Assert.Contains(
            "no column 'agee'", await Scratch.PeopleRefusalAsync(path, new() { Ignore = ["religion", "agee"] }));
    }

    [Fact]
    public async Task A_file_without_ids_is_refused() => Assert.Equal(
        "people.csv: no column for id, and none for email, which can stand in for it (--map id=COLUMN); "
        + "the columns are name, Sede.",
        await Scratch.PeopleRefusalAsync(Write("name,Sede", "x,y")));

    private const string Date =
        "a date such as 2019-01-31 or 31/01/2019; a mere number, as Excel counts days, is none";

    private const string TakenId = "an id that no other row gives as id, email or alias; line 2 has it too";
    private const string TakenHandle = "an address or id that no other row gives; line 2 has it too";

    [Theory]
    [InlineData("canary,,,,,", 1, "id", TakenId)]
    [InlineData("Canary@x.example,,,,,", 1, "id", TakenId)]
    [InlineData(" ,a@x.example,,,,", 1, "id", "an address or id, no control characters")]
    [InlineData("2,CANARY@x.example,,,,", 2, "email", TakenHandle)]
    [InlineData("2,,a;canary,,,", 3, "aliases", TakenHandle)]
    [InlineData("2,,a\u0001canary,,,", 3, "aliases", "an address or id, no control characters")]
    [InlineData("2,,,can\u0001ary,,", 4, "manager", "the id, an address or the name of one person")]
    [InlineData("2,,,,canary,", 5, "level", "a whole number 1 … 99, 1 at the top")]
    [InlineData("2,,,,0,", 5, "level", "a whole number 1 … 99, 1 at the top")]
    [InlineData("2,,,,2.5,", 5, "level", "a whole number 1 … 99, 1 at the top")]
    [InlineData("2,,,,,canary", 6, "start", Date)]
    [InlineData("2,,,,,31.02.2020", 6, "start",
        "a day of the calendar; read as day, month, year, there is no such day")]
    [InlineData("2,,,,,43466", 6, "start", Date)]
    public async Task Rows_that_contradict_or_cannot_be_read_are_bad(
        string row, int column, string key, string expected)
    {
        var path = Write("id,email,aliases,manager,level,start", "canary,canary@x.example,,,,", row);
        Assert.Equal(
            $"people.csv, line 3, column {column} ({key}): expected {expected}. "
            + "Mend the row, or leave out up to N rows that cannot be read (--max-bad-rows N); nothing was stored.",
            await Scratch.PeopleRefusalAsync(path));
        var read = await Scratch.PeopleAsync(path, new() { MaxBadRows = 1 });
        Assert.Equal(["canary"], read.Entries.Select(e => e.SourceId));
        Assert.Equal((2, 1), (read.Report.RowsRead, read.Report.BadRows));
    }

    [Theory]
    [InlineData("from,to,at,channel", "a,b,2026-01-05,mail")]
    [InlineData("Mittente,Destinatario,Data", "a,b,2026-01-05")]
    public async Task A_file_of_interactions_is_told_to_be_one(string header, string row) => Assert.EndsWith(
        "To take it in: influencermap import interactions people.csv",
        await Scratch.PeopleRefusalAsync(Write(header, row)));

    [Fact]
    public async Task A_column_that_the_map_misspells_is_not_advised_to_be_left_unread()
    {
        var message = await Scratch.PeopleRefusalAsync(
            Write("id,Department,Salary", "1,Sales,2"), new() { Map = ColumnMap.Parse("department=Dept") });

        Assert.Contains("no column 'Dept'; column Department stands for department", message);
        Assert.Contains("influencermap import people people.csv --ignore Salary.", message);
    }

    [Theory]
    [InlineData("name", "a\u0007b")]
    [InlineData("department", "a\nb")]
    [InlineData("site", "a\ufffdb")]
    [InlineData("jobFamily", "", 201)]
    public async Task Texts_are_short_and_plain(string key, string text, int padding = 0) => Assert.StartsWith(
        $"people.csv, line 2, column 2 ({key}): expected UTF-8 text of at most 200 characters, no control characters.",
        await Scratch.PeopleRefusalAsync(Write($"id,{key}", $"1,\"{text}{new string('x', padding)}\"")));

    [Fact]
    public async Task Rows_of_another_kind_can_be_filtered_out()
    {
        var path = _scratch.Write("people.csv", "id,active\n1,yes\n2,no\n");
        var read = await Scratch.PeopleAsync(path, new() { Where = [CellFilter.Parse("active=yes")] });
        Assert.Equal(["1"], read.Entries.Select(e => e.SourceId));
        Assert.Equal((2, 1), (read.Report.RowsRead, read.Report.RowsFilteredOut));
    }

    private Task<PeopleRead> ReadAsync(params string[] lines) =>
        Scratch.PeopleAsync(Write(lines));

    private string Write(params string[] lines) => _scratch.Write("people.csv", string.Join('\n', lines));
}

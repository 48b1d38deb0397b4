using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>Managers as people files name them, and what is said of those who are not found.</summary>
public sealed class ManagersNamed : IDisposable
{
    private static readonly IReadOnlySet<string> Nobody = new HashSet<string>();

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("1001")]
    [InlineData("1001.0")]
    [InlineData("ada@made.example")]
    [InlineData("mailto:ADA@made.example")]
    [InlineData("Ada Perù Example")]
    [InlineData("ADA PERU EXAMPLE")]
    [InlineData("Example Ada Perù")]
    [InlineData("Example, Ada Perù")]
    [InlineData("Dott.ssa Ada Perù Example")]
    [InlineData("Ada Perù Example (1001)")]
    [InlineData("Ada Perù Example [1001]")]
    [InlineData("Ada Perù Example (Vendite)")]
    [InlineData("Ada Perù Example <ada@made.example>")]
    [InlineData("1001 - Ada Perù Example")]
    [InlineData("1001 Ada Perù Example")]
    [InlineData("Ada Perù Example - Vendite")]
    [InlineData("CN=Ada Perù Example,OU=Vendite,DC=made,DC=example")]
    public async Task A_manager_is_found_by_id_address_or_name(string manager)
    {
        var read = await ReadAsync(
            "1001;Ada Perù Example;ada@made.example;", $"1002;Ben Example;ben@made.example;\"{manager}\"");
        Assert.Equal("1001", read.Entries[1].ManagerSourceId);
        Assert.Empty(read.Managers.Unfound);
    }

    [Theory]
    [InlineData("Example A.", "1")]
    [InlineData("A. EXAMPLE", "1")]
    [InlineData("Ing. Example A.", "1")]
    [InlineData("De Luca C.", "3")]
    [InlineData("D’Amico S. (Produzione)", "4")]
    [InlineData("Conti Bertolini M. T.", "5")]
    [InlineData("Conti B. Maria Teresa", "5")]
    public async Task An_initial_stands_for_the_word_that_begins_with_it_where_nobody_else_is_meant(
        string manager, string id)
    {
        var read = await ReadAsync("1;EXAMPLE ADA;;", "2;EXAMPLE BEN;;", "3;DE LUCA CHIARA;;", "4;D'AMICO SALVATORE;;",
            "5;CONTI BERTOLINI MARIA TERESA;;", $"6;Cleo;;{manager}");
        Assert.Equal(id, read.Entries[^1].ManagerSourceId);
        Assert.Contains("Found by a part of their name, which nobody else has, are the managers of row 7.",
            read.Report.Notes);
    }

    [Theory]
    [InlineData("Example X.")]
    [InlineData("Other A.")]
    [InlineData("A. E.")]
    [InlineData("Example A. A.")]
    public async Task An_initial_of_nobody_or_of_several_finds_nobody(string manager)
    {
        var read = await ReadAsync("1;EXAMPLE ADA;;", "2;SAMPLE ADA;;", "3;SAMPLE ALAN;;", $"4;Cleo;;{manager}",
            "5;Dan;;Sample A.");
        Assert.Equal([false, true], read.Managers.Unfound.Select(one => one.IsAmbiguous));
    }

    [Fact]
    public async Task Zeros_that_a_spreadsheet_cut_off_are_put_back_and_told()
    {
        var read = await ReadAsync("0005;Ada;;", "0006;Ben;;5", "0007;Cleo;;6.0");
        Assert.Equal([null, "0005", "0006"], read.Entries.Select(entry => entry.ManagerSourceId));
        Assert.Contains(read.Report.Notes, note => note.StartsWith("2 managers were found by number alone"));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("N/A")]
    [InlineData("nessuno")]
    [InlineData("NaN")]
    [InlineData("0")]
    public async Task Words_for_nobody_name_no_manager(string manager)
    {
        var read = await ReadAsync($"1;Ada;;{manager}");
        Assert.Null(read.Entries[0].ManagerSourceId);
        Assert.Equal(0, read.Managers.StatedCount);
    }

    [Fact]
    public async Task Somebody_of_the_store_can_be_the_manager()
    {
        var read = await PeopleCsv.ReadAsync(
            Write("2;Ben;;Ada Example", "3;Cleo;;ada@made.example"), CsvFormat.Default, Scratch.CustomerKey,
            [new("e1", ["e1", "ada@made.example"], "Ada Example", Leaves: false)],
            TestContext.Current.CancellationToken);
        Assert.Equal(["e1", "e1"], read.Entries.Select(entry => entry.ManagerSourceId));
    }

    [Fact]
    public async Task Of_two_who_had_an_address_the_one_who_stays_is_the_manager()
    {
        var path = _scratch.Write("people.csv", "id;email;leave;manager\n1;a@made.example;2020-01-31;\n"
            + "2;a@made.example;;\n3;c@made.example;;a@made.example\n");
        Assert.Equal("2", (await Scratch.PeopleAsync(path)).Entries[2].ManagerSourceId);
    }

    [Fact]
    public async Task A_name_that_several_have_is_nobody_and_is_told_by_row()
    {
        var read = await ReadAsync("1;Ada Example;;", "2;Example Ada;;", "3;Ben;;Ada Example");
        Assert.Null(read.Entries[2].ManagerSourceId);
        read.Managers.Require(Nobody, allowPartial: false);
        Assert.Equal(
            "1 of 1 managers was not found (several people of one name: row 4).", read.Report.Notes[^1]);
    }

    [Fact]
    public async Task A_file_most_of_whose_managers_are_nobody_is_refused_with_their_rows_and_without_their_names()
    {
        string[] rows = ["1;Ada;;", .. Enumerable.Range(2, 26).Select(i => $"{i};P{i};;1"), "90;A;;Canary One",
            "91;B;;Canary Two", "92;C;;Canary Three"];
        var read = await ReadAsync(rows);
        var message = Assert.Throws<InputException>(() => read.Managers.Require(Nobody, allowPartial: false)).Message;
        Assert.Contains("3 of 29 managers were not found (nobody in the file or the store: rows 29, 30 and 31)",
            message);
        Assert.DoesNotContain("canary", message, StringComparison.OrdinalIgnoreCase);
        read.Managers.Require(Nobody, allowPartial: true);
        Assert.Contains("3 of 29", read.Report.Notes[^1]);
        read.Managers.Require(new HashSet<string> { "canary one" }, allowPartial: false);
    }

    [Fact]
    public async Task One_in_ten_may_be_missing_or_two_in_any_file()
    {
        (await ReadAsync("1;Ada;;x", "2;Ben;;y")).Managers.Require(Nobody, allowPartial: false);
        string[] rows = ["1;Ada;;", .. Enumerable.Range(2, 27).Select(i => $"{i};P{i};;1"), "90;A;;x", "91;B;;y",
            "92;C;;z"];
        (await ReadAsync(rows)).Managers.Require(Nobody, allowPartial: false);
    }

    [Fact]
    public async Task Circles_are_told_by_row_and_those_at_the_top_are_none()
    {
        var read = await ReadAsync("1;A;;1", "2;B;;", "3;C;;4", "4;D;;3", "5;E;;7", "6;F;;5", "7;G;;6", "8;H;;3");
        Assert.Equal(
            [
                "People report to each other in a circle of 2: rows 4 and 5. Who of them stands above is not known.",
                "People report to each other in a circle of 3: rows 6, 7 and 8. Who of them stands above is not known.",
            ],
            read.Report.Notes);
    }

    private Task<PeopleRead> ReadAsync(params string[] rows) => Scratch.PeopleAsync(Write(rows));

    private string Write(params string[] rows) =>
        _scratch.Write("people.csv", "id;name;email;manager\n" + string.Join('\n', rows));
}

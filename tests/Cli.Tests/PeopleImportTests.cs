using System.Text.Json;

namespace InfluencerMap.Cli.Tests;

/// <summary>People through the program: what is told, how it ends, and layouts that are told once.</summary>
public sealed class PeopleImportTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Every_row_is_accounted_for_on_both_outputs()
    {
        var people = _cli.Write("people.csv", "Matricola;Nominativo;Responsabile;Livello;\n1;Ada Esempio;;1;\n"
            + "2;Ugo Esempio;Ada Esempio;x;\n3;Eva Esempio;nobody known;2;\n;;;;\n");

        var result = await ImportAsync(people, "--max-bad-rows", "1", "--report", "json");

        Assert.Contains(
            "4 rows found: 2 gave people or mailboxes, 1 set aside, 1 could not be read.", result.Error,
            StringComparison.Ordinal);
        Assert.Contains("1 set aside: empty rows.", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 1 managers was not found (nobody in the file or the store: row 4)", result.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("nobody known", result.Error, StringComparison.Ordinal);
        var report = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(4, report.GetProperty("rows").GetProperty("found").GetInt32());
        Assert.Equal(1, report.GetProperty("rows").GetProperty("setAside").GetProperty("empty rows").GetInt32());
        Assert.Equal(2, report.GetProperty("people").GetProperty("added").GetInt32());
        Assert.Equal(4, report.GetProperty("managers").GetProperty("notFound")[0].GetInt32());
    }

    [Fact]
    public async Task A_file_most_of_which_cannot_be_read_is_refused_unless_that_is_accepted()
    {
        var people = _cli.Write("people.csv", "id,level\n1,1\n2,x\n3,x\n");

        var refused = await _cli.TryAsync(
            "import", "people", people, "--max-bad-rows", "5", "--store", _cli.StorePath);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("2 of 3 rows could not be read; nothing was stored", refused.Error, StringComparison.Ordinal);
        var taken = await ImportAsync(people, "--max-bad-rows", "5", "--allow-partial");
        Assert.Contains("1 person added", taken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_which_nobody_is_in_the_store_afterwards_fails()
    {
        var result = await _cli.TryAsync(
            "import", "people", _cli.Write("people.csv", "id,name\n,\n,\n"), "--store", _cli.StorePath);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("2 set aside: empty rows", result.Error, StringComparison.Ordinal);
        Assert.Contains("nobody of it is in the store", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managers_of_the_store_are_known_by_name_and_too_many_unknown_ones_refuse_the_file()
    {
        await ImportAsync(_cli.Write("board.csv", "id,name\n1,Ada Example\n"));
        await ImportAsync(_cli.Write("staff.csv", "id,manager\n2,Ada Example\n3,Example Ada\n4,1\n"));

        var refused = await _cli.TryAsync(
            "import", "people", _cli.Write("more.csv", "id,manager\n5,x\n6,y\n7,z\n"), "--store", _cli.StorePath);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("3 of 3 managers were not found", refused.Error, StringComparison.Ordinal);
        Assert.Contains("rows 2, 3 and 4", refused.Error, StringComparison.Ordinal);
        await ImportAsync(Path.Combine(_cli.Folder, "more.csv"), "--allow-partial");
    }

    [Fact]
    public async Task A_layout_is_told_once_and_used_by_its_name()
    {
        var first = _cli.Write("first.csv", "No#;Family;Called;Pay\n1;Example;Ada;1\n");
        var second = _cli.Write("second.csv", "No#;Family;Called;Pay\n2;Example;Ben;2\n");

        await ImportAsync(
            first, "--map", "id=No#,name=Called+Family", "--delimiter", ";", "--ignore", "Pay", "--as", "payroll");
        var again = await ImportAsync(second, "--as", "payroll");

        Assert.Contains("1 person added", again.Error, StringComparison.Ordinal);
        var list = await _cli.RunAsync("mapping", "list", "--store", _cli.StorePath);
        Assert.Contains("payroll", list.Output, StringComparison.Ordinal);
        Assert.Contains("id=No#", list.Output, StringComparison.Ordinal);
        var other = await _cli.TryAsync(
            "import", "interactions", first, "--as", "payroll", "--store", _cli.StorePath);
        Assert.Contains("is of files of people, not of interactions", other.Error, StringComparison.Ordinal);
        await _cli.RunAsync("mapping", "remove", "payroll", "--store", _cli.StorePath);
        var gone = await _cli.TryAsync("import", "people", second, "--as", "payroll", "--store", _cli.StorePath);
        Assert.Equal(1, gone.ExitCode);
        Assert.Contains("There is no mapping 'payroll'", gone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_and_interactions_that_name_them_differently_are_told_with_what_to_do()
    {
        var rows = string.Concat(Enumerable.Range(1, 9).Select(i =>
            $"p{i}@made.example,p{i + 1}@made.example,2026-11-02T10:00:0{i}Z\n"));
        await ImportAsync(_cli.Write("people.csv", "id\nE1\nE2\n"));

        var result = await _cli.RunAsync("import", "interactions",
            _cli.Write("mail.csv", "from,to,at\n" + rows), "--store", _cli.StorePath);

        Assert.Contains(
            "0 of 10 accounts in the interactions belong to anybody", result.Error, StringComparison.Ordinal);
        Assert.Contains($"influencermap identities map --store {_cli.StorePath} FILE", result.Error);
        Assert.DoesNotContain("@", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_that_lost_their_zeros_in_one_of_two_files_are_told()
    {
        await _cli.RunAsync("import", "interactions",
            _cli.Write("mail.csv", "from,to,at\n5,6,2026-11-02T10:00:00Z\n"), "--store", _cli.StorePath);

        var result = await ImportAsync(_cli.Write("people.csv", "id\n0005\n0006\n"));

        Assert.Contains("2 accounts differ from somebody's id in leading zeros alone", result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interactions_that_write_people_as_names_are_told_and_the_review_says_who_they_are()
    {
        await ImportAsync(_cli.Write("people.csv", "id,name\nE1,D'AMICO NICOLO'\nE2,ROSSI ADA\nE3,VERDI BEN\n"));

        var result = await RunAsync("import", "interactions", _cli.Write("chat.csv",
            "from,to,at\nNicolò D’Amico,Ada Rossi,2026-11-02T10:00:00Z\nAda Rossi,E3,2026-11-02T11:00:00Z\n"));

        Assert.Contains("Accounts written as names of people of the directory: 2.", result.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("amico", result.Error, StringComparison.OrdinalIgnoreCase);
        var review = _cli.Write("review.csv", (await RunAsync("identities", "review", "--format", "csv")).Output);
        await RunAsync("identities", "map", review);
        Assert.DoesNotContain("amico", (await RunAsync("identities", "review", "--format", "csv")).Output,
            StringComparison.OrdinalIgnoreCase);
        var again = await ImportAsync(_cli.Write("more.csv", "id,name\nE4,BIANCHI CLEO\n"));
        Assert.DoesNotContain("written as names", again.Error, StringComparison.Ordinal);
    }

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--store", _cli.StorePath]);

    private Task<CliResult> ImportAsync(string file, params string[] options) =>
        _cli.RunAsync(["import", "people", file, "--store", _cli.StorePath, .. options]);
}

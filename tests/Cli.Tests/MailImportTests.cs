using System.IO.Compression;
using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests;

/// <summary>Mail as people have it, through the program: folders, archives, what is told, and what is stored.</summary>
public sealed class MailImportTests : IDisposable
{
    private static readonly string Mbox = Path.Combine(
        SharedData.RepositoryRoot, "tests", "Collectors.Tests", "Samples", "mbox", "made.mbox");

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Archive_of_mail_is_imported_once_and_what_was_dropped_is_told_and_kept()
    {
        var zip = Path.Combine(_cli.Folder, "mail.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
            archive.CreateEntryFromFile(Mbox, "Inbox");

        var first = await _cli.RunAsync("import", "interactions", zip, "--store", _cli.StorePath);
        var again = await _cli.RunAsync("import", "interactions", zip, "--store", _cli.StorePath);

        Assert.Contains("mbox, 8 rows", first.Error, StringComparison.Ordinal);
        Assert.Contains("9 interactions stored", first.Error, StringComparison.Ordinal);
        Assert.Contains("1 set aside: automatic mail", first.Error, StringComparison.Ordinal);
        Assert.Contains("2 mails state no date or a wrong one", first.Error, StringComparison.Ordinal);
        Assert.Contains("0 interactions stored", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("@", first.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_import_stores_nothing()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a,b{i},2026-01-02\n"));
        var folder = Directory.CreateDirectory(Path.Combine(_cli.Folder, "tables")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.csv"), "from,to,at\n" + rows);
        File.WriteAllText(Path.Combine(folder, "b.csv"), "from,to,at\na,b,never\n");

        var refused = await _cli.TryAsync("import", "interactions", folder, "--store", _cli.StorePath);
        File.Delete(Path.Combine(folder, "b.csv"));
        var taken = await _cli.RunAsync("import", "interactions", folder, "--store", _cli.StorePath);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("b.csv, line 2, column 3 (at)", refused.Error, StringComparison.Ordinal);
        Assert.Contains("20,000 interactions stored", taken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_that_a_spreadsheet_takes_for_formulas_are_defused_on_the_way_out()
    {
        var people = _cli.Write("people.csv", "id,manager\nana,\nbo,ana\ncy,ana\n");
        var mail = _cli.Write("mail.csv", "from,to,at\nana,cy,2026-01-02\n"
            + string.Concat(((string[])["=1+1", "+1", "-1", "@sum"]).Select(handle =>
                $"ana,bo,2026-01-02\nbo,ana,2026-01-03\n{handle},ana,2026-01-02\n")));
        await _cli.RunAsync("import", "people", people, "--store", _cli.StorePath);
        await _cli.RunAsync("import", "interactions", mail, "--store", _cli.StorePath);
        await _cli.RunAsync("nightly", "--as-of", "2026-01-10", "--preset", "plain", "--store", _cli.StorePath);

        var hygiene = await _cli.RunAsync("hygiene", "--format", "csv", "--store", _cli.StorePath);

        Assert.Contains("=1+1", hygiene.Output, StringComparison.Ordinal);
        foreach (var cell in hygiene.Output.Split('\n').SelectMany(line => line.Split(',')))
            Assert.False(cell.Trim('"') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..], $"Formula: {cell}");
    }
}

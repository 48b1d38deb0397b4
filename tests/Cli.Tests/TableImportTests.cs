namespace InfluencerMap.Cli.Tests;

/// <summary>Tables as offices have them, by the command line.</summary>
public sealed class TableImportTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_file_that_leaves_day_and_month_open_is_stored_when_the_order_is_said()
    {
        var path = _cli.Write("posta.csv", "Mittente;Destinatari;Cc;Data;Ora\n"
            + "a@made.example;b@made.example, c@made.example;d@made.example;02/11/2026;10.05\n");
        var refused = await _cli.TryAsync("import", "interactions", path, "--store", _cli.StorePath);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(
            "as day first 2 November 2026, as month first 11 February 2026", refused.Error, StringComparison.Ordinal);

        var stored = await ImportAsync(path, "--date-format", "dmy");
        Assert.Contains("3 interactions stored", stored.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_out_of_a_file_is_told()
    {
        var path = Path.Combine(_cli.Folder, "a.csv");
        await File.WriteAllBytesAsync(path, System.Text.Encoding.Latin1.GetBytes(
            "from;to;at\nnicolò@made.example;b@made.example;13/11/2026\n"), TestContext.Current.CancellationToken);
        var told = (await ImportAsync(path)).Error;
        Assert.Contains("read as Windows-1252", told, StringComparison.Ordinal);
        Assert.Contains("dates are read day first, as line 2, column 3 (at) shows", told, StringComparison.Ordinal);
        var unknown = await _cli.TryAsync(
            "import", "interactions", path, "--encoding", "ansi", "--store", _cli.StorePath);
        Assert.Contains("There is no encoding 'ansi'", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ties_without_a_direction_and_slices_of_contacts_have_options()
    {
        var survey = _cli.Write("survey.csv", "from,to\na,b\n");
        Assert.Contains("2 interactions stored", (await ImportAsync(
            survey, "--at", "2026-01-31", "--undirected", "--channel", "social")).Error, StringComparison.Ordinal);
        var contacts = _cli.Write("contacts.edges", "100 1 2\n120 1 2\n140 1 2\n160 1 2\n");
        Assert.Contains("1 interaction stored", (await ImportAsync(
            contacts, "--map", "at=1,from=2,to=3", "--slice-seconds", "20")).Error, StringComparison.Ordinal);
        var sized = _cli.Write("sized.edges", "3 2\n1 2\n2 3\n");
        var list = await ImportAsync(sized, "--at", "2026-01-31", "--size-line");
        Assert.Contains("2 interactions stored", list.Error, StringComparison.Ordinal);
    }

    private Task<CliResult> ImportAsync(string path, params string[] options) =>
        _cli.RunAsync(["import", "interactions", path, "--store", _cli.StorePath, .. options]);
}

using System.CommandLine;

namespace InfluencerMap.Cli.Tests;

/// <summary>Whatever goes wrong, the user reads one clear line and the exit code tells what kind it was.</summary>
public sealed class WrongUseTests : IDisposable
{
    private const string People = "id,manager,department\nana,,Board\nbo,ana,Sales\ncy,ana,Sales\n";

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData(2, "rank", "--by", "charm")]
    [InlineData(2, "rank", "--top", "0")]
    [InlineData(2, "nightly", "--as-of", "yesterday")]
    [InlineData(2, "nightly", "--window-days", "0")]
    [InlineData(2, "nightly", "--preset", "magic")]
    [InlineData(2, "sing")]
    [InlineData(1, "rank")]
    [InlineData(1, "nightly")]
    [InlineData(1, "hygiene")]
    [InlineData(1, "explain", "ana")]
    [InlineData(1, "import", "people", "absent.csv")]
    [InlineData(1, "import", "people", ".")]
    [InlineData(1, "import", "interactions", "absent.csv")]
    public async Task Wrong_commands_end_with_one_line_and_their_exit_code(int exitCode, params string[] args)
    {
        var result = await _cli.TryAsync(args);

        AssertOneClearLine(exitCode, result);
    }

    [Theory]
    [InlineData("--top takes a whole number, not 'abc'.", "rank", "--top", "abc")]
    [InlineData("--size takes a whole number, not '1.5'.", "cohort", "--size", "1.5")]
    [InlineData("Required argument missing for option: '--as'.", "import", "people", "a.csv", "--as")]
    [InlineData("--as: a name has 1 … 40 letters", "import", "people", "a.csv", "--as", "a b")]
    [InlineData("Nothing here is called 'rnk'. Did you mean 'rank'?", "rnk")]
    [InlineData("Nothing here is called '--tpo'. Did you mean '--top'?", "rank", "--tpo", "5")]
    [InlineData("Nothing here is called '--chanel'. Did you mean '--channel'?", "import", "interactions", "m.csv",
        "--chanel", "mail")]
    [InlineData("Nothing here is called 'mail.csv'. Say import people FILE or import everyone or import interactions "
        + "FILE.", "import", "mail.csv")]
    [InlineData("--as-of '2026-02-31': there is no such day.", "nightly", "--as-of", "2026-02-31")]
    [InlineData("Say who would not be there: --leave with ids, keys, addresses or names, or --top.", "what-if")]
    [InlineData("--steps would have no effect: only reach counts steps.", "measure", "a.txt", "--steps", "3")]
    [InlineData("--epsilon would have no effect: nothing is sampled with --engine exact.", "measure", "a.txt",
        "--engine", "exact", "--epsilon", "0.1")]
    [InlineData("--delta would have no effect: only betweenness is sampled.", "measure", "a.txt", "--measure", "degree",
        "--delta", "0.1")]
    [InlineData("Nothing here is called '--dat-format'.", "import", "interactions", "--dat-format", "dmy", "a.csv")]
    public async Task Wrong_usage_names_what_is_wrong(string expected, params string[] args)
    {
        var result = await _cli.TryAsync(args);

        AssertOneClearLine(2, result);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people")]
    [InlineData("interactions")]
    public void Every_option_of_an_import_may_lack_its_value(string files)
    {
        // A check that reads a value too early would throw.
        var root = CommandLine.Create(ImportCommand.Create());
        var import = (Command)root.Children.OfType<Command>().Single().Children.Single(child => child.Name == files);
        Assert.All(
            import.Options.Where(option => option.Arity.MinimumNumberOfValues > 0),
            option => Assert.NotEmpty(root.Parse(["import", files, "a.csv", option.Name]).Errors));
    }

    [Fact]
    public async Task Unknown_person_is_one_line()
    {
        await ScoreSmallCompanyAsync();

        AssertOneClearLine(1, await _cli.TryAsync("explain", "zoe", "--store", _cli.StorePath));
    }

    [Fact]
    public async Task Empty_window_names_the_days_that_the_store_holds()
    {
        await ScoreSmallCompanyAsync();

        var result = await _cli.TryAsync("nightly", "--as-of", "1999-01-01", "--store", _cli.StorePath);

        AssertOneClearLine(1, result);
        Assert.Contains("2026-01-05", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_without_people_asks_for_them()
    {
        var mail = _cli.Write("mail.csv", "from,to,at\na,b,2026-01-05T10:00:00Z\n");
        await _cli.RunAsync("import", "interactions", mail, "--store", _cli.StorePath);

        var result = await _cli.TryAsync("nightly", "--as-of", "2026-02-01", "--store", _cli.StorePath);

        AssertOneClearLine(1, result);
        Assert.Contains("import people", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_row_fails_the_import_and_nothing_of_it_is_stored()
    {
        await _cli.RunAsync("import", "people", _cli.Write("people.csv", People), "--store", _cli.StorePath);
        var mail = _cli.Write("mail.csv", "from,to,at\nana,bo,2026-01-05T10:00:00Z\nana,secret@person.invalid,soon\n");

        var failed = await _cli.TryAsync("import", "interactions", mail, "--store", _cli.StorePath);

        AssertOneClearLine(1, failed);
        Assert.Contains("mail.csv", failed.Error, StringComparison.Ordinal);
        Assert.Contains("line 3", failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failed.Error, StringComparison.Ordinal);
        var nightly = await _cli.TryAsync("nightly", "--as-of", "2026-02-01", "--store", _cli.StorePath);
        Assert.Contains("Import some first", nightly.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_rows_up_to_the_stated_number_are_counted_and_skipped()
    {
        var mail = _cli.Write("mail.csv", "from,to,at\nana,bo,2026-01-05T10:00:00Z\nana,bo,soon\n");

        var result = await _cli.RunAsync(
            "import", "interactions", mail, "--max-bad-rows", "1", "--store", _cli.StorePath);

        Assert.Contains("line 3", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("soon", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("rank", "--help")]
    [InlineData("import", "interactions", "--help")]
    [InlineData("demo", "--help")]
    public async Task Help_shows_what_can_be_asked(params string[] args)
    {
        var result = await _cli.RunAsync(args);

        Assert.Contains(args.Length == 1 ? "nightly" : "Examples:", result.Output, StringComparison.Ordinal);
    }

    private async Task ScoreSmallCompanyAsync()
    {
        await _cli.RunAsync("import", "people", _cli.Write("people.csv", People), "--store", _cli.StorePath);
        var mail = _cli.Write("mail.csv", "from,to,at\nana,bo,2026-01-05T10:00:00Z\nbo,cy,2026-01-06T10:00:00Z\n");
        await _cli.RunAsync("import", "interactions", mail, "--store", _cli.StorePath);
        await _cli.RunAsync("nightly", "--as-of", "2026-02-01", "--preset", "plain", "--store", _cli.StorePath);
    }

    private static void AssertOneClearLine(int exitCode, CliResult result)
    {
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Error, StringComparison.Ordinal);
        // Finished steps are indented, and wrong usage adds where to read on.
        Assert.Single(result.ErrorLines, line => !line.StartsWith("  ", StringComparison.Ordinal)
            && !line.StartsWith("See: ", StringComparison.Ordinal));
    }
}

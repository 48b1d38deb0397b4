namespace InfluencerMap.Cli.Tests;

/// <summary>A command that a message suggests is pasted as it stands: it must not work on another store.</summary>
public sealed class SuggestedCommandTests : IDisposable
{
    private const string Team = "id,manager\nana,\nbo,ana\ncy,ana\n";

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_suggested_command_names_the_store_in_use_and_the_file_as_it_was_typed()
    {
        Directory.CreateDirectory(Path.Combine(_cli.Folder, "in"));
        _cli.Write("in/pay.csv", "id,Salary\nana,1\n");

        var typed = await _cli.TryAsync("import", "people", "in/pay.csv", "--store", "team.db");
        var blank = await _cli.TryAsync("import", "people", "in/pay.csv", "--store", "a team.db");

        Assert.Contains(
            "influencermap import people --store team.db in/pay.csv --ignore Salary.", typed.Error,
            StringComparison.Ordinal);
        Assert.Contains("import people --store \"a team.db\" in/pay.csv", blank.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_usual_store_and_one_of_the_environment_need_no_name()
    {
        _cli.Write("pay.csv", "id,Salary\nana,1\n");

        var usual = await _cli.TryAsync("import", "people", "pay.csv");
        _cli.Variables["INFLUENCERMAP_STORE"] = "Data Source=other.db";
        var variable = await _cli.TryAsync("import", "people", "pay.csv");

        Assert.All(
            [usual, variable],
            told => Assert.Contains(
                ": influencermap import people pay.csv --ignore Salary.", told.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_step_from_people_to_a_saved_cohort_suggests_the_next_on_the_same_store()
    {
        string[] store = ["--store", "team.db"];
        _cli.Write("people.csv", Team);
        _cli.Write("mail.csv", "from,to,at\nana,bo,2026-01-05T10:00:00Z\nbo,cy,2026-01-06T10:00:00Z\n");
        await _cli.RunAsync(["import", "people", "people.csv", .. store]);
        var exchanged = await _cli.TryAsync(["import", "interactions", "people.csv", .. store]);
        await _cli.RunAsync(["import", "interactions", "mail.csv", .. store]);

        var noRun = await _cli.TryAsync(["rank", .. store]);
        var noCohort = await _cli.RunAsync(["cohort", "list", .. store]);
        var night = await _cli.RunAsync(["nightly", "--as-of", "2026-02-01", "--preset", "plain", .. store]);
        var cohort = await _cli.RunAsync(["cohort", "--size", "1", "--save", .. store]);
        var nowhere = await _cli.TryAsync(["cohort", "show", "7", .. store]);

        Assert.EndsWith("influencermap import people --store team.db people.csv", exchanged.Error.TrimEnd());
        Assert.EndsWith("Compute one: influencermap nightly --store team.db", noRun.Error.TrimEnd());
        Assert.EndsWith("Save one: influencermap cohort --store team.db --save", noCohort.Output.TrimEnd());
        Assert.EndsWith("See: influencermap rank --store team.db", night.Error.TrimEnd());
        Assert.Contains("cohort 1: influencermap cohort show --store team.db 1", cohort.Output);
        Assert.EndsWith("influencermap cohort list --store team.db", nowhere.Error.TrimEnd());
        // At three people it is one step that counts.
        Assert.Contains(" within 1 step; no cohort", cohort.Output, StringComparison.Ordinal);
        var both = await _cli.TryAsync(["cohort", "--include", "ana,bo", "--exclude", "bo", .. store]);
        Assert.StartsWith("Entry 2 of --include is in --exclude too.", both.Error, StringComparison.Ordinal);
        var department = await _cli.RunAsync(["rank", "--format", "json", "--department", "Nowhere", .. store]);
        Assert.Contains("Nobody who is ranked fits", department.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_not_there_says_how_another_is_named() => Assert.Contains(
        "Name another with --store", (await _cli.TryAsync("rank")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Whoever_a_newer_people_file_leaves_out_is_counted_and_not_named()
    {
        await _cli.RunAsync("import", "people", _cli.Write("people.csv", Team));

        var newer = await _cli.RunAsync("import", "people", _cli.Write("newer.csv", "id,manager\nana,\nbo,ana\n"));
        var same = await _cli.RunAsync("import", "people", Path.Combine(_cli.Folder, "people.csv"));

        Assert.Contains(
            "1 person of the store is not in this file and stays; a leave date says that somebody left.", newer.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("not in this file", same.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_only_reads_leaves_nothing_in_the_log_of_the_store()
    {
        await _cli.RunAsync("import", "people", _cli.Write("people.csv", Team));

        await _cli.TryAsync("rank");

        var log = new FileInfo(Path.Combine(_cli.Folder, "influencermap.db-wal"));
        Assert.True(!log.Exists || log.Length == 0);
    }
}

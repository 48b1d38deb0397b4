using System.Text;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>A night whose places would say nothing is not published, says why and what to do.</summary>
public sealed class NothingToRankTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task One_way_contacts_make_no_run_and_plain_is_offered()
    {
        await ImportAsync(Rows((from, to) => from < to));

        var refused = await RefusedAsync();

        Assert.Contains("No tie between people is left: there is nothing to rank. No run is published.", refused, Is);
        Assert.Contains("Interactions read: 560, kept: 560. Set aside by rule: one-way 28 pairs.", refused, Is);
        Assert.Contains("--preset plain counts each contact as a tie", refused, Is);
        Assert.DoesNotContain("last run", refused, Is);
        await _cli.RunAsync(Night("--preset", "plain"));
    }

    [Fact]
    public async Task Night_that_ranks_nobody_leaves_the_last_run()
    {
        await ImportAsync(Rows((from, to) => from < to));
        await _cli.RunAsync(Night("--preset", "plain"));
        var before = await _cli.RunAsync("rank", "--format", "csv", "--store", _cli.StorePath);

        Assert.Contains("No run is published; the last run stays.", await RefusedAsync(), Is);

        var after = await _cli.RunAsync("rank", "--format", "csv", "--store", _cli.StorePath);
        Assert.Equal(before.Output, after.Output);
    }

    [Fact]
    public async Task Nominations_name_the_preset_that_ranks_them()
    {
        await ImportAsync(Rows((from, to) => from < to), "nomination");

        var refused = await RefusedAsync();

        Assert.Contains("kept: 0. Set aside by rule: other-layer 560 interactions.", refused, Is);
        Assert.Contains($"influencermap nightly --store {_cli.StorePath} --preset nominations", refused, Is);
        await _cli.RunAsync(Night("--preset", "nominations"));
    }

    [Fact]
    public async Task Contacts_are_no_nominations_and_the_preset_is_to_be_left_out()
    {
        await ImportAsync(Rows((from, to) => from != to));

        var refused = await RefusedAsync("--preset", "nominations");

        Assert.Contains("leave --preset nominations out", refused, Is);
        Assert.DoesNotContain("--preset plain", refused, Is);
    }

    [Fact]
    public async Task Ties_of_people_seen_too_little_are_no_ranking()
    {
        await ImportAsync(Rows((from, to) => Math.Abs(from - to) == 1, days: 2));

        var refused = await RefusedAsync();

        Assert.Contains("7 ties, but nobody can be measured (few-events 8 people)", refused, Is);
        Assert.Contains("--preset plain", refused, Is);
    }

    [Fact]
    public async Task Short_window_names_what_the_store_holds()
    {
        await ImportAsync(Rows((from, to) => from == 0 || to == 0));

        var refused = await RefusedAsync("--window-days", "1");

        Assert.Contains("few-days 7 pairs", refused, Is);
        Assert.Contains("the store holds 2026-02-10 to 2026-03-01", refused, Is);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public async Task Window_of_years_says_how_little_of_it_counts_unless_recency_was_chosen(int choice, bool isSaid)
    {
        string[][] choices =
            [[], ["--rule", "recency=off"], ["--rule", "halfLifeDays=365"], ["--preset", "plain"]];
        await ImportAsync(Rows((from, to) => from == 0 || to == 0, days: 700));

        var night = await _cli.RunAsync(Night(["--window-days", "1000", .. choices[choice]]));

        Assert.Equal(isSaid, night.Error.Contains("(rule recency): 74 % of the interactions are older than 180 days",
            Is));
        Assert.Equal(isSaid, night.Error.Contains("--rule recency=off", Is));
    }

    [Fact]
    public async Task Usual_window_says_nothing_of_recency()
    {
        await ImportAsync(Rows((from, to) => from == 0 || to == 0, days: 700));

        Assert.DoesNotContain("recency", (await _cli.RunAsync(Night())).Error, Is);
    }

    private const StringComparison Is = StringComparison.Ordinal;

    private string[] Night(params string[] more) =>
        ["nightly", "--as-of", "2026-03-02", "--store", _cli.StorePath, .. more];

    private async Task<string> RefusedAsync(params string[] more)
    {
        var night = await _cli.TryAsync(Night(more));
        Assert.Equal(1, night.ExitCode);
        Assert.Empty(night.Output);
        return night.ErrorLines[^1];
    }

    /// <summary>Each of these pairs once a day before 2 March 2026.</summary>
    private static string Rows(Func<int, int, bool> talks, int days = 20)
    {
        var rows = new StringBuilder();
        for (var ago = 1; ago <= days; ago++)
            for (var from = 0; from < 8; from++)
                for (var to = 0; to < 8; to++)
                    if (talks(from, to))
                        rows.Append($"p{from},p{to},{new DateOnly(2026, 3, 2).AddDays(-ago):yyyy-MM-dd}T09:00:00Z\n");
        return rows.ToString();
    }

    private async Task ImportAsync(string rows, string channel = "mail")
    {
        var people = _cli.Write("people.csv", "id\n" + string.Concat(Enumerable.Range(0, 8).Select(i => $"p{i}\n")));
        var contacts = _cli.Write("contacts.csv", "from,to,at\n" + rows);
        await _cli.RunAsync("import", "people", people, "--store", _cli.StorePath);
        await _cli.RunAsync("import", "interactions", contacts, "--channel", channel, "--store", _cli.StorePath);
    }
}

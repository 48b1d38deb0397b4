using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>Nights of a store with a retention profile.</summary>
public sealed class RetentionTests
{
    private static readonly DateTimeOffset Tonight = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Night_deletes_what_is_past_its_age_first_and_scores_what_is_left()
    {
        using var company = await NightCompany.WithARunAsync();
        await SetAsync(company);
        var night = NightCompany.Night(NightCompany.Today) with { EndsToday = true, AcceptDrop = true };

        var refused = await Assert.ThrowsAsync<RetentionException>(
            () => NightCompany.RunAsync(company.Store, night with { WindowIsChosen = true }, new Standing(Tonight)));
        Assert.Contains("at most --window-days 20 up to today", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Tonight.AddDays(-21).AddHours(6).Date, (await FirstAsync(company)).Date);

        var run = await NightCompany.RunAsync(company.Store, night, new Standing(Tonight));
        Assert.Equal(Tonight.Date.AddDays(-20), run.Period.From);
        Assert.Equal(20 * 6 * NightCompany.PeopleCount, run.InteractionCount, tolerance: 500);
    }

    [Fact]
    public async Task Places_of_a_window_that_can_never_be_long_enough_say_so_wherever_they_are_shown()
    {
        using var company = await NightCompany.WithARunAsync();
        const string Chosen = "This stays so as long as the window has 30 days: --window-days.";
        Assert.Contains(Chosen, (await company.Cli.RunAsync("rank", "--store", company.Store)).Output);
        await SetAsync(company);
        await NightCompany.RunAsync(
            company.Store, NightCompany.Night(NightCompany.Today) with { EndsToday = true, AcceptDrop = true },
            new Standing(Tonight));

        const string Why = "Short history: 20 days of data, 42 wanted. Take places as provisional. This stays so: "
            + "profile it-IT keeps raw events for 21 days here, which makes a window of 20 at most. An agreement on "
            + "record can allow more; nominations need no history.";
        string[] store = ["--store", company.Store];
        foreach (var asked in (string[][])[["rank"], ["explain", "p3"], ["cohort", "--size", "5"]])
            Assert.Contains(Why, Unwrapped(await company.Cli.RunAsync([.. asked, .. store])));
        var csv = await company.Cli.RunAsync(["rank", "--format", "csv", .. store]);
        Assert.Contains(Why, csv.Error);
        Assert.All(Csv.Read(csv.Output), line => Assert.Equal("short-history", line["provisional"]));
        Assert.Contains(
            "\"provisional\": \"short-history\"",
            (await company.Cli.RunAsync(["rank", "--format", "json", .. store])).Output);
        Assert.Contains(Why, (await company.Cli.RunAsync(["explain", "p3", "--format", "json", .. store])).Output);
        Assert.Contains(
            "\"provisional\": \"short-history\"",
            (await company.Cli.RunAsync(["cohort", "--size", "5", "--format", "json", .. store])).Output);

        static string Unwrapped(CliResult result) =>
            string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task No_tie_outlives_the_events_it_rests_on_and_no_run_its_age()
    {
        using var company = await NightCompany.WithARunAsync();
        await SetAsync(company);
        var night = NightCompany.Night(NightCompany.Today) with { EndsToday = true, AcceptDrop = true };
        var first = await NightCompany.RunAsync(company.Store, night, new Standing(Tonight));
        await NightCompany.RunAsync(
            company.Store, night with { Period = Period.Before(NightCompany.Today.AddDays(1), 30) },
            new Standing(Tonight.AddDays(1)));

        await using var store = await Store.OpenExistingAsync(company.Store, Cancellation);
        Assert.Empty(await store.Rankings.TiesAsync(first.Id, Cancellation));
        Assert.NotEmpty(await store.Rankings.RankingAsync(first.Id, Cancellation));
        var latest = (await store.Rankings.LatestAsync(Cancellation))!;
        Assert.NotEmpty(await store.Rankings.TiesAsync(latest.Id, Cancellation));
        Assert.True(latest.Period.From >= Tonight.AddDays(1 - 21).Date);

        // Nothing to score, and still nothing of the runs stays.
        await Assert.ThrowsAsync<FailedException>(() => NightCompany.RunAsync(
            company.Store, night with { Period = Period.Before(NightCompany.Today.AddDays(60), 30) },
            new Standing(Tonight.AddDays(60))));
        Assert.Null(await store.Rankings.LatestAsync(Cancellation));
    }

    [Fact]
    public async Task Runs_are_kept_for_longer_with_a_reason_and_its_author_alone()
    {
        using var company = new NightCompany();
        string[] longer = ["retention", "--profile", "it-IT", "--aggregate-days", "60", "--store", company.Store];
        var refused = await company.Cli.TryAsync(longer);
        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("retention.aggregateDays 60 is above the 21 days", refused.ErrorLines[^1]);
        Assert.Equal(2, (await company.Cli.TryAsync([.. longer, "--reason", "Opinion 4/2026"])).ExitCode);

        var kept = await company.Cli.RunAsync([.. longer, "--reason", "Opinion 4/2026", "--entered-by", "HR legal"]);
        Assert.Contains("Runs are kept for 60 days.", kept.Output);
        var audit = await company.Cli.RunAsync("audit", "list", "--store", company.Store);
        Assert.Contains("aggregate days 60", audit.Output);
    }

    [Fact]
    public async Task Profile_says_what_the_next_night_deletes_and_wants_a_yes_before_anything_is_changed()
    {
        using var company = await WithRecentMailAsync();
        string[] choose = ["retention", "--profile", "it-IT", "--store", company.Store];

        var refused = await company.Cli.TryAsync(choose);
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(
            "Under profile it-IT the next night would delete 2 of 5 events (1 mail, 1 chat). Nothing was changed. Say "
            + "--yes if this is meant; to keep more, record an agreement first: influencermap agreement record --store "
            + company.Store,
            Assert.Single(refused.ErrorLines));
        Assert.StartsWith(
            "No profile", (await company.Cli.RunAsync("retention", "--store", company.Store)).Output);
        Assert.DoesNotContain("it-IT", (await company.Cli.TryAsync("audit", "list", "--store", company.Store)).Output);

        var chosen = await company.Cli.RunAsync([.. choose, "--yes"]);
        Assert.Contains("The next night deletes 2 of 5 events (1 mail, 1 chat).", chosen.Output);
        // The same again deletes no more than before: there is nothing to say yes to.
        await company.Cli.RunAsync(choose);
        Assert.Contains(
            "3 of 5 events", (await company.Cli.TryAsync([.. choose, "--raw-days", "10"])).Error);
    }

    [Fact]
    public async Task Agreement_that_is_withdrawn_says_what_it_kept_and_wants_a_yes()
    {
        using var company = await WithRecentMailAsync();
        await company.Cli.RunAsync(
            "agreement", "record", "--kind", "union", "--number", "1", "--date", "2026-01-01", "--scope", "mail",
            "--max-days", "90", "--expires", "2100-01-01", "--entered-by", "HR", "--store", company.Store);
        await company.Cli.RunAsync("retention", "--profile", "it-IT", "--yes", "--store", company.Store);
        string[] withdraw = ["agreement", "withdraw", "1", "--store", company.Store];

        var refused = await company.Cli.TryAsync(withdraw);
        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith(
            "Without agreement 1 the next night would delete 2 of 5 events (1 mail, 1 chat).", refused.Error);
        Assert.Contains("holds", (await company.Cli.RunAsync("agreement", "list", "--store", company.Store)).Output);
        await company.Cli.RunAsync([.. withdraw, "--yes"]);
    }

    [Fact]
    public async Task Late_file_cannot_revive_what_is_past_its_age()
    {
        using var company = new NightCompany();
        await company.Cli.RunAsync("retention", "--profile", "it-IT", "--store", company.Store);
        var mail = company.Cli.Write("late.csv", "from,to,at\na,b,2026-01-01T08:00:00Z\n");
        var result = await company.Cli.TryAsync("import", "interactions", mail, "--store", company.Store);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("1 row is older than the retention profile allows: left out.", result.Error);

        // With younger rows beside it, these alone come in: what is older is counted and never fails.
        var today = TimeProvider.System.GetUtcNow().AddDays(-1);
        var mixed = company.Cli.Write(
            "mixed.csv", $"from,to,at\na,b,2026-01-01T08:00:00Z\nc,d,{today:yyyy-MM-ddTHH:mm:ssZ}\n");
        var taken = await company.Cli.RunAsync("import", "interactions", mixed, "--store", company.Store);
        // The time is that of what is stored, not of all that was read.
        Assert.Contains(
            $"1 interaction stored, {today:yyyy-MM-dd HH:mm} to {today:yyyy-MM-dd HH:mm} UTC.", taken.Error);
        Assert.Contains("1 row is older than the retention profile allows: left out.", taken.Error);
    }

    [Fact]
    public async Task Agreement_wants_every_field_and_is_listed()
    {
        using var company = await NightCompany.WithARunAsync();
        string[] whole =
        [
            "--kind", "union", "--number", "12/2026", "--date", "2026-01-01", "--scope", "mail,meeting",
            "--max-days", "90", "--expires", "2100-01-01", "--entered-by", "HR legal",
        ];
        for (var field = 0; field < whole.Length; field += 2)
        {
            string[] without = [.. whole[..field], .. whole[(field + 2)..]];
            var result = await company.Cli.TryAsync(["agreement", "record", .. without, "--store", company.Store]);
            Assert.Equal(2, result.ExitCode);
        }
        await company.Cli.RunAsync(["agreement", "record", .. whole, "--store", company.Store]);
        var list = await company.Cli.RunAsync("agreement", "list", "--store", company.Store);
        Assert.Contains("12/2026", list.Output, StringComparison.Ordinal);
        Assert.Contains("holds", list.Output, StringComparison.Ordinal);
        string[] set = ["retention", "--profile", "it-IT", "--raw-days", "90", "--store", company.Store];
        await company.Cli.RunAsync([.. set, "--yes"]);
        await company.Cli.RunAsync("agreement", "withdraw", "1", "--store", company.Store);

        var night = await company.Cli.TryAsync("nightly", "--store", company.Store);
        Assert.Equal(1, night.ExitCode);
        Assert.StartsWith("retention.rawDays 90 is above the 21 days", night.ErrorLines[^1]);
    }

    [Fact]
    public async Task Ties_are_kept_of_the_last_runs_only_and_rankings_of_all()
    {
        using var company = await NightCompany.WithARunAsync();
        await using var before = await Store.OpenExistingAsync(company.Store, Cancellation);
        var old = (await before.Rankings.LatestAsync(Cancellation))!;
        await NightCompany.RunAsync(
            company.Store, NightCompany.Night(NightCompany.Today) with { TiesOfRunsMax = 1 });

        await using var store = await Store.OpenExistingAsync(company.Store, Cancellation);
        Assert.NotEmpty(await store.Rankings.RankingAsync(old.Id, Cancellation));
        var error = await Assert.ThrowsAsync<StoreException>(() => RunNetwork.ReadAsync(store, old, Cancellation));
        Assert.Contains("are no longer kept, only its ranking", error.Message, StringComparison.Ordinal);
        await RunNetwork.ReadAsync(store, (await store.Rankings.LatestAsync(Cancellation))!, Cancellation);
    }

    /// <summary>A mail and a chat of 60 days ago, three mails of the last days.</summary>
    private static async Task<NightCompany> WithRecentMailAsync()
    {
        var company = new NightCompany();
        var rows = new[] { (60, "chat"), (60, "mail"), (15, "mail"), (5, "mail"), (1, "mail") }.Select(
            row => $"a,b,{TimeProvider.System.GetUtcNow().AddDays(-row.Item1):yyyy-MM-ddTHH:mm:ssZ},{row.Item2}\n");
        var file = company.Cli.Write("recent.csv", "from,to,at,channel\n" + string.Concat(rows));
        await company.Cli.RunAsync("import", "interactions", file, "--store", company.Store);
        return company;
    }

    private static async Task SetAsync(NightCompany company)
    {
        await using var store = await Store.OpenAsync(company.Store, Cancellation);
        await store.Retention.SetAsync(new("it-IT", null), "legal", Tonight.UtcDateTime, Cancellation);
    }

    private static async Task<DateTime> FirstAsync(NightCompany company)
    {
        await using var store = await Store.OpenExistingAsync(company.Store, Cancellation);
        return (await store.Interactions.SpanAsync(Cancellation))!.Value.From;
    }

    private sealed class Standing(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}

using System.Diagnostics;
using InfluencerMap.Engine;
using InfluencerMap.Storage;
using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>What stops a night: one clear line, exit code 1, and the last run stays.</summary>
public sealed class GuardTests
{
    private static readonly string[] TodayNight = ["nightly", "--as-of", "2026-03-02", "--window-days", "30"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Second_night_says_which_process_holds_the_first()
    {
        using var company = await NightCompany.WithARunAsync();
        await using var store = await Store.OpenAsync(company.Store, Cancellation);
        await using (await store.LockNightAsync(TimeProvider.System, Cancellation))
            await RefusedAsync(
                company, $"is at work: process {Environment.ProcessId} on {Environment.MachineName} since 20",
                TodayNight);
        await company.Cli.RunAsync([.. TodayNight, "--store", company.Store]);
    }

    [Fact]
    public async Task Directory_without_60_of_100_of_its_people_is_not_published_unless_accepted()
    {
        using var company = await NightCompany.WithARunAsync();
        await company.ImportPeopleAsync(NightCompany.PeopleCount, leavers: NightCompany.PeopleCount * 6 / 10);

        await RefusedAsync(company, "16 people, 60 % fewer than the 40 of run ", TodayNight);
        await company.Cli.RunAsync([.. TodayNight, "--accept-drop", "--store", company.Store]);
    }

    [Fact]
    public async Task Shorter_file_of_people_takes_nobody_away()
    {
        using var company = await NightCompany.WithARunAsync();
        await company.ImportPeopleAsync(NightCompany.PeopleCount * 4 / 10);

        var run = await NightCompany.RunAsync(company.Store, NightCompany.Night(NightCompany.Today));
        Assert.Equal(NightCompany.PeopleCount, run.PersonCount);
    }

    [Fact]
    public async Task Window_with_few_of_the_last_runs_interactions_is_not_published()
    {
        using var company = await NightCompany.WithARunAsync();

        await RefusedAsync(
            company, " interactions, 67 % fewer than the ",
            "nightly", "--as-of", "2026-03-22", "--window-days", "30");
        await RefusedAsync(
            company, "a night may lose 10 % at most.",
            "nightly", "--as-of", "2026-03-07", "--window-days", "30", "--drop-max", "0.1");
    }

    [Fact]
    public async Task Clock_set_back_is_noticed_and_a_look_back_is_not_hindered()
    {
        using var company = await NightCompany.WithARunAsync();
        var before = await NightCompany.LatestAsync(company.Store);
        var earlier = NightCompany.Night(NightCompany.Today.AddDays(-10)) with { AcceptDrop = true };

        var error = await Assert.ThrowsAsync<FailedException>(
            () => NightCompany.RunAsync(company.Store, earlier with { EndsToday = true }));
        Assert.StartsWith(
            "The clock says 2026-02-20, but the last run covers up to 2026-03-01. The last run is kept.",
            error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await NightCompany.LatestAsync(company.Store));
        await NightCompany.RunAsync(company.Store, earlier);
    }

    [Fact]
    public async Task Zone_of_the_machine_changes_nothing()
    {
        using var company = await NightCompany.WithARunAsync();
        var seen = new List<string>();
        foreach (var zone in (string[])["UTC", "Pacific/Auckland", "America/Los_Angeles"])
        {
            company.Cli.Variables["TZ"] = zone;
            await company.Cli.RunAsync([.. TodayNight, "--store", company.Store]);
            seen.Add(await NightCompany.LatestAsync(company.Store));
        }
        Assert.Single(seen.Distinct());
    }

    [Fact]
    public async Task Store_that_another_writes_to_is_locked_in_words()
    {
        using var company = await NightCompany.WithARunAsync();
        await using var other = await Store.OpenAsync(company.Store, Cancellation);
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var writing = other.Interactions.AppendAsync(HeldUp(), () => [], null, Cancellation);
        await begun.Task;
        var error = await company.Cli.TryAsync(
            [.. TodayNight, "--store", $"Data Source={company.Store};Default Timeout=1"]);
        end.SetResult();
        await writing;
        Assert.Equal(1, error.ExitCode);
        Assert.EndsWith("is locked by another process. Wait until it is done, then try again.", error.ErrorLines[^1]);

        async IAsyncEnumerable<Graph.Company.Interaction<Graph.Company.AccountId>> HeldUp()
        {
            begun.SetResult();
            await end.Task;
            yield break;
        }
    }

    [Fact]
    public async Task Full_disk_keeps_the_last_run()
    {
        using var company = await NightCompany.WithARunAsync();
        var disk = Directory.CreateDirectory(Path.Combine(company.Cli.Folder, "disk")).FullName;
        Assert.SkipUnless(
            Mount("mount", "-t", "tmpfs", "-o", $"size={new FileInfo(company.Store).Length + 80_000}", "tmpfs", disk),
            "no right to mount a small disk here.");
        try
        {
            var store = Path.Combine(disk, "full.db");
            File.Copy(company.Store, store);
            var before = await NightCompany.LatestAsync(store);
            var result = await company.Cli.TryAsync([.. TodayNight, "--store", store]);
            Assert.Equal(1, result.ExitCode);
            Assert.Equal(
                $"The disk of the store {store} is full; nothing was stored. Make room, then try again.",
                result.ErrorLines[^1]);
            Assert.Equal(before, await NightCompany.LatestAsync(store));
        }
        finally
        {
            Mount("umount", disk);
        }
    }

    private static async Task RefusedAsync(NightCompany company, string reason, params string[] args)
    {
        var before = await NightCompany.LatestAsync(company.Store);
        var result = await company.Cli.TryAsync([.. args, "--store", company.Store]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(reason, result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(before, await NightCompany.LatestAsync(company.Store));
    }

    internal static bool Mount(params string[] command)
    {
        using var process = OperatingSystem.IsLinux() ? Process.Start(command[0], command[1..]) : null;
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}

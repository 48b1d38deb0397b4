using System.Diagnostics;
using System.Net.Http.Json;
using InfluencerMap.Cli.Tests.Nights;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Tests;

/// <summary>After every command the store and its audit are whole files: a copy of them lacks nothing.</summary>
public sealed class WholeStoreTests
{
    private static readonly string[] Night =
        ["nightly", "--as-of", $"{NightCompany.Today:yyyy-MM-dd}", "--window-days", "30", "--threads", "1"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_of_the_file_after_any_command_holds_everything()
    {
        using var company = await NightCompany.WithARunAsync();
        string[][] commands =
        [
            Night, ["rank"],
            ["import", "interactions", company.Cli.Write("more.csv", "from,to,at\np1,p2,2026-03-01\n")],
            ["consent", "p1", "--state", "excluded"], ["erase", "p2", "--yes"], ["cohort", "--size", "3"],
            ["keys", "create", "--role", "Dpo"], ["keys", "list"], ["audit", "list"], ["audit", "verify"],
            ["access", "p3"], ["retention", "--profile", "eu", "--yes"], ["explain", "p3"], ["hygiene"],
            ["runs", "list"],
        ];
        foreach (var command in commands)
        {
            await company.Cli.RunAsync([.. command, "--store", company.Store]);
            RequireWhole(company, string.Join(' ', command));
        }
        var copy = company.Store + ".copy";
        File.Copy(company.Store, copy);
        Assert.Equal(await NightCompany.LatestAsync(company.Store), await NightCompany.LatestAsync(copy));
    }

    [Fact]
    public async Task Command_that_fails_leaves_a_whole_file()
    {
        using var company = await NightCompany.WithARunAsync();
        string[][] commands =
        [
            ["nightly", "--as-of", "2020-01-01"], ["consent", "nobody"], ["import", "people",
                company.Cli.Write("bad.csv", "id,manager\np1,p1\np1,p1\n")], ["erase", "nobody", "--yes"],
        ];
        foreach (var command in commands)
        {
            Assert.Equal(1, (await company.Cli.TryAsync([.. command, "--store", company.Store])).ExitCode);
            RequireWhole(company, string.Join(' ', command));
        }
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Night_that_is_interrupted_leaves_a_whole_file(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        for (var steps = 0; steps < 4; steps++)
        {
            using var company = await NightCompany.WithARunAsync();
            using var night = company.Cli.Start([.. Night, "--store", company.Store]);
            for (var step = 0; step < steps; step++)
                await night.StandardError.ReadLineAsync(Cancellation);
            await SendAsync(signal, night);
            await night.WaitForExitAsync(Cancellation);
            RequireWhole(company, $"{signal} after {steps} steps");
        }
    }

    [Fact]
    public async Task Service_that_is_stopped_leaves_whole_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        using var company = await NightCompany.WithARunAsync();
        using var api = ServedNightTests.StartApi(company);
        using (var client = new HttpClient { BaseAddress = await ServedNightTests.AddressAsync(api) })
        {
            await client.GetStringAsync("/v1/rankings/latest", Cancellation);
            await company.Cli.RunAsync([.. Night, "--store", company.Store]);
            await client.GetStringAsync("/v1/rankings/latest", Cancellation);
            using var cohort = await client.PostAsJsonAsync("/v1/cohorts", new { size = 5 }, Cancellation);
        }
        await SendAsync("TERM", api);
        await api.WaitForExitAsync(Cancellation);

        Assert.Equal(0, api.ExitCode);
        RequireWhole(company, "the API");
    }

    [Fact]
    public async Task Full_disk_at_the_first_line_of_the_audit_is_told_in_one_line()
    {
        using var company = await NightCompany.WithARunAsync();
        var disk = Directory.CreateDirectory(Path.Combine(company.Cli.Folder, "disk")).FullName;
        var told = new List<string>();
        // Each step of the first write to the audit meets the end of one of these disks.
        for (var free = 20_000; free <= 100_000; free += 20_000)
        {
            Assert.SkipUnless(
                GuardTests.Mount(
                    "mount", "-t", "tmpfs", "-o", $"size={new FileInfo(company.Store).Length + free}", "tmpfs", disk),
                "no right to mount a small disk here.");
            try
            {
                var store = Path.Combine(disk, "full.db");
                File.Copy(company.Store, store);
                var result = await company.Cli.TryAsync("keys", "create", "--role", "Dpo", "--store", store);
                Assert.Equal(1, result.ExitCode);
                told.Add(Assert.Single(result.ErrorLines));
            }
            finally
            {
                GuardTests.Mount("umount", disk);
            }
        }
        Assert.All(told, line => Assert.StartsWith("The disk of the store ", line, StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("full.audit.db", StringComparison.Ordinal));
    }

    private static void RequireWhole(NightCompany company, string after)
    {
        foreach (var log in Directory.GetFiles(company.Cli.Folder, "*-wal"))
            Assert.True(new FileInfo(log).Length == 0, $"After {after} {Path.GetFileName(log)} holds rows.");
    }

    private static async Task SendAsync(string signal, Process to)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{to.Id}"]);
        await kill.WaitForExitAsync(Cancellation);
    }
}

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>The file that a night leaves for Prometheus.</summary>
public sealed class MetricsFileTests
{
    private static readonly string[] TodayNight = ["nightly", "--as-of", "2026-03-02", "--window-days", "30"];

    [Fact]
    public async Task Night_leaves_its_end_and_the_last_complete_run()
    {
        using var company = await NightCompany.WithARunAsync();
        var file = Path.Combine(company.Cli.Folder, "night.prom");
        await company.Cli.RunAsync([.. TodayNight, "--store", company.Store, "--metrics", file]);

        var done = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("influencermap_night_exit_code 0", done);
        Assert.Contains("influencermap_run_people 40", done);
        var published = Sample(done, "influencermap_run_published_timestamp_seconds");
        Assert.InRange(Sample(done, "influencermap_night_ended_timestamp_seconds"), published, double.MaxValue);

        // A night that fails leaves the run that was, and says that it failed.
        var failed = await company.Cli.TryAsync(
            "nightly", "--as-of", "2026-03-22", "--window-days", "30", "--store", company.Store, "--metrics", file);
        Assert.Equal(1, failed.ExitCode);
        var kept = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("influencermap_night_exit_code 1", kept);
        Assert.Equal(published, Sample(kept, "influencermap_run_published_timestamp_seconds"));
        Assert.DoesNotContain(Directory.GetFiles(company.Cli.Folder), path => path.EndsWith(".new"));
    }

    [Fact]
    public async Task Store_that_is_not_there_leaves_the_end_alone()
    {
        using var cli = new CliProcess();
        var file = Path.Combine(cli.Folder, "night.prom");
        var failed = await cli.TryAsync([.. TodayNight, "--store", cli.StorePath, "--metrics", file]);

        Assert.Equal(1, failed.ExitCode);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("influencermap_night_exit_code 1", lines);
        Assert.Contains("influencermap_store_readable 0", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("influencermap_run_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task File_that_cannot_be_written_leaves_the_night_as_it_is()
    {
        using var company = await NightCompany.WithARunAsync();
        var result = await company.Cli.RunAsync(
            [.. TodayNight, "--store", company.Store, "--metrics", Path.Combine(company.Cli.Folder, "none", "x.prom")]);
        Assert.Contains(result.ErrorLines, line =>
            line.StartsWith("The metrics are not written: the folder of ", StringComparison.Ordinal));
    }

    private static double Sample(string[] lines, string name) =>
        double.Parse(lines.Single(line => line.StartsWith(name + " ", StringComparison.Ordinal))[name.Length..]);
}

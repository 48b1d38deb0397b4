using System.Text.Json.Nodes;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>What a run says of itself: enough to compute it again, and its id owes nothing to the machine.</summary>
public sealed class ManifestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>P-77: whoever has the same data, options and program gets the same ranking.</summary>
    [Fact]
    public async Task Same_manifest_gives_the_same_bytes_in_another_store_with_other_threads()
    {
        using var first = await NightCompany.WithARunAsync();
        using var second = new NightCompany();
        await second.ImportMailAsync(NightCompany.Today.AddDays(-1), NightCompany.Today);
        await second.ImportMailAsync(NightCompany.Today.AddDays(-31), NightCompany.Today.AddDays(-1));
        await second.ImportPeopleAsync(NightCompany.PeopleCount);
        var night = NightCompany.Night(NightCompany.Today);

        var run = await NightCompany.RunAsync(first.Store, night);
        var again = await NightCompany.RunAsync(second.Store, night with { Threads = 2 });

        Assert.Equal(Identity(run), Identity(again));
        Assert.NotEqual(run.PublishedAt, again.PublishedAt);
        Assert.Equal(await NightCompany.LatestAsync(first.Store), await NightCompany.LatestAsync(second.Store));
    }

    [Fact]
    public async Task Repeated_night_keeps_the_run_and_tells_what_it_took_this_time()
    {
        using var company = await NightCompany.WithARunAsync();
        var night = NightCompany.Night(NightCompany.Today);
        var run = await NightCompany.RunAsync(company.Store, night);
        var again = await NightCompany.RunAsync(company.Store, night);

        await using var store = await Store.OpenExistingAsync(company.Store, Cancellation);
        var stored = (await store.Rankings.FindAsync(run.Id, Cancellation))!;
        Assert.Equal(run.Id, again.Id);
        Assert.Equal(again.Steps, stored.Steps);
        Assert.Equal(again.PeakMemoryBytes, stored.PeakMemoryBytes);
    }

    [Fact]
    public async Task Runs_show_tells_hashes_counts_durations_and_memory()
    {
        using var company = await NightCompany.WithARunAsync();
        var run = await NightCompany.RunAsync(company.Store, NightCompany.Night(NightCompany.Today));

        var table = (await company.Cli.RunAsync("runs", "show", "--store", company.Store)).Output;
        Assert.All(
            [run.Id, run.InputHash, run.OptionsHash, run.CodeHash, "exact, no seed", "Score and rank", "mass-mail"],
            text => Assert.Contains(text, table, StringComparison.Ordinal));

        var json = JsonNode.Parse((await company.Cli.RunAsync(
            "runs", "show", run.Id, "--format", "json", "--store", company.Store)).Output)!;
        var shown = json["run"]!;
        Assert.Equal(run.CodeHash, (string?)shown["codeHash"]);
        Assert.Equal(64, run.CodeHash.Length);
        Assert.Null(shown["sampling"]);
        Assert.Equal("default", (string?)shown["options"]!["preset"]);
        Assert.Equal(
            $$"""[{"channel":"mail","count":{{run.InteractionCount}}}]""", shown["channels"]!.ToJsonString());
        Assert.Equal("csv", (string?)shown["imports"]!.AsArray().Single()!["format"]);
        Assert.Equal(2, (int)shown["imports"]![0]!["files"]!);
        Assert.InRange((long)shown["peakMemoryBytes"]!, 1 << 20, long.MaxValue);
        Assert.Contains(json["rules"]!.AsArray(), rule => (string?)rule!["rule"] == "mass-mail");
    }

    /// <summary>All that a run is known by; durations, memory and instant are no part of it.</summary>
    private static object[] Identity(Run run) =>
        [run.Id, run.InputHash, run.OptionsHash, run.CodeHash, run.CodeVersion, run.Period, run.Sampling?.Seed ?? 0];
}

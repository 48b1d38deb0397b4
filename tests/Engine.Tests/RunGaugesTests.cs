using System.Text;
using InfluencerMap.Engine;
using InfluencerMap.Storage;
using Prometheus;

namespace InfluencerMap.Tests;

/// <summary>What the gauges show of the last complete run and its store.</summary>
public sealed class RunGaugesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("influencermap-");

    private static readonly Run Long = Made.Run("a") with
    {
        Steps = [new("one", 1000), new("one", 500), new("two \"three\"\n\\", 20)],
        Sources = [new("calls", true, Made.Noon), new("sent-items", false, Made.Noon)],
        Channels = [new("mail", 800), new("chat", 3)],
        PeakMemoryBytes = 5L << 30,
        Sampling = new(256, 1e-4, 0.05, 1),
    };

    private readonly CollectorRegistry _registry = Prometheus.Metrics.NewCustomRegistry();
    private readonly RunGauges _gauges;

    public RunGaugesTests() => _gauges = new(_registry, "1.2.3");

    public void Dispose()
    {
        Store.CloseAll();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Gauges_show_a_run_in_the_text_form_of_Prometheus()
    {
        _gauges.Show(Long);
        var text = await TextAsync();

        Assert.StartsWith(
            """
            # HELP influencermap_build_info The program that measures.
            # TYPE influencermap_build_info gauge
            influencermap_build_info{version="1.2.3"} 1

            """,
            text);
        Assert.Contains("influencermap_run_duration_seconds 1.52\n", text);
        Assert.Contains("influencermap_run_step_duration_seconds{step=\"one\"} 1.5\n", text);
        Assert.Contains("influencermap_run_step_duration_seconds{step=\"two \\\"three\\\"\\n\\\\\"} 0.02\n", text);
        Assert.Contains("influencermap_run_interactions{channel=\"chat\"} 3\n", text);
        Assert.Contains("influencermap_run_source_complete{source=\"calls\"} 1\n", text);
        Assert.Contains("influencermap_run_source_complete{source=\"sent-items\"} 0\n", text);
        Assert.Contains("influencermap_run_peak_memory_bytes 5368709120\n", text);
        Assert.Contains("influencermap_run_sampled_sources 256\n", text);
    }

    [Fact]
    public async Task Gauges_show_the_run_of_now_and_nothing_that_only_an_earlier_one_had()
    {
        _gauges.Show(Long);
        _gauges.Show(Made.Run("b") with { Steps = [new("two", 7)], Channels = [new("mail", 1)] });

        var run = await SamplesAsync("influencermap_run_");
        Assert.Contains("influencermap_run_sampled_sources 0", run);
        Assert.Equal(
            [
                "influencermap_run_interactions{channel=\"mail\"} 1",
                "influencermap_run_step_duration_seconds{step=\"two\"} 0.007",
            ],
            run.Where(line => line.Contains('{')).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(run, line => line.Contains("peak_memory"));
    }

    [Fact]
    public async Task Gauges_of_a_run_that_is_gone_are_gone_too()
    {
        _gauges.Show(Long);
        _gauges.Show(null);
        Assert.Empty(await SamplesAsync("influencermap_run_"));
    }

    [Fact]
    public async Task A_scrape_that_hung_up_says_nothing_of_the_store()
    {
        await using var store = await Store.OpenAsync(
            Path.Combine(_folder.FullName, "store.db"), TestContext.Current.CancellationToken);
        await _gauges.ReadAsync(() => Task.FromResult(store), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _gauges.ReadAsync(() => Task.FromResult(store), new(canceled: true)));
        Assert.Equal(["influencermap_store_readable 1"], await SamplesAsync("influencermap_store_readable"));
    }

    [Fact]
    public async Task Store_that_fails_in_a_way_of_its_own_is_not_told_to_be_readable()
    {
        await using var store = await Store.OpenAsync(
            Path.Combine(_folder.FullName, "store.db"), TestContext.Current.CancellationToken);
        await _gauges.ReadAsync(() => Task.FromResult(store), TestContext.Current.CancellationToken);
        Assert.Equal(["influencermap_store_readable 1"], await SamplesAsync("influencermap_store_readable"));
        Assert.Single(await SamplesAsync("influencermap_store_size_bytes"));
        Assert.Empty(await SamplesAsync("influencermap_run_"));

        await Assert.ThrowsAsync<TimeoutException>(() => _gauges.ReadAsync(
            () => throw new TimeoutException(), TestContext.Current.CancellationToken));
        Assert.Equal(["influencermap_store_readable 0"], await SamplesAsync("influencermap_store_readable"));
    }

    [Fact]
    public async Task Gauges_of_one_registry_are_not_in_another()
    {
        var other = Prometheus.Metrics.NewCustomRegistry();
        new RunGauges(other, "1.2.3").Show(Long);
        Assert.Empty(await SamplesAsync("influencermap_run_"));
    }

    private async Task<string[]> SamplesAsync(string beginning) =>
        [.. (await TextAsync()).Split('\n').Where(line => line.StartsWith(beginning, StringComparison.Ordinal))];

    private async Task<string> TextAsync()
    {
        using var text = new MemoryStream();
        await _registry.CollectAndExportAsTextAsync(text, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}

using InfluencerMap.Engine;
using InfluencerMap.Storage;
using Prometheus;

namespace InfluencerMap.Cli;

/// <summary>For the textfile collector of a node exporter: how the night ended, and the last complete run.</summary>
/// <param name="Path">Replaced in one step, so that nobody reads half of it.</param>
/// <param name="Store">Where the last complete run is read.</param>
internal sealed record NightMetrics(string Path, string Store)
{
    /// <summary>Runs a night and writes how it ended; where it cannot be written, the night stays as it is.</summary>
    public async Task<int> ReportAsync(Func<Task<int>> night, TimeProvider clock, CancellationToken cancellation)
    {
        var exitCode = CommandLine.Failed;
        try
        {
            return exitCode = await night();
        }
        finally
        {
            if (!cancellation.IsCancellationRequested)
                await WriteAsync(exitCode, clock.GetUtcNow(), cancellation);
        }
    }

    private async Task WriteAsync(int exitCode, DateTimeOffset endedAt, CancellationToken cancellation)
    {
        var registry = Metrics.NewCustomRegistry();
        var metrics = Metrics.WithCustomRegistry(registry);
        metrics.CreateGauge("influencermap_night_exit_code", "0 done; 1 failed, with the last run kept.").Set(exitCode);
        metrics.CreateGauge("influencermap_night_ended_timestamp_seconds", "When the night ended, since 1970.")
            .Set(endedAt.ToUnixTimeSeconds());
        var run = new RunGauges(registry, typeof(NightMetrics).Assembly.GetName().Version!.ToString(3));
        Store? opened = null;
        try
        {
            await run.ReadAsync(
                async () => opened = await Storage.Store.OpenExistingAsync(Store, cancellation), cancellation);
            await ReplaceAsync(registry, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Progress.Say($"The metrics are not written: {Reason(e)}");
        }
        finally
        {
            if (opened is not null)
                await opened.DisposeAsync();
        }
    }

    private string Reason(Exception e) => e is DirectoryNotFoundException
        ? $"the folder of {Path} does not exist. Make it, or name another file with --metrics."
        : e.Message;

    private async Task ReplaceAsync(CollectorRegistry registry, CancellationToken cancellation)
    {
        // In the same folder: a move is atomic only within one file system.
        var written = Path + ".new";
        await using (var file = File.Create(written))
            await registry.CollectAndExportAsTextAsync(file, cancellation);
        // The exporter is another user, and nothing of this is anybody's.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                written,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Move(written, Path, overwrite: true);
    }
}

using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteManifest() : ManifestContract(new SqliteFile());

public sealed class SqlServerManifest() : ManifestContract(new ServerDatabase());

public abstract class ManifestContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Manifest_comes_back_as_it_was_saved()
    {
        await using var store = await place.OpenAsync();
        var run = Made.Run("a") with
        {
            Sources = [new("calls", false, Made.Noon, Items: 3, Stored: 2, AlreadyThere: 1)],
            CodeHash = "code",
            Channels = [new("mail", 5), new("channelPost", 2)],
            Imports = [new("mbox", 2, 9, 7)],
            Sampling = new(256, 1e-4, 0.05, ulong.MaxValue),
            PeakMemoryBytes = 5L << 30,
        };
        await store.Rankings.SaveAsync(run, [], [], [], Cancellation);

        var found = (await store.Rankings.FindAsync("a", Cancellation))!;
        Assert.Equal(run.Sources, found.Sources);
        Assert.Equal(run.Channels, found.Channels);
        Assert.Equal(run.Imports, found.Imports);
        Assert.Equal(
            (run.CodeHash, run.Sampling, run.PeakMemoryBytes), (found.CodeHash, found.Sampling, found.PeakMemoryBytes));
    }

    [Fact]
    public async Task What_a_run_took_is_written_anew_and_nothing_else()
    {
        await using var store = await place.OpenAsync();
        var run = Made.Run("a");
        await store.Rankings.SaveAsync(run, [], [], [], Cancellation);

        await store.Rankings.SaveMeasuredAsync(
            run with { Steps = [new("all", 99)], PeakMemoryBytes = 7, InputHash = "other", PersonCount = 0 },
            Cancellation);

        var found = (await store.Rankings.FindAsync("a", Cancellation))!;
        Assert.Equal(new("all", 99), Assert.Single(found.Steps));
        Assert.Equal(7, found.PeakMemoryBytes);
        Assert.Equal((run.InputHash, run.PersonCount), (found.InputHash, found.PersonCount));
    }
}

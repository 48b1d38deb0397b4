using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteNightLock() : NightLockContract(new SqliteFile());

public sealed class SqlServerNightLock() : NightLockContract(new ServerDatabase());

/// <summary>What every store promises of its nights: one at a time.</summary>
public abstract class NightLockContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Night_keeps_out_another_and_hinders_no_other_work()
    {
        await using var store = await place.OpenAsync();
        await using var other = await place.OpenAsync();
        await using (await store.LockNightAsync(TimeProvider.System, Cancellation))
        {
            var error = await Assert.ThrowsAsync<StoreException>(
                () => other.LockNightAsync(TimeProvider.System, Cancellation));
            Assert.Contains(
                $"process {Environment.ProcessId} on {Environment.MachineName} since ", error.Message,
                StringComparison.Ordinal);
            await other.People.SaveAsync([Made.Entry("1")], Cancellation);
            Assert.Single(await store.People.ReadAsync(Cancellation));
        }
        await using (await other.LockNightAsync(TimeProvider.System, Cancellation))
            Assert.Null(await store.Rankings.LatestAsync(Cancellation));
    }
}

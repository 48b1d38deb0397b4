using InfluencerMap.Api;

namespace InfluencerMap.Tests;

/// <summary>What is read once for all.</summary>
public sealed class OnceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_asks_after_a_reading_that_failed_or_was_cancelled_reads_again(bool isCancelled)
    {
        var count = 0;
        var once = new Once<int>(async () =>
        {
            await Task.Yield();
            return ++count > 1 ? count : throw (isCancelled ? new OperationCanceledException() : new IOException());
        });

        await Assert.ThrowsAnyAsync<Exception>(() => once.ReadAsync(Cancellation));
        Assert.False(once.IsRead);
        Assert.Equal(2, await once.ReadAsync(Cancellation));
        Assert.Equal(2, await once.ReadAsync(Cancellation));
        Assert.True(once.IsRead);
    }
}

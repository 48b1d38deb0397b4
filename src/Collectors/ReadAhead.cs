using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace InfluencerMap.Collectors;

/// <summary>Lets a source be read on other threads while what it gave is stored.</summary>
internal static class ReadAhead
{
    /// <summary>Keeps the arrays below the large object heap.</summary>
    private const int BatchLength = 2048;
    private const int BatchesAheadMax = 8;

    /// <summary>The same items in the same order; the source is ahead by a bounded number of them.</summary>
    public static async IAsyncEnumerable<T> Of<T>(
        IEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var batch in FromAsync<T[]>(BatchesAheadMax, WriteAsync, cancellation))
            foreach (var item in batch)
                yield return item;

        async Task WriteAsync(ChannelWriter<T[]> batches, CancellationToken stop)
        {
            foreach (var batch in source.Chunk(BatchLength))
                await batches.WriteAsync(batch, stop);
        }
    }

    /// <summary>What is written, in that order. A failure of the writer comes after what it wrote before.</summary>
    /// <param name="aheadMax">How many items may wait for the reader.</param>
    /// <param name="write">Begins at once; is stopped when the reader ends.</param>
    /// <param name="cancellation">Ends both.</param>
    public static async IAsyncEnumerable<T> FromAsync<T>(
        int aheadMax, Func<ChannelWriter<T>, CancellationToken, Task> write,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var items = Channel.CreateBounded<T>(new BoundedChannelOptions(aheadMax) { SingleReader = true });
        var writing = Task.Run(FillAsync, CancellationToken.None);
        try
        {
            await foreach (var item in items.Reader.ReadAllAsync(cancellation))
                yield return item;
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
        }

        // Never throws: what goes wrong reaches the reader through the channel.
        async Task FillAsync()
        {
            try
            {
                await write(items.Writer, stop.Token);
                items.Writer.Complete();
            }
            catch (Exception e)
            {
                items.Writer.Complete(e);
            }
        }
    }
}

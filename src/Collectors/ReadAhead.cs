using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace InfluencerMap.Collectors;

/// <summary>Lets a source be read on another thread while what it gave is stored.</summary>
internal static class ReadAhead
{
    /// <summary>Keeps the arrays below the large object heap.</summary>
    private const int BatchLength = 2048;
    private const int BatchesAheadMax = 8;

    /// <summary>The same items in the same order; the source is ahead by a bounded number of them.</summary>
    public static async IAsyncEnumerable<T> Of<T>(
        IEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var batches = Channel.CreateBounded<T[]>(new BoundedChannelOptions(BatchesAheadMax)
        {
            SingleReader = true,
            SingleWriter = true,
        });
        var reading = Task.Run(() => WriteAsync(source, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
                foreach (var item in batch)
                    yield return item;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>Never throws: what goes wrong reaches the reader through the channel.</summary>
    private static async Task WriteAsync<T>(IEnumerable<T> source, ChannelWriter<T[]> batches, CancellationToken stop)
    {
        try
        {
            var batch = new List<T>(BatchLength);
            foreach (var item in source)
            {
                batch.Add(item);
                if (batch.Count < BatchLength)
                    continue;
                await batches.WriteAsync([.. batch], stop);
                batch.Clear();
            }
            await batches.WriteAsync([.. batch], stop);
            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e);
        }
    }
}

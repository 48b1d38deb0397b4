using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace InfluencerMap.Collectors;

/// <summary>Reads many scopes of a source (mailboxes, channels), several at once.</summary>
internal static class Fanout
{
    /// <summary>
    /// The batches of all scopes, those of one scope in order; at most <paramref name="degree"/> scopes at once, each
    /// ahead of the store by one batch. A failure ends them all, after the batches that came before it.
    /// </summary>
    public static async IAsyncEnumerable<CollectedBatch> ReadAsync<TScope>(
        IEnumerable<TScope> scopes, int degree,
        Func<TScope, CancellationToken, IAsyncEnumerable<CollectedBatch>> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var batches = Channel.CreateBounded<CollectedBatch>(new BoundedChannelOptions(degree) { SingleReader = true });
        var reading = WriteAsync();
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
                yield return batch;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }

        // Never throws: what goes wrong reaches the reader through the channel.
        async Task WriteAsync()
        {
            try
            {
                var options = new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = stop.Token };
                await Parallel.ForEachAsync(scopes, options, async (scope, token) =>
                {
                    await foreach (var batch in read(scope, token).WithCancellation(token))
                        await batches.Writer.WriteAsync(batch, token);
                });
                batches.Writer.Complete();
            }
            catch (Exception e)
            {
                batches.Writer.Complete(e);
            }
        }
    }
}

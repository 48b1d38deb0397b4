using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace InfluencerMap.Collectors;

/// <summary>Visits the scopes of a source (people's mailboxes, channels), several at once.</summary>
internal static class Scopes
{
    private const int AtOnce = 16;

    /// <summary>
    /// The batches of all scopes. A scope that is not there, or that the application may not see, gives nothing; a
    /// source of which no scope may be seen is refused.
    /// </summary>
    public static async IAsyncEnumerable<CollectedBatch> VisitAsync<TScope>(
        IReadOnlyList<TScope> scopes, Func<TScope, CancellationToken, IAsyncEnumerable<CollectedBatch>> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var refusedCount = 0;
        GraphException? refusal = null;
        await foreach (var batch in ReadAhead.FromAsync<CollectedBatch>(AtOnce, VisitAllAsync, cancellation))
            yield return batch with { ScopesAll = scopes.Count };
        if (refusal is not null && refusedCount == scopes.Count)
            throw refusal;

        // Each scope is ahead of the store by one batch; those of one scope come in order.
        Task VisitAllAsync(ChannelWriter<CollectedBatch> batches, CancellationToken stop) => Parallel.ForEachAsync(
            scopes, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (scope, token) =>
            {
                await foreach (var batch in VisitOneAsync(scope, token))
                    await batches.WriteAsync(batch, token);
            });

        async IAsyncEnumerable<CollectedBatch> VisitOneAsync(
            TScope scope, [EnumeratorCancellation] CancellationToken token)
        {
            await using var batches = read(scope, token).GetAsyncEnumerator(token);
            while (true)
            {
                CollectedBatch? batch;
                try
                {
                    batch = await batches.MoveNextAsync() ? batches.Current : null;
                }
                catch (GraphException e) when (e.Status is 403 or 404)
                {
                    if (e.Status == 403)
                        Interlocked.Increment(ref refusedCount);
                    refusal = e;
                    break;
                }
                if (batch is null)
                    yield break;
                yield return batch;
            }
            yield return new() { ScopesDone = 1 };
        }
    }

    /// <summary>
    /// The pages of a delta round from a cursor on, or from the start: where there is none, or where the service no
    /// longer knows it.
    /// </summary>
    public static async IAsyncEnumerable<GraphPage<T>> ReadRoundAsync<T>(
        this GraphPages pages, GraphQuery start, string? cursor, ItemReader<T> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        const int startsMax = 3;
        var query = cursor is null ? start : start with { Link = cursor };
        for (var starts = 1; ; starts++, query = start)
        {
            await using var round = pages.ReadAsync(query, read, cancellation).GetAsyncEnumerator(cancellation);
            while (true)
            {
                GraphPage<T>? page;
                try
                {
                    page = await round.MoveNextAsync() ? round.Current : null;
                }
                catch (FullResyncException) when (starts < startsMax)
                {
                    break;
                }
                if (page is null)
                    yield break;
                yield return page;
            }
        }
    }

    /// <summary>What a page of a scope gave, and where the scope stands then; null where it stands as before.</summary>
    public static CollectedBatch ToBatch(this GraphPage<ItemRead> page, string scope, string? position) => new()
    {
        Interactions = [.. page.Items.SelectMany(read => read.Interactions)],
        Cursors = position is null ? [] : new Dictionary<string, string?> { [scope] = position },
        Items = page.ItemCount,
        Outcomes = page.Items.Select(read => read.Outcome).CountBySort(),
        ScopesDone = page.Next is null ? 1 : 0,
    };

    /// <summary>
    /// A delta round of which all elements are needed together, each merged from all that the round says of it. It
    /// begins anew where there is no cursor, or where the service no longer knows it.
    /// </summary>
    public static async Task<DeltaRound<TKey, T>> ReadWholeRoundAsync<TKey, T>(
        this GraphPages pages, GraphQuery start, string? cursor, ItemReader<T> read, Func<T, TKey> keyOf,
        Func<T, T, T> later, CancellationToken cancellation) where TKey : notnull
    {
        try
        {
            return await ReadAsync(cursor is null ? start : start with { Link = cursor }, isWhole: cursor is null);
        }
        catch (FullResyncException) when (cursor is not null)
        {
            return await ReadAsync(start, isWhole: true);
        }

        async Task<DeltaRound<TKey, T>> ReadAsync(GraphQuery query, bool isWhole)
        {
            var items = new Dictionary<TKey, T>();
            string? delta = null;
            await foreach (var page in pages.ReadAsync(query, read, cancellation))
            {
                foreach (var item in page.Items)
                    items[keyOf(item)] = items.TryGetValue(keyOf(item), out var earlier) ? later(item, earlier) : item;
                delta = page.Delta ?? delta;
            }
            return new(items, delta, isWhole);
        }
    }
}

/// <summary>What a delta round said.</summary>
/// <param name="Items">By their ids.</param>
/// <param name="Delta">Where the next round begins.</param>
/// <param name="IsWhole">Whether it names all that there is, and not only changes.</param>
internal sealed record DeltaRound<TKey, T>(IReadOnlyDictionary<TKey, T> Items, string? Delta, bool IsWhole);

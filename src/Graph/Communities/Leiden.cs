using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph;

/// <summary>Communities: groups with more ties inside than to others, by the Leiden algorithm.</summary>
public static class Leiden
{
    /// <summary>Looks for the grouping of best quality, from one seed.</summary>
    /// <param name="graph">
    /// Read without direction: in a directed graph the strengths of both directions of a pair add up. Larger
    /// strength is closer.
    /// </param>
    /// <param name="options">Quality, resolution, seed and rounds; the defaults where null.</param>
    /// <param name="cancellation">Checked every few thousand nodes.</param>
    /// <returns>
    /// Connected communities whose quality no move of one node and no merger of two improves, where
    /// <see cref="Communities.IsSettled"/>. The best of all groupings cannot be found in reasonable time: other seeds
    /// give others of nearly equal quality.
    /// </returns>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// Traag, Waltman and van Eck 2019. One thread; the same seed gives the same communities on any machine. About
    /// O(arcs) a level, a few levels a round; some 60 bytes per node and 12 per arc.
    /// </remarks>
    public static Communities Find(
        InteractionGraph graph, LeidenOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new LeidenSearch(graph, options ?? new()).From((options ?? new()).Seed, cancellation);
    }

    /// <summary>
    /// The best of several seeds, which differ by chance alone, or better: what all of them keep together is kept
    /// together in as many further searches. Of equal ones that of the first seed.
    /// </summary>
    /// <param name="graph">As for <see cref="Find"/>.</param>
    /// <param name="seedCount">How many seeds, from that of the options on; at least 1.</param>
    /// <param name="options">Quality, resolution, first seed and rounds; the defaults where null.</param>
    /// <param name="threads">Workers at most, each with a seed; 0 for one per core. The result is the same.</param>
    /// <param name="cancellation">Checked every few thousand nodes.</param>
    /// <exception cref="ArgumentOutOfRangeException">No seed at all, or a negative number of threads.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    public static Communities BestOf(
        InteractionGraph graph, int seedCount, LeidenOptions? options = null, int threads = 0,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(seedCount, 1);
        if (threads < 0)
            Throw.ThreadsNegative(threads);
        options ??= new();
        var search = new LeidenSearch(graph, options);
        var found = new Communities[seedCount];
        Parallel.For(0, seedCount, Workers.Of(threads, cancellation), place =>
            found[place] = search.From(options.Seed + (ulong)place, cancellation));
        var best = found[0];
        foreach (var other in found)
            if (other.Quality > best.Quality)
                best = other;
        if (seedCount == 1 || best.Levels.Count == 0)
            return best;
        var combined = search.FromAgreed(found, best.Seed, threads, cancellation);
        return combined.Quality > best.Quality ? combined : best;
    }

    /// <summary>The quality of any grouping of a graph's nodes.</summary>
    /// <param name="graph">As for <see cref="Find"/>.</param>
    /// <param name="groupOfNode">By node, a number of at least 0 that those of one group share.</param>
    /// <param name="options">Quality, resolution and use of strengths; the defaults where null.</param>
    /// <returns>Null for modularity where the graph has no tie.</returns>
    /// <exception cref="ArgumentException">Not one number of at least 0 per node.</exception>
    /// <remarks>O(nodes + arcs).</remarks>
    public static double? QualityOf(
        InteractionGraph graph, IReadOnlyList<int> groupOfNode, LeidenOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(groupOfNode);
        if (groupOfNode.Count != graph.NodeCount || groupOfNode.Any(group => group < 0))
            throw new ArgumentException(
                $"{graph.NodeCount} nodes need as many groups, each a number of at least 0.", nameof(groupOfNode));
        return new LeidenSearch(graph, options ?? new()).QualityOf(Communities.Numbered(Dense(groupOfNode)).OfNode);
    }

    /// <summary>The same groups with numbers below the number of nodes.</summary>
    private static int[] Dense(IReadOnlyList<int> groupOfNode)
    {
        var numbers = new Dictionary<int, int>();
        return [.. groupOfNode.Select(group =>
            numbers.TryGetValue(group, out var number) ? number : numbers[group] = numbers.Count)];
    }
}

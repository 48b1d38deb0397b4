using QuikGraph;

namespace InfluencerMap.Graph;

/// <summary>
/// The measures of this library on any QuikGraph graph, directed or undirected as its <c>IsDirected</c> says.
/// </summary>
/// <remarks>
/// Each call copies the graph once into arrays, in O(vertices + edges); an <see cref="InteractionGraph"/>, and its
/// <see cref="InteractionGraph.AsUndirected"/>, is read as it is. Edges from a vertex to itself are left out.
/// Vertices need the equality that a dictionary needs. The graph must not change while it is copied.
/// </remarks>
public static class QuikGraphMeasures
{
    extension<TVertex, TEdge>(IEdgeListGraph<TVertex, TEdge> graph)
        where TVertex : notnull
        where TEdge : IEdge<TVertex>
    {
        /// <summary>
        /// The sum over ordered pairs of others of the share of their shortest paths that run through each vertex.
        /// Exact; see <see cref="Graph.Betweenness.Exact"/>.
        /// </summary>
        /// <param name="lengths">
        /// Length of an edge, a whole number from 1 to 8, of parallel edges the shortest; null where every edge is one
        /// step.
        /// </param>
        /// <param name="options">Threads, precision, normalisation and endpoints; the defaults where null.</param>
        /// <param name="progress">Gets a report every 64 sources, in order, from a worker's thread.</param>
        /// <param name="cancellation">Checked once per 64 sources.</param>
        /// <returns>A score of at least 0 for every vertex; an undirected pair counts in both orders.</returns>
        /// <exception cref="ArgumentException">A length is not a whole number from 1 to 8.</exception>
        public IReadOnlyDictionary<TVertex, double> Betweenness(
            Func<TEdge, double>? lengths = null,
            BetweennessOptions? options = null,
            IProgress<MeasureProgress>? progress = null,
            CancellationToken cancellation = default)
        {
            var frozen = FrozenGraph<TVertex>.Copy(graph, lengths, ParallelTies.KeepLeast);
            var tieLengths = lengths is null ? null : TieLengths.FromValues(frozen.Graph);
            var result = Graph.Betweenness.Exact(frozen.Graph, options, tieLengths, progress, cancellation);
            return frozen.ByVertex(result.Scores);
        }

        /// <summary>
        /// How many others each vertex reaches in at most so many steps along the edges. Exact; see
        /// <see cref="Graph.Reach.Compute"/>, which gives all numbers of steps in one sweep.
        /// </summary>
        /// <param name="steps">At least 1.</param>
        /// <param name="threads">Workers at most; 0 for one per core.</param>
        /// <param name="progress">Gets a report every 64 vertices, in order, from a worker's thread.</param>
        /// <param name="cancellation">Checked once per 64 vertices.</param>
        /// <returns>0 … vertices − 1 for every vertex, which does not count itself.</returns>
        /// <exception cref="ArgumentOutOfRangeException">Fewer steps than 1, or negative threads.</exception>
        public IReadOnlyDictionary<TVertex, int> Reach(
            int steps,
            int threads = 0,
            IProgress<MeasureProgress>? progress = null,
            CancellationToken cancellation = default)
        {
            var frozen = FrozenGraph<TVertex>.Copy(graph, null, ParallelTies.AddStrengths);
            var result = Graph.Reach.Compute(frozen.Graph, steps, threads, progress, cancellation);
            return frozen.ByVertex(result.Within(steps));
        }

        /// <summary>
        /// The sum over all others of 1 / distance, in steps from each vertex along the edges. Exact; see
        /// <see cref="Graph.HarmonicCloseness.Exact"/>.
        /// </summary>
        /// <param name="threads">Workers at most; 0 for one per core.</param>
        /// <param name="progress">Gets a report every 64 vertices, in order, from a worker's thread.</param>
        /// <param name="cancellation">Checked once per 64 vertices.</param>
        /// <returns>0 … vertices − 1 for every vertex; who is not reached adds nothing.</returns>
        /// <exception cref="ArgumentOutOfRangeException">Negative threads.</exception>
        public IReadOnlyDictionary<TVertex, double> HarmonicCloseness(
            int threads = 0,
            IProgress<MeasureProgress>? progress = null,
            CancellationToken cancellation = default)
        {
            var frozen = FrozenGraph<TVertex>.Copy(graph, null, ParallelTies.AddStrengths);
            var result = Graph.HarmonicCloseness.Exact(frozen.Graph, threads, progress, cancellation);
            return frozen.ByVertex(result.Scores);
        }
    }

    // Not in the block above: the tool that writes the approved surface fails on an "out" array in such a block.
    /// <summary>Copies the graph, to be measured several times or by a measure that has no call here.</summary>
    /// <param name="graph">Any QuikGraph graph.</param>
    /// <param name="vertices">The caller's vertices in node order.</param>
    /// <param name="strengths">
    /// Strength of an edge, positive and finite; 1 where null. Parallel edges add theirs.
    /// </param>
    /// <returns>The copy; an <see cref="InteractionGraph"/> itself where no strengths are given.</returns>
    /// <exception cref="ArgumentException">A strength is not positive and finite.</exception>
    public static InteractionGraph ToInteractionGraph<TVertex, TEdge>(
        this IEdgeListGraph<TVertex, TEdge> graph, out TVertex[] vertices, Func<TEdge, double>? strengths = null)
        where TVertex : notnull
        where TEdge : IEdge<TVertex>
    {
        var frozen = FrozenGraph<TVertex>.Copy(graph, strengths, ParallelTies.AddStrengths);
        vertices = frozen.Vertices;
        return frozen.Graph;
    }
}

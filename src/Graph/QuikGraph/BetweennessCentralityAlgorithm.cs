using QuikGraph;
using QuikGraph.Algorithms;
using QuikGraph.Algorithms.Services;

namespace InfluencerMap.Graph;

/// <summary>Exact betweenness as a QuikGraph algorithm: construct, <c>Compute</c>, read <see cref="Scores"/>.</summary>
/// <remarks>
/// The same scores as <c>graph.Betweenness(...)</c>, of which this is the stateful form. <c>Abort</c>, from another
/// thread or from <see cref="Progress"/>, takes effect within 64 sources per worker; the state is then <c>Aborted</c>
/// and there are no scores. Where a host was aborted instead, QuikGraph calls the state <c>Finished</c> all the same:
/// ask <see cref="HasScores"/>.
/// </remarks>
/// <param name="host">The algorithm that this one works for and is aborted with; itself where null.</param>
/// <param name="visitedGraph">Directed or undirected, as its <c>IsDirected</c> says.</param>
/// <param name="lengths">Length of an edge, a whole number from 1 to 8; null where every edge is one step.</param>
/// <param name="options">Threads, precision, normalisation and endpoints; the defaults where null.</param>
public sealed class BetweennessCentralityAlgorithm<TVertex, TEdge>(
    IAlgorithmComponent? host,
    IEdgeListGraph<TVertex, TEdge> visitedGraph,
    Func<TEdge, double>? lengths = null,
    BetweennessOptions? options = null) : AlgorithmBase<IEdgeListGraph<TVertex, TEdge>>(host, visitedGraph)
    where TVertex : notnull
    where TEdge : IEdge<TVertex>
{
    private IReadOnlyDictionary<TVertex, double>? _scores;

    /// <summary>Prepares to measure a graph; nothing is read before <c>Compute</c>.</summary>
    /// <param name="visitedGraph">Directed or undirected, as its <c>IsDirected</c> says.</param>
    /// <param name="lengths">Length of an edge, a whole number from 1 to 8; null where every edge is one step.</param>
    /// <param name="options">Threads, precision, normalisation and endpoints; the defaults where null.</param>
    public BetweennessCentralityAlgorithm(
        IEdgeListGraph<TVertex, TEdge> visitedGraph,
        Func<TEdge, double>? lengths = null,
        BetweennessOptions? options = null)
        : this(null, visitedGraph, lengths, options)
    {
    }

    /// <summary>Gets a report every 64 sources, in order, from a worker's thread.</summary>
    /// <value>Null: nothing is reported.</value>
    public IProgress<MeasureProgress>? Progress { get; init; }

    /// <summary>Whether the last <c>Compute</c> came to its end.</summary>
    public bool HasScores => _scores is not null;

    /// <summary>A score of at least 0 for every vertex, summed over ordered pairs unless normalised.</summary>
    /// <exception cref="InvalidOperationException">There are none: see <see cref="HasScores"/>.</exception>
    public IReadOnlyDictionary<TVertex, double> Scores => _scores
        ?? throw new InvalidOperationException("There are no scores: Compute has not been called, or it was aborted.");

    /// <inheritdoc/>
    protected override void Initialize() => _scores = null;

    /// <inheritdoc/>
    protected override void InternalCompute()
    {
        ThrowIfCancellationRequested();
        using var abort = new CancellationTokenSource();
        _scores = VisitedGraph.Betweenness(lengths, options, new AbortCheck(this, abort), abort.Token);
    }

    /// <summary>An abort during the last block comes too late to stop the work, but not to void it.</summary>
    protected override void OnAborted(EventArgs args)
    {
        _scores = null;
        base.OnAborted(args);
    }

    /// <summary>
    /// Asks at every report, because the event <c>CancelRequested</c> of QuikGraph 2.5.0 is never raised: it counts the
    /// requests from 0 and compares with 0 after counting.
    /// </summary>
    private sealed class AbortCheck(
        BetweennessCentralityAlgorithm<TVertex, TEdge> algorithm, CancellationTokenSource abort)
        : IProgress<MeasureProgress>
    {
        public void Report(MeasureProgress value)
        {
            algorithm.Progress?.Report(value);
            if (algorithm.Services.CancelManager.IsCancelling)
                abort.Cancel();
        }
    }
}

using System.Numerics.Tensors;
using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph;

public static partial class Betweenness
{
    // Arcs times sources that are computed exactly: some minutes of one core, a company of about 100,000 people.
    private const long ExactArcSourcesMax = 1_000_000_000_000;

    // One source by a queue of real distances takes about as long as so many on lanes.
    private const int RealLengthsCost = 100;

    private const int FirstSourceCount = 256;

    // The default error is a tenth of the score looked for.
    private const double DefaultErrorShare = 0.1;
    private const int DefaultRankLookedFor = 10;

    // How far beyond the error asked for the largest sample must be foreseen to end, before it is given up: the
    // variances of a small sample are known to some tens of per cent.
    private const double HopelessFactor = 1.5;

    /// <summary>
    /// Betweenness, exact where that takes minutes at most, else sampled. <see cref="Centrality.Sampled"/> says which.
    /// </summary>
    /// <remarks>
    /// With a cutoff, sources or targets always exact. Else the choice depends on nodes times arcs and on real lengths
    /// alone, never on the machine.
    /// </remarks>
    public static Centrality Compute(
        InteractionGraph graph,
        SampledOptions? options = null,
        TieLengths? lengths = null,
        IProgress<MeasureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var cost = lengths is { IsWhole: false } ? RealLengthsCost : 1;
        return options is { Exact.CountsAll: false }
            || (double)graph.NodeCount * graph.ArcCount * cost <= ExactArcSourcesMax
            ? Exact(graph, options?.Exact, lengths, progress, cancellation)
            : Sampled(graph, options, lengths, progress, cancellation);
    }

    /// <summary>
    /// Betweenness estimated from sources drawn at random: with probability at least 1 − delta every score is within
    /// epsilon of the exact one. Exact after all where the sample would be as large as the graph.
    /// </summary>
    /// <param name="graph">
    /// Directed paths follow the ties; in an undirected graph every pair counts in both orders.
    /// </param>
    /// <param name="options">Error, probability, seed; the defaults where null.</param>
    /// <param name="lengths">Lengths of the ties of this graph; null where every tie is one step.</param>
    /// <param name="progress">Gets a report every 64 sources; the sample doubles while the bounds ask for more.</param>
    /// <param name="cancellation">Checked once per 64 sources.</param>
    /// <returns>
    /// Estimates, normalised as asked and never above what is possible, (n − 1)(n − 2) raw; and in
    /// <see cref="Centrality.Sampled"/> the error in fact reached; null there means exact.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The lengths belong to another graph, or endpoints or some paths alone are asked for.
    /// </exception>
    /// <remarks>
    /// Brandes and Pich 2007 with a stopping rule that holds for all nodes and all checks at once: empirical Bernstein
    /// bounds, Maurer and Pontil 2009. The same bits for any number of threads.
    /// </remarks>
    public static Centrality Sampled(
        InteractionGraph graph,
        SampledOptions? options = null,
        TieLengths? lengths = null,
        IProgress<MeasureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new();
        RequireLengthsOf(graph, lengths);
        if (options.Exact.Endpoints)
            throw new ArgumentException(
                "Endpoints are not sampled; ask for exact betweenness, or leave them out.", nameof(options));
        if (!options.Exact.CountsAll)
            throw new ArgumentException(
                "Paths of some lengths or ends are not sampled; ask for exact betweenness.", nameof(options));
        return Sample(graph, options, lengths, graph.NodeCount - 1, progress, cancellation)
            ?? Exact(graph, options.Exact, lengths, progress, cancellation);
    }

    internal static Centrality? Sample(
        InteractionGraph graph, SampledOptions options, TieLengths? lengths, int sourcesMax,
        IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        if (FirstSourceCount > sourcesMax)
            return null;
        cancellation.ThrowIfCancellationRequested();
        using var engine = LaneBrandes.Sampling(
            graph, lengths, new() { Precision = options.Exact.Precision });
        var sample = new SourceSampler(engine, options.Seed, options.Delta).Sample(
            FirstSourceCount, sourcesMax, sample => Judge(sample, options), options.Exact.Threads,
            progress, cancellation);
        if (sample is null)
            return null;

        double nodeCount = graph.NodeCount;
        var scores = sample.Means;
        var scale = Scale(options.Exact, nodeCount);
        TensorPrimitives.Multiply(scores, nodeCount * (nodeCount - 1) * scale, scores);
        // Who was seldom drawn as a source, which gives a score of 0, may come out above all pairs of others. The true
        // score is not up there, so that cutting off brings no estimate further from it, and the bounds stay.
        TensorPrimitives.Min(scores, (nodeCount - 1) * (nodeCount - 2) * scale, scores);
        return new()
        {
            Scores = scores,
            Definition = Define(graph, options.Exact, lengths, $"sampled from {sample.SourceCount} sources"),
            Sampled = new(sample.Radii.Max(), options.Delta, sample.SourceCount)
            {
                Seed = options.Seed,
                CertainTop = options.TopK > 0 ? CertainTop(sample, options.TopK) : [],
            },
        };
    }

    private static SampleVerdict Judge(SourceSample sample, SampledOptions options)
    {
        if (options.TopK > 0 && CertainTop(sample, options.TopK).Length >= options.TopK)
            return SampleVerdict.Enough;
        var epsilon = options.Epsilon
            ?? DefaultErrorShare * Largest(sample.Means, options.TopK > 0 ? options.TopK : DefaultRankLookedFor);
        if (sample.Radii.Max() <= epsilon)
            return SampleVerdict.Enough;
        // The highest scores may be separated long before all scores settle, so it is worth trying when a top k is
        // asked for.
        return options.TopK == 0 && sample.LastRadius > HopelessFactor * epsilon
            ? SampleVerdict.Hopeless
            : SampleVerdict.GoOn;
    }

    /// <summary>
    /// The nodes whose least possible score exceeds the greatest possible one of all but k − 1 others.
    /// </summary>
    private static int[] CertainTop(SourceSample sample, int topK)
    {
        if (topK >= sample.Means.Length)
            return [.. Enumerable.Range(0, sample.Means.Length)];
        var upper = new double[sample.Means.Length];
        TensorPrimitives.Add(sample.Means, sample.Radii, upper);
        var bar = Largest(upper, topK + 1);
        return [.. Enumerable.Range(0, upper.Length).Where(node => sample.Means[node] - sample.Radii[node] > bar)];
    }

    private static double Largest(double[] values, int rank)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return sorted[Math.Max(sorted.Length - rank, 0)];
    }
}

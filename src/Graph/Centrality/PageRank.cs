namespace InfluencerMap.Graph;

/// <summary>PageRank: the share of a random walk's time spent at each person. Scores sum to 1.</summary>
public static class PageRank
{
    /// <summary>
    /// Follows a walk that takes ties in proportion to their strength and now and then starts anew: anywhere, or as
    /// <see cref="PageRankOptions.Start"/> says.
    /// </summary>
    /// <param name="graph">Directed: the walk follows the ties, so score flows from source to target.</param>
    /// <param name="options">Damping, tolerance, start and use of strengths; the defaults where null.</param>
    /// <param name="cancellation">Checked once per iteration.</param>
    /// <returns>
    /// Shares that sum to 1, up to rounding, above 0 where the walk starts anywhere; none for a graph without nodes.
    /// </returns>
    /// <exception cref="ArgumentException">The start is not of the graph's size, or nowhere.</exception>
    /// <exception cref="InvalidOperationException">
    /// Not settled after <see cref="PageRankOptions.IterationsMax"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// Brin and Page 1998; with a start Haveliwala 2002. Who has no outgoing tie gives the score to everyone equally,
    /// or by the start; without that it would leak.
    /// Only ratios of the strengths that leave one node count, so strengths of any size are right: where sums would
    /// leave the range of a double, each node's strengths are first multiplied by a power of two of its own.
    /// Cost: O(arcs) per iteration, four doubles per node.
    /// </remarks>
    public static Centrality Compute(
        InteractionGraph graph, PageRankOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new();
        var nodeCount = graph.NodeCount;
        var scores = new double[nodeCount];
        var next = new double[nodeCount];
        var perStrength = new double[nodeCount];
        var strengths = options.UseStrengths ? WalkStrengths.Of(graph) : default;
        var outStrengths = options.UseStrengths ? strengths.OutSums : OutDegrees(graph);
        Array.Fill(scores, 1.0 / nodeCount);
        var start = StartIn(graph, options);

        var residual = nodeCount == 0 ? 0 : double.PositiveInfinity;
        for (var iteration = 1; residual > options.Tolerance; iteration++)
        {
            if (iteration > options.IterationsMax)
                throw new InvalidOperationException(
                    $"PageRank did not settle: residual {residual:E2} after {options.IterationsMax} iterations, "
                    + $"wanted {options.Tolerance:E2}. Allow more iterations or a larger tolerance.");
            cancellation.ThrowIfCancellationRequested();
            var stranded = Spread(scores, outStrengths, perStrength);
            var anew = 1 - options.Damping + options.Damping * stranded;
            Pull(
                graph, strengths.InStrengths, perStrength, next, start, start.Length == 0 ? anew / nodeCount : anew,
                options.Damping);
            residual = Change(scores, next);
            (scores, next) = (next, scores);
        }
        return new() { Scores = scores, Definition = Define(graph, options) };
    }

    private static double[] OutDegrees(InteractionGraph graph)
    {
        var degrees = new double[graph.NodeCount];
        for (var node = 0; node < degrees.Length; node++)
            degrees[node] = graph.OutNeighbours(node).Length;
        return degrees;
    }

    /// <summary>
    /// Divides each score by the strength that it leaves through; returns the scores that have no way out.
    /// </summary>
    private static double Spread(double[] scores, double[] outStrengths, double[] perStrength)
    {
        var stranded = 0.0;
        for (var node = 0; node < scores.Length; node++)
        {
            if (outStrengths[node] > 0)
                perStrength[node] = scores[node] / outStrengths[node];
            else
                stranded += scores[node];
        }
        return stranded;
    }

    /// <param name="graph">Read against its ties.</param>
    /// <param name="strengths">Parallel to the sources; empty where all ties are equal.</param>
    /// <param name="perStrength">Of each node, its score divided by the strength that it leaves through.</param>
    /// <param name="next">Gets the scores after one more step.</param>
    /// <param name="start">Of each node, its share of what starts anew; empty where all have the same.</param>
    /// <param name="anew">What each node gets in any case, times its share where there are any.</param>
    /// <param name="damping">Probability of following a tie.</param>
    internal static void Pull(
        InteractionGraph graph, ReadOnlySpan<double> strengths, double[] perStrength, double[] next,
        ReadOnlySpan<double> start, double anew, double damping)
    {
        var offsets = graph.InOffsets;
        var sources = graph.InSources;
        for (var node = 0; node < next.Length; node++)
        {
            var sum = 0.0;
            // Each node pulls from those with a tie to it: one write per node, and no order of additions to depend on.
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
                sum += strengths.IsEmpty ? perStrength[sources[arc]] : strengths[arc] * perStrength[sources[arc]];
            next[node] = (start.IsEmpty ? anew : anew * start[node]) + damping * sum;
        }
    }

    /// <summary>Shares of the start that sum to 1; empty where it is anywhere.</summary>
    private static double[] StartIn(InteractionGraph graph, PageRankOptions options)
    {
        if (options.Start is not { } start)
            return [];
        if (start.Count != graph.NodeCount)
            throw new ArgumentException(
                $"The graph has {graph.NodeCount} nodes, the start {start.Count} shares.", nameof(options));
        var most = start.DefaultIfEmpty(1).Max();
        if (!(most > 0))
            throw new ArgumentException("The walk starts nowhere: no share of the start is above 0.", nameof(options));
        double[] shares = [.. start.Select(share => share / most)];
        var sum = shares.Sum();
        return Array.ConvertAll(shares, share => share / sum);
    }

    private static double Change(double[] before, double[] after)
    {
        var sum = 0.0;
        for (var node = 0; node < after.Length; node++)
            sum += Math.Abs(after[node] - before[node]);
        return sum;
    }

    private static string Define(InteractionGraph graph, PageRankOptions options) =>
        $"PageRank, {(graph.IsDirected ? "along the ties" : "undirected")}, "
        + $"{(options.UseStrengths ? "by strength" : "all ties equal")}, damping {options.Damping}, "
        + $"{(options.Start is null ? "" : "starts at nodes given, ")}sums to 1";
}

/// <summary>How PageRank walks and when it has settled.</summary>
public sealed record PageRankOptions
{
    /// <summary>Probability of following a tie instead of starting anew.</summary>
    /// <value>0.85 (Brin and Page 1998); above 0 and below 1.</value>
    public double Damping
    {
        get;
        init => field = value is > 0 and < 1 ? value : Throw.NotAShare(nameof(Damping), value);
    } = 0.85;

    /// <summary>Converged when the sum of all changes in one iteration is at most this.</summary>
    /// <value>1e-10; above 0.</value>
    public double Tolerance
    {
        get;
        init => field = value > 0 ? value : Throw.OutOfRange<double>("tolerance", $"Tolerance {value} is not above 0.");
    } = 1e-10;

    /// <summary>Rounds before giving up with an error. The change shrinks by the damping each round.</summary>
    /// <value>200, which damping 0.85 needs 143 of at most; at least 1.</value>
    public int IterationsMax
    {
        get;
        init => field = value > 0
            ? value
            : Throw.OutOfRange<int>("iterationsMax", $"{value} iterations; the least is 1.");
    } = 200;

    /// <summary>
    /// Where the walk starts anew: of each node, in node order, a share of any unit; what is near to the start scores
    /// highest (personalised PageRank).
    /// </summary>
    /// <value>Null: anywhere, each node as often. Else finite, at least 0, and somewhere above it.</value>
    public IReadOnlyList<double>? Start
    {
        get;
        init => field = value is null || value.All(share => share >= 0 && double.IsFinite(share))
            ? value
            : Throw.OutOfRange<IReadOnlyList<double>>("start", "A share of the start is negative or not finite.");
    }

    /// <summary>Whether stronger ties are taken more often.</summary>
    /// <value>True.</value>
    public bool UseStrengths { get; init; } = true;
}

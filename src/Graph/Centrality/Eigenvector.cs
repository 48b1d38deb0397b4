namespace InfluencerMap.Graph;

/// <summary>Eigenvector centrality: who is tied to people who are themselves central. The highest score is 1.</summary>
public static class Eigenvector
{
    // Half of the largest eigenvalue is added to all: without it, a graph of two sides swings between them for ever.
    private const double Shift = 0.5;

    /// <summary>The eigenvector of the largest eigenvalue, by strengths, scaled to a highest score of 1.</summary>
    /// <param name="graph">Directed: score flows from source to target, as igraph and networkx have it.</param>
    /// <param name="options">Tolerance, iterations and the use of strengths; the defaults where null.</param>
    /// <param name="cancellation">Checked once per iteration.</param>
    /// <returns>
    /// Scores of 0 … 1, 0 for whom no tie leads to. Where a graph falls into pieces, those of the piece with the
    /// largest eigenvalue, and about 0 in all others; pieces of equal ones both score high.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// No tie is part of a circle (an undirected tie is one), so that there is no score; or not settled after
    /// <see cref="EigenvectorOptions.IterationsMax"/>, as in long chains, whose eigenvalues nearly meet.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// Bonacich 1972. Power iteration with a shift: O(arcs) per iteration; 16 bytes per node, 8 per arc. Only ratios of
    /// strengths count, whatever their size.
    /// </remarks>
    public static Centrality Compute(
        InteractionGraph graph, EigenvectorOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new();
        cancellation.ThrowIfCancellationRequested();
        if (graph.NodeCount > 0 && !HasCircle(graph))
            throw new InvalidOperationException(
                "No tie is part of a circle, so that nobody's score feeds back: there is no eigenvector centrality.");
        var strengths = options.UseStrengths ? InUnitsOfStrongest(graph.InStrengths) : [];
        var scores = new double[graph.NodeCount];
        var next = new double[graph.NodeCount];
        Array.Fill(scores, 1);
        var residual = graph.NodeCount == 0 ? 0 : double.PositiveInfinity;
        for (var iteration = 1; residual > options.Tolerance; iteration++)
        {
            if (iteration > options.IterationsMax)
                throw new InvalidOperationException(
                    $"Eigenvector centrality did not settle: residual {residual:E2} after {options.IterationsMax} "
                    + $"iterations, wanted {options.Tolerance:E2}. Allow more iterations or a larger tolerance.");
            cancellation.ThrowIfCancellationRequested();
            PageRank.Pull(graph, strengths, scores, next, [], 0, 1);
            residual = Step(scores, next);
        }
        // What the last step pulled is an eigenvector too, and exactly 0 where nothing comes in.
        var highest = next.DefaultIfEmpty(1).Max();
        return new()
        {
            Scores = Array.ConvertAll(next, score => score / highest),
            Definition = $"Eigenvector centrality, {(graph.IsDirected ? "along the ties" : "undirected")}, "
                + $"{(options.UseStrengths ? "by strength" : "all ties equal")}, highest 1",
        };
    }

    /// <summary>Makes scores of what was pulled; returns how far the old ones were from an eigenvector.</summary>
    private static double Step(double[] scores, double[] pulled)
    {
        var (eigenvalue, residual, highest) = (pulled.Max(), 0.0, 0.0);
        for (var node = 0; node < scores.Length; node++)
        {
            var score = pulled[node] / eigenvalue;
            residual = Math.Max(residual, Math.Abs(score - scores[node]));
            scores[node] = score + Shift * scores[node];
            highest = Math.Max(highest, scores[node]);
        }
        for (var node = 0; node < scores.Length; node++)
            scores[node] /= highest;
        return residual;
    }

    /// <summary>By a power of two, so that no digit is lost and no sum leaves the range of a double.</summary>
    private static double[] InUnitsOfStrongest(ReadOnlySpan<double> strengths)
    {
        var strongest = 0.0;
        foreach (var strength in strengths)
            strongest = Math.Max(strongest, strength);
        var scaled = strengths.ToArray();
        foreach (ref var strength in scaled.AsSpan())
            strength = Math.ScaleB(strength, -Math.ILogB(strongest));
        return scaled;
    }

    /// <summary>Takes away whom nobody is left to lead to, again and again (Kahn 1962): a circle remains.</summary>
    private static bool HasCircle(InteractionGraph graph)
    {
        if (!graph.IsDirected)
            return graph.ArcCount > 0;
        var left = new int[graph.NodeCount];
        var gone = new Stack<int>();
        for (var node = 0; node < graph.NodeCount; node++)
            if ((left[node] = graph.InNeighbours(node).Length) == 0)
                gone.Push(node);
        var goneCount = 0;
        for (; gone.TryPop(out var node); goneCount++)
            foreach (var target in graph.OutNeighbours(node))
                if (--left[target] == 0)
                    gone.Push(target);
        return goneCount < graph.NodeCount;
    }
}

/// <summary>When eigenvector centrality has settled, and what it reads.</summary>
public sealed record EigenvectorOptions
{
    /// <summary>Settled when one more step along the ties changes no score by more than this.</summary>
    /// <value>1e-10; above 0.</value>
    public double Tolerance
    {
        get;
        init => field = value > 0 ? value : Throw.OutOfRange<double>("tolerance", $"Tolerance {value} is not above 0.");
    } = 1e-10;

    /// <summary>Rounds before giving up with an error.</summary>
    /// <value>10,000; at least 1.</value>
    public int IterationsMax
    {
        get;
        init => field = value > 0
            ? value
            : Throw.OutOfRange<int>("iterationsMax", $"{value} iterations; the least is 1.");
    } = 10_000;

    /// <summary>Whether stronger ties carry more.</summary>
    /// <value>True.</value>
    public bool UseStrengths { get; init; } = true;
}

using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph;

/// <summary>How betweenness is computed and scaled.</summary>
public sealed record BetweennessOptions
{
    /// <summary>Workers at most. The scores have the same bits for any number.</summary>
    /// <value>0: one per core.</value>
    public int Threads
    {
        get;
        init => field = value >= 0 ? value : Throw.ThreadsNegative(value);
    }

    /// <summary>What the path counts are kept in.</summary>
    /// <value><see cref="Precision.Float"/>.</value>
    public Precision Precision { get; init; } = Precision.Float;

    /// <summary>What the raw sums are divided by.</summary>
    /// <value><see cref="Normalisation.Raw"/>.</value>
    public Normalisation Normalisation { get; init; } = Normalisation.Raw;

    /// <summary>Whether a path also counts for the two people at its ends.</summary>
    /// <value>False: only people between the two score.</value>
    public bool Endpoints { get; init; }

    /// <summary>Only paths up to this length count, in steps or in lengths of ties: igraph's cutoff.</summary>
    /// <value>Null: paths of any length; else above 0.</value>
    public double? Cutoff
    {
        get;
        init => field = value is null or > 0
            ? value
            : Throw.OutOfRange<double?>("cutoff", $"A cutoff of {value} is not above 0; null is for none.");
    }

    /// <summary>Only paths that begin at these nodes count, each node once.</summary>
    /// <value>Null: at all.</value>
    public IReadOnlyList<int>? Sources { get; init; }

    /// <summary>Only paths that end at these nodes count, each node once.</summary>
    /// <value>Null: at all.</value>
    public IReadOnlyList<int>? Targets { get; init; }

    /// <summary>Whether all paths count, whatever their length and their ends.</summary>
    internal bool CountsAll => Cutoff is null && Sources is null && Targets is null;

    /// <summary>The same as kernels read it.</summary>
    /// <exception cref="ArgumentException">A source or a target is not in the graph.</exception>
    internal PathChoice PathsIn(InteractionGraph graph, bool perArc = false)
    {
        var targets = Targets is null ? null : new double[graph.NodeCount];
        foreach (var target in Nodes(graph, Targets) ?? [])
            targets![target] = 1;
        return new()
        {
            Endpoints = Endpoints,
            PerArc = perArc,
            Cutoff = Cutoff ?? double.PositiveInfinity,
            Sources = Nodes(graph, Sources),
            Targets = targets,
        };
    }

    private static int[]? Nodes(InteractionGraph graph, IReadOnlyList<int>? given)
    {
        if (given is null)
            return null;
        foreach (var node in given)
            if ((uint)node >= (uint)graph.NodeCount)
                Throw.EndNotInGraph(node, graph.NodeCount);
        return [.. given.Distinct().Order()];
    }
}

/// <summary>
/// What raw betweenness is divided by, n people being in the graph. Raw is the sum over <em>ordered</em> pairs, so that
/// an undirected pair counts twice. A divisor of 0 gives scores of 0.
/// </summary>
public enum Normalisation
{
    /// <summary>
    /// Nothing. Directed: equal to networkx and igraph without normalisation; undirected: twice theirs, since they
    /// count each pair once.
    /// </summary>
    Raw,

    /// <summary>networkx with <c>normalized=True</c>: (n − 1)(n − 2), and n (n − 1) with endpoints. 0 … 1.</summary>
    NetworkX,

    /// <summary>
    /// igraph with <c>normalized=TRUE</c>: (n − 1)(n − 2). 0 … 1. igraph knows no endpoints; the divisor stays with
    /// them.
    /// </summary>
    Igraph,

    /// <summary>n (n − 1): the share of all ordered pairs, the scale of sampling errors. 0 … 1.</summary>
    Pairs,
}

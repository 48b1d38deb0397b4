namespace InfluencerMap.Graph.Kernels;

/// <summary>Which shortest paths a kernel counts, and for whom.</summary>
internal sealed record PathChoice
{
    /// <summary>Whether a path also counts for the two people at its ends.</summary>
    public bool Endpoints { get; init; }

    /// <summary>Whether the sums are those of the arcs, in the order of the rows, and not of the nodes.</summary>
    public bool PerArc { get; init; }

    /// <summary>The length of the longest path.</summary>
    public double Cutoff { get; init; } = double.PositiveInfinity;

    /// <summary>Where paths begin, ascending; null for everywhere.</summary>
    public int[]? Sources { get; init; }

    /// <summary>Of each node 1 where paths may end at it, else 0; null for everywhere.</summary>
    public double[]? Targets { get; init; }

    public int SourceCountIn(InteractionGraph graph) => Sources?.Length ?? graph.NodeCount;

    /// <summary>The cutoff of paths whose lengths are whole numbers.</summary>
    public int WholeCutoff => (int)Math.Min(Cutoff, int.MaxValue);

    public int SourceAt(int place) => Sources is null ? place : Sources[place];

    public double[] PathEndsIn(InteractionGraph graph)
    {
        if (Targets is not null)
            return Targets;
        var all = new double[graph.NodeCount];
        Array.Fill(all, 1);
        return all;
    }
}

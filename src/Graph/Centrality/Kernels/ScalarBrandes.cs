namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Betweenness from one source at a time, in double: one worker's state, reused from source to source without
/// allocating.
/// </summary>
/// <remarks>
/// Brandes 2001. Forward, <see cref="ShortestPaths"/> orders the nodes by distance and counts the paths to each.
/// Backward, a node's dependency is <c>paths · Σ (1 + dependency(next)) / paths(next)</c>: one division per node, none
/// per tie. This plain variant serves graphs of long diameter and every oracle; the lane kernel is the fast one.
/// </remarks>
internal sealed class ScalarBrandes(InteractionGraph graph, TieLengths? lengths, PathChoice choice)
    : IShortestArcs
{
    /// <summary>
    /// Beyond this many paths a quotient could leave the normal range of a double: counted with exponents.
    /// </summary>
    public const double PathCountMax = 1e289;

    private readonly ShortestPaths _paths = new(graph, lengths);
    private readonly double[] _coefficient = new double[graph.NodeCount];
    private readonly double[] _pathEnds = choice.PathEndsIn(graph);
    private RescaledPaths? _rescaled;

    /// <summary>The plain kernel for these lengths: <see cref="RealBrandes"/> where they are real.</summary>
    public static BlockKernel For(InteractionGraph graph, TieLengths? lengths, PathChoice choice) =>
        lengths is { IsWhole: false }
            ? new RealBrandes(graph, lengths, choice).AddBlock
            : new ScalarBrandes(graph, lengths, choice).AddBlock;

    public void AddBlock(int first, int end, Span<double> sums)
    {
        for (var place = first; place < end; place++)
            AddSource(choice.SourceAt(place), sums);
    }

    /// <summary>
    /// Adds, for every node or arc, over all targets, the share of the source's shortest paths that run through it.
    /// </summary>
    public void AddSource(int source, Span<double> sums)
    {
        var order = _paths.Search(source, choice.WholeCutoff);
        if (MostPaths(order) > PathCountMax)
            (_rescaled ??= new(graph, this, choice)).AddDependencies(order, sums);
        else if (lengths is null && !choice.PerArc)
            AddDependencies(order, sums);
        else
            AddDependencies(order, lengths is null ? [] : lengths.OutLengths, sums);
        if (choice.Endpoints)
            AddEndpoints(order, _pathEnds, sums);
    }

    /// <summary>Every path counts for the source and for the target that it leads to.</summary>
    public static void AddEndpoints(ReadOnlySpan<int> order, double[] targets, Span<double> sums)
    {
        var pathEnds = 0.0;
        foreach (var target in order[1..])
        {
            sums[target] += targets[target];
            pathEnds += targets[target];
        }
        sums[order[0]] += pathEnds;
    }

    bool IShortestArcs.HoldsOut(int node, int arc) => _paths.Distances[graph.OutTargets[arc]]
        == _paths.Distances[node] + (lengths is null ? 1 : lengths.OutLengths[arc]);

    bool IShortestArcs.HoldsIn(int node, int arc) => _paths.Distances[graph.InSources[arc]] is >= 0 and var before
        && _paths.Distances[node] == before + (lengths is null ? 1 : lengths.InLengths[arc]);

    private double MostPaths(ReadOnlySpan<int> order)
    {
        var most = 0.0;
        foreach (var node in order)
            most = Math.Max(most, _paths.PathCounts[node]);
        return most;
    }

    private void AddDependencies(ReadOnlySpan<int> order, Span<double> sums)
    {
        var distance = _paths.Distances;
        var paths = _paths.PathCounts;
        var coefficient = _coefficient;
        var offsets = graph.OutOffsets;
        var targets = graph.OutTargets;
        // From the farthest node back: what a node needs of the nodes beyond it is there. The source is left out.
        for (var i = order.Length - 1; i > 0; i--)
        {
            var node = order[i];
            var nextDistance = distance[node] + 1;
            var sum = 0.0;
            // Only nodes one step farther on have this node on a shortest path.
            foreach (var next in targets[offsets[node]..offsets[node + 1]])
                if (distance[next] == nextDistance)
                    sum += coefficient[next];
            // Divided once here, so that each arc before this node costs an addition and no division.
            var dependency = paths[node] * sum;
            coefficient[node] = (_pathEnds[node] + dependency) / paths[node];
            sums[node] += dependency;
        }
    }

    /// <summary>
    /// The same loop with lengths, or for arcs, those of the source too: kept apart so that the common case is short.
    /// </summary>
    private void AddDependencies(ReadOnlySpan<int> order, ReadOnlySpan<byte> arcLengths, Span<double> sums)
    {
        var distance = _paths.Distances;
        var paths = _paths.PathCounts;
        var coefficient = _coefficient;
        var offsets = graph.OutOffsets;
        var targets = graph.OutTargets;
        for (var i = order.Length - 1; i >= (choice.PerArc ? 0 : 1); i--)
        {
            var node = order[i];
            var sum = 0.0;
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
            {
                if (distance[targets[arc]] != distance[node] + (arcLengths.IsEmpty ? 1 : arcLengths[arc]))
                    continue;
                sum += coefficient[targets[arc]];
                if (choice.PerArc)
                    sums[arc] += paths[node] * coefficient[targets[arc]];
            }
            var dependency = paths[node] * sum;
            coefficient[node] = (_pathEnds[node] + dependency) / paths[node];
            if (!choice.PerArc)
                sums[node] += dependency;
        }
    }
}

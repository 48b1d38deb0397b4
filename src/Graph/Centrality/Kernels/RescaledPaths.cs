namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Dependencies of one source where shortest paths outnumber the range of a double: each count is a fraction in
/// [1, 2) and a binary exponent of its own.
/// </summary>
/// <remarks>Long chains of equal detours double the count at every link. Slow and rare: one division per tie.</remarks>
internal sealed class RescaledPaths(InteractionGraph graph, IShortestArcs arcs, PathChoice choice)
{
    private readonly double[] _fraction = new double[graph.NodeCount];
    private readonly int[] _exponent = new int[graph.NodeCount];
    private readonly double[] _dependency = new double[graph.NodeCount];
    private readonly double[] _pathEnds = choice.PathEndsIn(graph);

    /// <summary>Counts anew in the order in which the nodes were settled, source first.</summary>
    public void AddDependencies(ReadOnlySpan<int> order, Span<double> sums)
    {
        (_fraction[order[0]], _exponent[order[0]]) = (1, 0);
        foreach (var node in order[1..])
            CountPaths(node);
        for (var i = order.Length - 1; i >= (choice.PerArc ? 0 : 1); i--)
        {
            _dependency[order[i]] = Dependency(order[i], sums);
            if (!choice.PerArc)
                sums[order[i]] += _dependency[order[i]];
        }
    }

    private void CountPaths(int node)
    {
        var (start, end) = (graph.InOffsets[node], graph.InOffsets[node + 1]);
        var exponent = int.MinValue;
        for (var arc = start; arc < end; arc++)
            if (arcs.HoldsIn(node, arc))
                exponent = Math.Max(exponent, _exponent[graph.InSources[arc]]);

        var sum = 0.0;
        for (var arc = start; arc < end; arc++)
        {
            var previous = graph.InSources[arc];
            if (arcs.HoldsIn(node, arc))
                sum += Math.ScaleB(_fraction[previous], _exponent[previous] - exponent);
        }
        var carry = Math.ILogB(sum);
        (_fraction[node], _exponent[node]) = (Math.ScaleB(sum, -carry), exponent + carry);
    }

    private double Dependency(int node, Span<double> sums)
    {
        var sum = 0.0;
        for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
        {
            var next = graph.OutTargets[arc];
            if (!arcs.HoldsOut(node, arc))
                continue;
            var share = Math.ScaleB(_fraction[node] / _fraction[next], _exponent[node] - _exponent[next]);
            var through = share * (_pathEnds[next] + _dependency[next]);
            sum += through;
            if (choice.PerArc)
                sums[arc] += through;
        }
        return sum;
    }
}

/// <summary>Which arcs lie on shortest paths from the source that a kernel is at.</summary>
internal interface IShortestArcs
{
    /// <param name="node">Reached from the source.</param>
    /// <param name="arc">One of its row in <see cref="InteractionGraph.OutTargets"/>.</param>
    bool HoldsOut(int node, int arc);

    /// <param name="node">Reached from the source.</param>
    /// <param name="arc">One of its row in <see cref="InteractionGraph.InSources"/>.</param>
    bool HoldsIn(int node, int arc);
}

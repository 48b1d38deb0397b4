namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Betweenness from one source at a time where ties have real lengths: one worker's state, reused from source to
/// source.
/// </summary>
/// <remarks>
/// Brandes 2001 on the order in which Dijkstra's algorithm (1959) settles the nodes. Distances come first, path counts
/// after them: an arc lies on a shortest path where its start was settled before its end and the distance at the start
/// plus its length is the distance at the end, within the share that <see cref="TieLengths.EqualWithin"/> allows. The
/// order makes this a graph without circles, even where a length is too short to change a distance.
/// </remarks>
internal sealed class RealBrandes(InteractionGraph graph, TieLengths lengths, PathChoice choice) : IShortestArcs
{
    private const int NotReached = 0, Reached = int.MaxValue;

    private readonly PriorityQueue<int, double> _open = new(graph.NodeCount);
    private readonly int[] _order = new int[graph.NodeCount];

    // 1-based place in the order; 0 while the node is not reached, the greatest number while it is not settled.
    private readonly int[] _place = new int[graph.NodeCount];
    private readonly double[] _distance = new double[graph.NodeCount];
    private readonly double[] _paths = new double[graph.NodeCount];
    private readonly double[] _coefficient = new double[graph.NodeCount];
    private readonly double[] _pathEnds = choice.PathEndsIn(graph);

    // As exact as equal lengths are.
    private readonly double _cutoff = lengths.Scaled(choice.Cutoff) * (1 + lengths.EqualWithin);
    private RescaledPaths? _rescaled;

    public void AddBlock(int first, int end, Span<double> sums)
    {
        for (var place = first; place < end; place++)
            AddSource(choice.SourceAt(place), sums);
    }

    /// <inheritdoc cref="ScalarBrandes.AddSource"/>
    public void AddSource(int source, Span<double> sums)
    {
        var order = _order.AsSpan(0, Settle(source));
        if (CountPaths(order) > ScalarBrandes.PathCountMax)
            (_rescaled ??= new(graph, this, choice)).AddDependencies(order, sums);
        else
            AddDependencies(order, sums);

        if (choice.Endpoints)
            ScalarBrandes.AddEndpoints(order, _pathEnds, sums);
        foreach (var node in order)
            _place[node] = NotReached;
    }

    public bool HoldsOut(int node, int arc) => Holds(node, graph.OutTargets[arc], lengths.RealOutLengths[arc]);

    public bool HoldsIn(int node, int arc) => Holds(graph.InSources[arc], node, lengths.RealInLengths[arc]);

    private bool Holds(int node, int next, double length)
    {
        if (_place[node] >= _place[next] || _place[node] == NotReached)
            return false;
        var difference = Math.Abs(_distance[node] + length - _distance[next]);
        return difference <= lengths.EqualWithin * _distance[next];
    }

    /// <summary>
    /// Settles nodes by ascending distance. A node found anew on a shorter path is queued again; the entry that comes
    /// out later is stale and skipped.
    /// </summary>
    private int Settle(int source)
    {
        var offsets = graph.OutOffsets;
        var targets = graph.OutTargets;
        var realLengths = lengths.RealOutLengths;
        (_distance[source], _place[source]) = (0, Reached);
        _open.Enqueue(source, 0);
        var settledCount = 0;
        while (_open.TryDequeue(out var node, out var distance))
        {
            // Settled already by an entry with a shorter distance: this one is stale.
            if (_place[node] != Reached)
                continue;
            _order[settledCount++] = node;
            _place[node] = settledCount;
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
            {
                var next = targets[arc];
                var nextDistance = distance + realLengths[arc];
                if (nextDistance > _cutoff
                    || _place[next] != NotReached && (_place[next] != Reached || nextDistance >= _distance[next]))
                    continue;
                (_distance[next], _place[next]) = (nextDistance, Reached);
                _open.Enqueue(next, nextDistance);
            }
        }
        return settledCount;
    }

    /// <summary>Returns the largest count.</summary>
    private double CountPaths(ReadOnlySpan<int> order)
    {
        _paths[order[0]] = 1;
        var most = 1.0;
        foreach (var node in order[1..])
        {
            // In the order of settling all predecessors are counted before the node itself.
            var sum = 0.0;
            for (var arc = graph.InOffsets[node]; arc < graph.InOffsets[node + 1]; arc++)
                if (HoldsIn(node, arc))
                    sum += _paths[graph.InSources[arc]];
            _paths[node] = sum;
            most = Math.Max(most, sum);
        }
        return most;
    }

    private void AddDependencies(ReadOnlySpan<int> order, Span<double> sums)
    {
        for (var i = order.Length - 1; i >= (choice.PerArc ? 0 : 1); i--)
        {
            var node = order[i];
            var sum = 0.0;
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
            {
                if (!HoldsOut(node, arc))
                    continue;
                sum += _coefficient[graph.OutTargets[arc]];
                if (choice.PerArc)
                    sums[arc] += _paths[node] * _coefficient[graph.OutTargets[arc]];
            }
            var dependency = _paths[node] * sum;
            _coefficient[node] = (_pathEnds[node] + dependency) / _paths[node];
            if (!choice.PerArc)
                sums[node] += dependency;
        }
    }
}

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Moves single vertices to where the quality gains most, until none is known to gain. A vertex is looked at again
/// where a neighbour went elsewhere.
/// </summary>
/// <param name="graph">The level.</param>
/// <param name="resolution">What a pair of sizes costs, times their product.</param>
/// <param name="groupOf">By vertex, its group, below the number of vertices; moved in place.</param>
internal sealed class LocalMoving(LevelGraph graph, double resolution, int[] groupOf)
{
    // Less than this share of a vertex's weights is rounding and no gain; without it a vertex might move for ever.
    private const double Rounding = 1e-12;

    // Where weights are next to nothing, their products are rounded to whole multiples of the least number there is.
    private const double LeastGain = 1e-300;

    private const int CheckEvery = 1 << 14;

    private readonly double[] _sizes = new double[graph.VertexCount];
    private readonly int[] _vertexCounts = new int[graph.VertexCount];
    private readonly Stack<int> _empty = new();
    private readonly WeightSums _weights = new(graph.VertexCount);
    private readonly int[] _queue = new int[graph.VertexCount];
    private readonly bool[] _isQueued = new bool[graph.VertexCount];

    public void Run(ref Hash random, CancellationToken cancellation)
    {
        Start(ref random);
        var (head, queuedCount) = (0, _queue.Length);
        for (long looked = 0; queuedCount > 0; looked++, queuedCount--)
        {
            if (looked % CheckEvery == 0)
                cancellation.ThrowIfCancellationRequested();
            var vertex = _queue[head];
            head = head + 1 == _queue.Length ? 0 : head + 1;
            _isQueued[vertex] = false;
            if (!Move(vertex))
                continue;
            for (var arc = graph.Offsets[vertex]; arc < graph.Offsets[vertex + 1]; arc++)
            {
                var neighbour = graph.Targets[arc];
                if (_isQueued[neighbour] || groupOf[neighbour] == groupOf[vertex])
                    continue;
                // The vertex at hand has left the queue and still counts, so that there is a place for each other.
                _queue[(int)((head + queuedCount - 1L) % _queue.Length)] = neighbour;
                _isQueued[neighbour] = true;
                queuedCount++;
            }
        }
    }

    private void Start(ref Hash random)
    {
        for (var vertex = 0; vertex < _queue.Length; vertex++)
        {
            _sizes[groupOf[vertex]] += graph.Sizes[vertex];
            _vertexCounts[groupOf[vertex]]++;
            (_queue[vertex], _isQueued[vertex]) = (vertex, true);
        }
        for (var group = 0; group < _queue.Length; group++)
            if (_vertexCounts[group] == 0)
                _empty.Push(group);
        VertexGroups.Shuffle(_queue, ref random);
    }

    private bool Move(int vertex)
    {
        var own = groupOf[vertex];
        var cost = resolution * graph.Sizes[vertex];
        Leave(vertex, own);
        for (var arc = graph.Offsets[vertex]; arc < graph.Offsets[vertex + 1]; arc++)
            _weights.Add(groupOf[graph.Targets[arc]], graph.Weights[arc]);
        var slack = Rounding * graph.WeightSums[vertex] + LeastGain;
        var best = own;
        var bestGain = _weights[own] - cost * _sizes[own];
        foreach (var group in _weights.Met)
            if (_weights[group] - cost * _sizes[group] is var gain && gain > bestGain + slack)
                (best, bestGain) = (group, gain);
        _weights.Clear();
        if (bestGain < -slack && _vertexCounts[own] > 0)
            best = _empty.Peek();
        Join(vertex, best);
        return best != own;
    }

    private void Leave(int vertex, int group)
    {
        _sizes[group] -= graph.Sizes[vertex];
        if (--_vertexCounts[group] > 0)
            return;
        _sizes[group] = 0;
        _empty.Push(group);
    }

    private void Join(int vertex, int group)
    {
        // An empty group is only ever joined while it is the last one that became so.
        if (_vertexCounts[group]++ == 0)
            _empty.Pop();
        _sizes[group] += graph.Sizes[vertex];
        groupOf[vertex] = group;
    }
}

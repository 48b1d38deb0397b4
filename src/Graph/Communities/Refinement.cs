namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Splits each group into parts that hold together: single vertices join parts of their own group, one likely where
/// the quality gains more, and only where both are well tied to the rest of the group.
/// </summary>
/// <remarks>
/// The part of the algorithm that Louvain lacks: a part grows by neighbours alone, so it is connected.
/// </remarks>
/// <param name="graph">The level.</param>
/// <param name="resolution">What a pair of sizes costs, times their product.</param>
/// <param name="spread">How much less than the best a choice may gain and still be likely.</param>
/// <param name="groupOf">By vertex, its group; only read.</param>
/// <param name="groupCount">Number of groups.</param>
internal sealed class Refinement(
    LevelGraph graph, double resolution, double spread, int[] groupOf, int groupCount)
{
    private readonly int[] _partOf = [.. Enumerable.Range(0, graph.VertexCount)];
    private readonly int[] _vertexCounts = new int[graph.VertexCount];
    private readonly double[] _sizes = [.. graph.Sizes];
    private readonly double[] _outside = new double[graph.VertexCount];
    private readonly WeightSums _weights = new(graph.VertexCount);
    private readonly List<(int Part, double Gain)> _choices = [];

    /// <summary>By vertex, its part, numbered by one of its vertices.</summary>
    public int[] Run(ref Hash random, CancellationToken cancellation)
    {
        _vertexCounts.AsSpan().Fill(1);
        var members = new VertexGroups(groupOf, groupCount);
        for (var group = 0; group < groupCount; group++)
        {
            var vertices = members.Of(group);
            if (vertices.Length < 2)
                continue;
            cancellation.ThrowIfCancellationRequested();
            var size = 0.0;
            foreach (var vertex in vertices)
            {
                size += graph.Sizes[vertex];
                _outside[vertex] = WeightWithin(vertex);
            }
            VertexGroups.Shuffle(vertices, ref random);
            foreach (var vertex in vertices)
                if (_vertexCounts[_partOf[vertex]] == 1 && IsWellTied(vertex, size))
                    Join(vertex, size, ref random);
        }
        return _partOf;
    }

    /// <summary>From the vertex to the others of its group.</summary>
    private double WeightWithin(int vertex)
    {
        var sum = 0.0;
        for (var arc = graph.Offsets[vertex]; arc < graph.Offsets[vertex + 1]; arc++)
            if (groupOf[graph.Targets[arc]] == groupOf[vertex])
                sum += graph.Weights[arc];
        return sum;
    }

    private bool IsWellTied(int part, double groupSize) =>
        _outside[part] >= resolution * _sizes[part] * (groupSize - _sizes[part]);

    private void Join(int vertex, double groupSize, ref Hash random)
    {
        for (var arc = graph.Offsets[vertex]; arc < graph.Offsets[vertex + 1]; arc++)
            if (groupOf[graph.Targets[arc]] == groupOf[vertex])
                _weights.Add(_partOf[graph.Targets[arc]], graph.Weights[arc]);
        _choices.Clear();
        _choices.Add((vertex, 0));
        var cost = resolution * graph.Sizes[vertex];
        foreach (var part in _weights.Met)
            if (_weights[part] - cost * _sizes[part] is >= 0 and var gain && IsWellTied(part, groupSize))
                _choices.Add((part, gain));
        var chosen = Draw(ref random);
        if (chosen != vertex)
        {
            _vertexCounts[vertex] = 0;
            _vertexCounts[chosen]++;
            _sizes[chosen] += graph.Sizes[vertex];
            _outside[chosen] += _outside[vertex] - 2 * _weights[chosen];
            _partOf[vertex] = chosen;
        }
        _weights.Clear();
    }

    private int Draw(ref Hash random)
    {
        var best = 0.0;
        foreach (var (_, gain) in _choices)
            best = Math.Max(best, gain);
        var sum = 0.0;
        foreach (var (_, gain) in _choices)
            sum += Math.Exp((gain - best) / spread);
        var left = random.NextShare() * sum;
        foreach (var (part, gain) in _choices)
            if ((left -= Math.Exp((gain - best) / spread)) <= 0)
                return part;
        return _choices[^1].Part;
    }
}

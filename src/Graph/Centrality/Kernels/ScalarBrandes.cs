namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Betweenness from one source at a time, in double: one worker's state, reused from source to source without
/// allocating.
/// </summary>
/// <remarks>
/// Brandes 2001. Forward, people are settled by ascending distance and shortest paths counted: by a queue where every
/// tie is one step, by buckets of equal distance (Dial 1969) where ties have lengths. Backward, a person's dependency
/// is
/// <c>paths · Σ (1 + dependency(next)) / paths(next)</c>: one division a person, none a tie.
/// The plain variant serves graphs of long diameter and every oracle; the lane kernel is the fast one.
/// </remarks>
internal sealed class ScalarBrandes : IShortestArcs
{
    /// <summary>
    /// Beyond this many paths a quotient could leave the normal range of a double: counted with exponents.
    /// </summary>
    private const double PathCountMax = 1e289;

    private const int BucketCount = TieLengths.LengthMax + 1;

    private readonly InteractionGraph _graph;
    private readonly TieLengths? _lengths;
    private readonly bool _endpoints;
    private readonly int[] _order;
    private readonly int[] _distance;
    private readonly double[] _paths;
    private readonly double[] _coefficient;
    private readonly int[][] _buckets = [];
    private readonly int[] _bucketSizes = [];
    private RescaledPaths? _rescaled;

    public ScalarBrandes(InteractionGraph graph, TieLengths? lengths, bool endpoints)
    {
        _graph = graph;
        _lengths = lengths;
        _endpoints = endpoints;
        _order = new int[graph.NodeCount];
        _distance = new int[graph.NodeCount];
        _distance.AsSpan().Fill(-1);
        _paths = new double[graph.NodeCount];
        _coefficient = new double[graph.NodeCount];
        if (lengths is null)
            return;
        _buckets = new int[BucketCount][];
        for (var bucket = 0; bucket < BucketCount; bucket++)
            _buckets[bucket] = new int[graph.NodeCount];
        _bucketSizes = new int[BucketCount];
    }

    public void AddBlock(int first, int end, Span<double> sums)
    {
        for (var source = first; source < end; source++)
            AddSource(source, sums);
    }

    /// <summary>
    /// Adds, for every node, over all targets, the share of the source's shortest paths that run through it.
    /// </summary>
    public void AddSource(int source, Span<double> sums)
    {
        _distance[source] = 0;
        _paths[source] = 1;
        var reachedCount = _lengths is null ? SettleBySteps(source) : SettleByLength(source);
        var order = _order.AsSpan(0, reachedCount);

        if (MostPaths(order) > PathCountMax)
            (_rescaled ??= new(_graph, this)).AddDependencies(order, sums);
        else if (_lengths is null)
            AddDependencies(order, sums);
        else
            AddDependencies(order, _lengths.OutLengths, sums);

        if (_endpoints)
        {
            sums[source] += reachedCount - 1;
            foreach (var target in order[1..])
                sums[target] += 1;
        }
        foreach (var node in order)
            _distance[node] = -1;
    }

    bool IShortestArcs.HoldsOut(int node, int arc) => _distance[_graph.OutTargets[arc]]
        == _distance[node] + (_lengths is null ? 1 : _lengths.OutLengths[arc]);

    bool IShortestArcs.HoldsIn(int node, int arc) => _distance[_graph.InSources[arc]] is >= 0 and var before
        && _distance[node] == before + (_lengths is null ? 1 : _lengths.InLengths[arc]);

    private int SettleBySteps(int source)
    {
        var (order, distance, paths) = (_order, _distance, _paths);
        var offsets = _graph.OutOffsets;
        var targets = _graph.OutTargets;
        order[0] = source;
        var reachedCount = 1;
        for (var settled = 0; settled < reachedCount; settled++)
        {
            var node = order[settled];
            var (nextDistance, nodePaths) = (distance[node] + 1, paths[node]);
            foreach (var next in targets[offsets[node]..offsets[node + 1]])
            {
                if (distance[next] < 0)
                {
                    distance[next] = nextDistance;
                    paths[next] = nodePaths;
                    order[reachedCount++] = next;
                }
                else if (distance[next] == nextDistance)
                    paths[next] += nodePaths;
            }
        }
        return reachedCount;
    }

    /// <summary>
    /// Lengths are at least 1, so a node's paths are all counted before its own bucket comes up. A node found anew on a
    /// shorter way is put into an earlier bucket as well; its entry in the later one is stale and skipped.
    /// </summary>
    private int SettleByLength(int source)
    {
        _buckets[0][0] = source;
        _bucketSizes[0] = 1;
        var reachedCount = 0;
        var emptyInARow = 0;
        for (var length = 0; emptyInARow < BucketCount; length++)
        {
            var bucket = length % BucketCount;
            var size = _bucketSizes[bucket];
            emptyInARow = size == 0 ? emptyInARow + 1 : 0;
            foreach (var node in _buckets[bucket].AsSpan(0, size))
            {
                if (_distance[node] != length)
                    continue;
                _order[reachedCount++] = node;
                Relax(node, length);
            }
            _bucketSizes[bucket] = 0;
        }
        return reachedCount;
    }

    private void Relax(int node, int length)
    {
        var offsets = _graph.OutOffsets;
        var targets = _graph.OutTargets;
        var lengths = _lengths!.OutLengths;
        for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
        {
            var next = targets[arc];
            var nextLength = length + lengths[arc];
            if (_distance[next] == nextLength)
                _paths[next] += _paths[node];
            else if (_distance[next] < 0 || nextLength < _distance[next])
            {
                _distance[next] = nextLength;
                _paths[next] = _paths[node];
                var bucket = nextLength % BucketCount;
                _buckets[bucket][_bucketSizes[bucket]++] = next;
            }
        }
    }

    private double MostPaths(ReadOnlySpan<int> order)
    {
        var most = 0.0;
        foreach (var node in order)
            most = Math.Max(most, _paths[node]);
        return most;
    }

    private void AddDependencies(ReadOnlySpan<int> order, Span<double> sums)
    {
        var (distance, paths, coefficient) = (_distance, _paths, _coefficient);
        var offsets = _graph.OutOffsets;
        var targets = _graph.OutTargets;
        for (var i = order.Length - 1; i > 0; i--)
        {
            var node = order[i];
            var nextDistance = distance[node] + 1;
            var sum = 0.0;
            foreach (var next in targets[offsets[node]..offsets[node + 1]])
                if (distance[next] == nextDistance)
                    sum += coefficient[next];
            var dependency = paths[node] * sum;
            coefficient[node] = (1 + dependency) / paths[node];
            sums[node] += dependency;
        }
    }

    private void AddDependencies(ReadOnlySpan<int> order, ReadOnlySpan<byte> lengths, Span<double> sums)
    {
        var (distance, paths, coefficient) = (_distance, _paths, _coefficient);
        var offsets = _graph.OutOffsets;
        var targets = _graph.OutTargets;
        for (var i = order.Length - 1; i > 0; i--)
        {
            var node = order[i];
            var sum = 0.0;
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
                if (distance[targets[arc]] == distance[node] + lengths[arc])
                    sum += coefficient[targets[arc]];
            var dependency = paths[node] * sum;
            coefficient[node] = (1 + dependency) / paths[node];
            sums[node] += dependency;
        }
    }
}

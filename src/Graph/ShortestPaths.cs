namespace InfluencerMap.Graph;

/// <summary>
/// The nodes that a source reaches, by ascending distance, and the number of shortest paths to each. Reused from source
/// to source without allocating.
/// </summary>
/// <remarks>
/// The library's one breadth-first search where every tie is one step; buckets of equal distance (Dial 1969) where ties
/// have lengths 1 … 8. Three searches stay apart because they are different algorithms: <c>LaneSteps</c> and
/// <c>ReachSweep</c> run many sources at once in vector registers, <see cref="Reachable"/> starts from everybody and
/// visits a node twice.
/// </remarks>
internal sealed class ShortestPaths
{
    private const int NotReached = -1;
    private const int LeftOut = int.MaxValue;
    private const int BucketCount = TieLengths.LengthMax + 1;

    private readonly InteractionGraph _graph;
    private readonly TieLengths? _lengths;
    private readonly int[] _order;
    private readonly int[] _distances;
    private readonly double[] _pathCounts;
    private readonly int[][] _buckets = [];
    private readonly int[] _bucketSizes = new int[BucketCount];
    private int _reachedCount;

    /// <param name="graph">Searched along its ties.</param>
    /// <param name="lengths">Whole lengths of its ties; null where each is one step.</param>
    public ShortestPaths(InteractionGraph graph, TieLengths? lengths = null)
    {
        (_graph, _lengths) = (graph, lengths);
        (_order, _distances) = (new int[graph.NodeCount], new int[graph.NodeCount]);
        _pathCounts = new double[graph.NodeCount];
        _distances.AsSpan().Fill(NotReached);
        if (lengths is not null)
            _buckets = [.. Enumerable.Range(0, BucketCount).Select(_ => new int[graph.NodeCount])];
    }

    /// <summary>Distance from the source by node; −1 where no path leads.</summary>
    public ReadOnlySpan<int> Distances => _distances;

    /// <summary>Number of shortest paths by node; meaningless where no path leads.</summary>
    public ReadOnlySpan<double> PathCounts => _pathCounts;

    /// <summary>Searches from one node; returns those reached by ascending distance, the source first.</summary>
    /// <param name="source">Where paths begin.</param>
    /// <param name="lengthMax">Longer paths are none.</param>
    public ReadOnlySpan<int> Search(int source, int lengthMax = int.MaxValue) =>
        _lengths is null ? SearchSteps(source, lengthMax) : SearchLengths(source, lengthMax);

    /// <summary>The same with every tie one step.</summary>
    /// <param name="source">Where paths begin.</param>
    /// <param name="stepsMax">Most steps.</param>
    /// <param name="without">Nodes that the search treats as absent.</param>
    public ReadOnlySpan<int> SearchSteps(
        int source, int stepsMax = int.MaxValue, params ReadOnlySpan<int> without)
    {
        Forget();
        foreach (var node in without)
            _distances[node] = LeftOut;
        if (_distances[source] == NotReached)
            Spread(source, stepsMax);
        foreach (var node in without)
            _distances[node] = NotReached;
        return _order.AsSpan(0, _reachedCount);
    }

    private void Forget()
    {
        foreach (var node in _order.AsSpan(0, _reachedCount))
            _distances[node] = NotReached;
        _reachedCount = 0;
    }

    private void Spread(int source, int stepsMax)
    {
        var (order, distances, paths) = (_order, _distances, _pathCounts);
        var offsets = _graph.OutOffsets;
        var targets = _graph.OutTargets;
        (order[0], distances[source], paths[source]) = (source, 0, 1);
        var reachedCount = 1;
        // The nodes reached are their own queue: each is settled in the order in which it was found.
        for (var settled = 0; settled < reachedCount && distances[order[settled]] < stepsMax; settled++)
        {
            var node = order[settled];
            var (nextDistance, nodePaths) = (distances[node] + 1, paths[node]);
            foreach (var next in targets[offsets[node]..offsets[node + 1]])
            {
                // Found for the first time, or by one more shortest path; nodes nearer to the source are passed over.
                if (distances[next] < 0)
                {
                    distances[next] = nextDistance;
                    paths[next] = nodePaths;
                    order[reachedCount++] = next;
                }
                else if (distances[next] == nextDistance)
                    paths[next] += nodePaths;
            }
        }
        _reachedCount = reachedCount;
    }

    /// <summary>
    /// Lengths are at least 1, so a node's paths are all counted before its own bucket comes up. A node found again on
    /// a shorter path is put into an earlier bucket as well; its entry in the later one is stale and skipped.
    /// </summary>
    private ReadOnlySpan<int> SearchLengths(int source, int lengthMax)
    {
        Forget();
        (_distances[source], _pathCounts[source]) = (0, 1);
        _buckets[0][0] = source;
        _bucketSizes[0] = 1;
        var emptyInARow = 0;
        for (var length = 0; emptyInARow < BucketCount; length++)
        {
            var bucket = length % BucketCount;
            var size = _bucketSizes[bucket];
            emptyInARow = size == 0 ? emptyInARow + 1 : 0;
            foreach (var node in _buckets[bucket].AsSpan(0, size))
            {
                if (_distances[node] != length)
                    continue;
                _order[_reachedCount++] = node;
                Relax(node, length, lengthMax);
            }
            _bucketSizes[bucket] = 0;
        }
        return _order.AsSpan(0, _reachedCount);
    }

    private void Relax(int node, int length, int lengthMax)
    {
        var offsets = _graph.OutOffsets;
        var targets = _graph.OutTargets;
        var lengths = _lengths!.OutLengths;
        for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
        {
            var next = targets[arc];
            var nextLength = length + lengths[arc];
            if (nextLength > lengthMax)
                continue;
            if (_distances[next] == nextLength)
                _pathCounts[next] += _pathCounts[node];
            else if (_distances[next] < 0 || nextLength < _distances[next])
            {
                _distances[next] = nextLength;
                _pathCounts[next] = _pathCounts[node];
                var bucket = nextLength % BucketCount;
                _buckets[bucket][_bucketSizes[bucket]++] = next;
            }
        }
    }
}

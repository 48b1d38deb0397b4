namespace InfluencerMap.Graph.Resilience;

/// <summary>
/// Steps, and numbers of shortest paths, from one person to all others; reused from source to source without
/// allocating.
/// </summary>
internal sealed class StepPaths(InteractionGraph graph)
{
    private readonly int[] _queue = new int[graph.NodeCount];
    private readonly int[] _steps = new int[graph.NodeCount];
    private readonly double[] _pathCounts = new double[graph.NodeCount];

    /// <summary>Steps by node; −1 where there is no way.</summary>
    public ReadOnlySpan<int> Steps => _steps;

    /// <summary>Number of shortest paths by node; 0 where there is none.</summary>
    public ReadOnlySpan<double> PathCounts => _pathCounts;

    /// <summary>Searches along the ties, as if <paramref name="without"/> were not there.</summary>
    public void Search(int source, int without = -1)
    {
        _steps.AsSpan().Fill(-1);
        _pathCounts.AsSpan().Clear();
        _steps[source] = 0;
        _pathCounts[source] = 1;
        _queue[0] = source;
        for (int head = 0, tail = 1; head < tail; head++)
        {
            var node = _queue[head];
            foreach (var next in graph.OutNeighbours(node))
            {
                if (next == without)
                    continue;
                if (_steps[next] < 0)
                {
                    _steps[next] = _steps[node] + 1;
                    _queue[tail++] = next;
                }
                if (_steps[next] == _steps[node] + 1)
                    _pathCounts[next] += _pathCounts[node];
            }
        }
    }
}

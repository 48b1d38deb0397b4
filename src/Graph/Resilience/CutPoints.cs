using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Resilience;

/// <summary>The articulation points and bridges of a graph.</summary>
/// <remarks>Tarjan 1972, without recursion: a chain of a million does not overflow the stack. O(n + m).</remarks>
internal sealed class CutPoints
{
    private readonly InteractionGraph _graph;
    private readonly int[] _entered, _lowest, _parents, _sizes;
    private readonly List<int> _order = [];

    /// <param name="graph">Read in both directions.</param>
    public CutPoints(InteractionGraph graph)
    {
        var nodeCount = graph.NodeCount;
        (_graph, PairsCut) = (graph, new long[nodeCount]);
        (_entered, _lowest) = (new int[nodeCount], new int[nodeCount]);
        (_parents, _sizes) = (new int[nodeCount], new int[nodeCount]);
        var next = graph.OutOffsets[..graph.NodeCount].ToArray();
        for (var root = 0; root < graph.NodeCount; root++)
        {
            if (_entered[root] > 0)
                continue;
            var first = _order.Count;
            Walk(root, next);
            Count(root, first);
        }
    }

    /// <summary>By node: pairs of others that would not be connected; 0 where another path remains.</summary>
    public long[] PairsCut { get; }

    /// <summary>Ties without which their two sides are not connected, with the smaller side's size.</summary>
    public List<(Node Node, Node Other, int SmallerSide)> Bridges { get; } = [];

    private void Walk(int root, int[] next)
    {
        Enter(new(root), -1);
        for (var node = root; node >= 0;)
        {
            if (next[node] == _graph.OutOffsets[node + 1])
            {
                node = _parents[node];
                continue;
            }
            var other = _graph.OutTargets[next[node]++];
            if (_entered[other] == 0)
            {
                Enter(new(other), node);
                node = other;
            }
            else if (other != _parents[node])
                _lowest[node] = Math.Min(_lowest[node], _entered[other]);
        }
    }

    private void Enter(Node node, int parent)
    {
        _order.Add(node);
        _parents[node] = parent;
        _entered[node] = _lowest[node] = _order.Count;
        _sizes[node] = 1;
    }

    /// <summary>From the last entered back, so that every child is done before its parent.</summary>
    private void Count(int root, int first)
    {
        var total = _order.Count - first;
        var separated = new Dictionary<int, (long Sum, long Squares)>();
        for (var at = _order.Count - 1; at > first; at--)
        {
            var node = _order[at];
            var parent = _parents[node];
            _sizes[parent] += _sizes[node];
            _lowest[parent] = Math.Min(_lowest[parent], _lowest[node]);
            if (_lowest[node] > _entered[parent])
                Bridges.Add((new(parent), new(node), Math.Min(_sizes[node], total - _sizes[node])));
            if (_lowest[node] < _entered[parent])
                continue;
            var (sum, squares) = separated.GetValueOrDefault(parent);
            separated[parent] = (sum + _sizes[node], squares + (long)_sizes[node] * _sizes[node]);
        }
        foreach (var (node, (sum, squares)) in separated)
        {
            var rest = total - 1 - sum;
            // Of all pairs, those of which both are in one component stay together.
            PairsCut[node] = ((sum + rest) * (sum + rest) - squares - rest * rest) / 2;
        }
    }
}

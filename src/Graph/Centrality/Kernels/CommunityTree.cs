namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Nodes merged, from the least tied to the most, each into the neighbour that raises modularity most. Walking the tree
/// of merges puts teams next to teams of the same department. Direction and strength are not read.
/// </summary>
/// <remarks>Arai et al., "Rabbit Order", IPDPS 2016, on one thread: close to O(arcs).</remarks>
internal sealed class CommunityTree
{
    private const int None = -1;

    private readonly InteractionGraph _graph;
    private readonly double _arcCount;
    private readonly UnionFind _communities;
    private readonly int[] _firstChild, _nextSibling;
    private readonly double[] _degree;
    private readonly int[] _mergedStart, _mergedEnd;
    private readonly List<(int Node, int Weight)> _mergedArcs = [];
    private readonly int[] _weight;
    private readonly List<int> _met = [];

    private CommunityTree(InteractionGraph graph)
    {
        _graph = graph;
        var nodeCount = graph.NodeCount;
        _arcCount = Math.Max(graph.IsDirected ? 2.0 * graph.ArcCount : graph.ArcCount, 1);
        _communities = new(nodeCount);
        (_firstChild, _nextSibling) = (new int[nodeCount], new int[nodeCount]);
        (_mergedStart, _mergedEnd) = (new int[nodeCount], new int[nodeCount]);
        (_degree, _weight) = (new double[nodeCount], new int[nodeCount]);
        _firstChild.AsSpan().Fill(None);
        _nextSibling.AsSpan().Fill(None);
        for (var node = 0; node < nodeCount; node++)
            _degree[node] = graph.OutNeighbours(node).Length
                + (graph.IsDirected ? graph.InNeighbours(node).Length : 0);
        // The least tied first, equals by number: the degrees change as nodes are merged, the order does not.
        int[] nodes = [.. Enumerable.Range(0, nodeCount)];
        Array.Sort(Array.ConvertAll(nodes, node => ((long)_degree[node] << 32) + node), nodes);
        foreach (var node in nodes)
            Merge(node);
    }

    /// <summary>
    /// All nodes, each community before the next: neighbours lie close together, so that their rows meet in the cache
    /// and sources next to each other reach the same people at the same step. It changes speed, never scores beyond
    /// rounding.
    /// </summary>
    public static int[] Walk(InteractionGraph graph) => new CommunityTree(graph).Walk();

    private int[] Walk()
    {
        var order = new int[_graph.NodeCount];
        var count = 0;
        var open = new Stack<int>();
        for (var root = 0; root < order.Length; root++)
        {
            if (_communities.RootOf(root) != root)
                continue;
            open.Push(root);
            while (open.TryPop(out var node))
            {
                order[count++] = node;
                for (var child = _firstChild[node]; child != None; child = _nextSibling[child])
                    open.Push(child);
            }
        }
        return order;
    }

    private void Merge(int node)
    {
        // Modularity gained by merging with each community met: ties between the two, less what chance would give.
        MeetNeighbours(node);
        var best = None;
        var bestGain = 0.0;
        foreach (var other in _met)
        {
            var gain = _weight[other] - _degree[node] * _degree[other] / _arcCount;
            if (gain > bestGain || (gain == bestGain && best != None && other < best))
                (best, bestGain) = (other, gain);
        }
        // A merged node keeps its summed-up arcs, so that its parent need not walk them one by one.
        _mergedStart[node] = _mergedArcs.Count;
        foreach (var other in _met)
        {
            if (best != None)
                _mergedArcs.Add((other, _weight[other]));
            _weight[other] = 0;
        }
        _mergedEnd[node] = _mergedArcs.Count;
        _met.Clear();
        if (best == None)
            return;
        _communities.Hang(node, best);
        _degree[best] += _degree[node];
        _nextSibling[node] = _firstChild[best];
        _firstChild[best] = node;
    }

    /// <summary>
    /// Adds up the arcs of the node and of those merged into it by the community that they lead to now.
    /// </summary>
    private void MeetNeighbours(int node)
    {
        foreach (var neighbour in _graph.OutNeighbours(node))
            Meet(node, neighbour, 1);
        if (_graph.IsDirected)
            foreach (var neighbour in _graph.InNeighbours(node))
                Meet(node, neighbour, 1);
        for (var child = _firstChild[node]; child != None; child = _nextSibling[child])
            for (var arc = _mergedStart[child]; arc < _mergedEnd[child]; arc++)
                Meet(node, _mergedArcs[arc].Node, _mergedArcs[arc].Weight);
    }

    private void Meet(int node, int neighbour, int weight)
    {
        var community = _communities.RootOf(neighbour);
        if (community == node)
            return;
        if (_weight[community] == 0)
            _met.Add(community);
        _weight[community] += weight;
    }
}

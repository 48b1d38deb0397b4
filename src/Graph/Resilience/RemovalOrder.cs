using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Resilience;

/// <summary>Orders in which people may be thought away.</summary>
public static class RemovalOrder
{
    /// <summary>Everybody in an order drawn at random from a seed.</summary>
    public static Node[] Random(int nodeCount, ulong seed) =>
        [.. Node.Each(nodeCount).OrderBy(node => Hash.Of(seed, 0, (ulong)node.Index))];

    /// <summary>
    /// Again and again who has most ties in what is left of the 2-core: near to the fewest people that take a network
    /// apart (CoreHD; Zdeborová, Zhang, Zhou 2016).
    /// </summary>
    /// <remarks>
    /// Whoever falls out of the core comes after, those with most ties first. Equal numbers of ties are taken in a
    /// fixed order that has no meaning. O(n + m).
    /// </remarks>
    /// <param name="graph">Ties are read in both directions.</param>
    public static Node[] CoreHd(InteractionGraph graph)
    {
        var symmetric = Symmetric.Of(graph);
        var core = new CoreByDegree(symmetric);
        var order = new List<Node>(symmetric.NodeCount);
        while (core.TakeHighest() is { } node)
            order.Add(node);
        var rest = Node.Each(symmetric.NodeCount).Except(order)
            .OrderByDescending(node => symmetric.OutNeighbours(node).Length).ThenBy(node => node);
        return [.. order, .. rest];
    }

    /// <summary>The nodes of a shrinking core in lists by their number of ties within it.</summary>
    private sealed class CoreByDegree
    {
        private const int End = -1;

        private readonly InteractionGraph _graph;
        private readonly int[] _degrees;
        private readonly int[] _first;
        private readonly int[] _next;
        private readonly int[] _previous;
        private readonly bool[] _isGone;
        private int _highest;

        public CoreByDegree(InteractionGraph graph)
        {
            _graph = graph;
            _degrees = new int[graph.NodeCount];
            _isGone = new bool[graph.NodeCount];
            (_next, _previous) = (new int[graph.NodeCount], new int[graph.NodeCount]);
            for (var node = 0; node < graph.NodeCount; node++)
                _highest = Math.Max(_highest, _degrees[node] = graph.OutNeighbours(node).Length);
            _first = new int[_highest + 1];
            Array.Fill(_first, End);
            for (var node = graph.NodeCount - 1; node >= 0; node--)
                Link(new(node));
        }

        /// <summary>Lets go of all who hang on by one tie or none.</summary>
        private void Peel()
        {
            for (var degree = 0; degree < Math.Min(2, _first.Length);)
            {
                if (_first[degree] is var node && node != End)
                {
                    Remove(new(node));
                    degree = 0;
                }
                else
                    degree++;
            }
        }

        /// <summary>Takes who has most ties once the others are let go of; null where nobody is left.</summary>
        public Node? TakeHighest()
        {
            Peel();
            while (_highest >= 0 && _first[_highest] == End)
                _highest--;
            if (_highest < 0)
                return null;
            var node = new Node(_first[_highest]);
            Remove(node);
            return node;
        }

        private void Remove(Node node)
        {
            Unlink(node);
            _isGone[node] = true;
            foreach (var other in _graph.OutNeighbours(node))
            {
                if (_isGone[other])
                    continue;
                Unlink(new(other));
                _degrees[other]--;
                Link(new(other));
            }
        }

        private void Link(Node node)
        {
            ref var first = ref _first[_degrees[node]];
            (_next[node], _previous[node]) = (first, End);
            if (first != End)
                _previous[first] = node;
            first = node;
        }

        private void Unlink(Node node)
        {
            var (before, after) = (_previous[node], _next[node]);
            if (before == End)
                _first[_degrees[node]] = after;
            else
                _next[before] = after;
            if (after != End)
                _previous[after] = before;
        }
    }
}

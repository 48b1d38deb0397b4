namespace InfluencerMap.Graph.Cohorts;

/// <summary>The bounds of one trait: its groups share no one.</summary>
/// <param name="Groups">The groups, as <see cref="KindBounds"/> numbers them.</param>
/// <param name="GroupOfKind">By kind of people, the place of its group; the last is of those in no bounded one.</param>
/// <param name="Min">By group, members at least.</param>
/// <param name="Max">By group, members at most.</param>
internal sealed record TraitBounds(int[] Groups, int[] GroupOfKind, int[] Min, int[] Max);

/// <summary>
/// Finds how many people of each kind to take so that the bounds of two traits and the size hold. Exact and fast: seats
/// flow from the groups of the one trait to those of the other, each kind of people being an edge, and a flow within
/// lower and upper bounds is found by augmenting paths (Ford and Fulkerson 1962).
/// </summary>
internal sealed class SeatFlow(int nodeCount)
{
    private const int Unbounded = 1 << 29;

    private readonly List<int> _ends = [];
    private readonly List<int> _room = [];
    private readonly List<int>[] _edgesOf = [.. Enumerable.Range(0, nodeCount).Select(_ => new List<int>())];
    private readonly int[] _owed = new int[nodeCount];

    /// <summary>Numbers by kind, each from low to high; null where there are none.</summary>
    public static int[]? Find(
        ReadOnlySpan<int> low, ReadOnlySpan<int> high, TraitBounds one, TraitBounds other, int sizeMin, int sizeMax)
    {
        var (start, end) = (one.Min.Length + other.Min.Length, one.Min.Length + other.Min.Length + 1);
        var flow = new SeatFlow(end + 3);
        for (var group = 0; group < one.Min.Length; group++)
            flow.AddEdge(start, group, one.Min[group], one.Max[group]);
        for (var group = 0; group < other.Min.Length; group++)
            flow.AddEdge(one.Min.Length + group, end, other.Min[group], other.Max[group]);
        flow.AddEdge(end, start, sizeMin, sizeMax);
        var firstKind = flow._ends.Count;
        for (var kind = 0; kind < low.Length; kind++)
            flow.AddEdge(
                one.GroupOfKind[kind], one.Min.Length + other.GroupOfKind[kind], low[kind], high[kind]);
        if (!flow.PayAll(end + 1, end + 2))
            return null;
        var found = new int[low.Length];
        for (var kind = 0; kind < found.Length; kind++)
            found[kind] = low[kind] + flow._room[firstKind + 2 * kind + 1];
        return found;
    }

    /// <summary>The lower bound always flows: one end then owes it to the rest, the other has it to spare.</summary>
    private void AddEdge(int from, int to, int min, int max)
    {
        _owed[from] -= min;
        _owed[to] += min;
        Link(from, to, Math.Min(max, Unbounded) - min);
    }

    private void Link(int from, int to, int room)
    {
        _edgesOf[from].Add(_ends.Count);
        _ends.Add(to);
        _room.Add(room);
        _edgesOf[to].Add(_ends.Count);
        _ends.Add(from);
        _room.Add(0);
    }

    /// <summary>Whether what the lower bounds left over at some nodes can flow to where it is owed.</summary>
    private bool PayAll(int source, int sink)
    {
        var unpaid = 0;
        for (var node = 0; node < source; node++)
        {
            if (_owed[node] > 0)
                Link(source, node, _owed[node]);
            else if (_owed[node] < 0)
                Link(node, sink, -_owed[node]);
            unpaid += Math.Max(0, _owed[node]);
        }
        while (unpaid > 0)
        {
            var sent = Augment(source, sink);
            if (sent == 0)
                return false;
            unpaid -= sent;
        }
        return true;
    }

    /// <summary>Sends what fits along one shortest path with room; 0 where there is none.</summary>
    private int Augment(int source, int sink)
    {
        var cameBy = new int[_edgesOf.Length];
        Array.Fill(cameBy, -1);
        var queue = new Queue<int>([source]);
        while (cameBy[sink] < 0 && queue.TryDequeue(out var node))
        {
            foreach (var edge in _edgesOf[node])
            {
                var next = _ends[edge];
                if (_room[edge] == 0 || next == source || cameBy[next] >= 0)
                    continue;
                cameBy[next] = edge;
                queue.Enqueue(next);
            }
        }
        if (cameBy[sink] < 0)
            return 0;
        // An edge and its reverse stand side by side, so that edge ^ 1 leads back.
        var sent = int.MaxValue;
        for (var node = sink; node != source; node = _ends[cameBy[node] ^ 1])
            sent = Math.Min(sent, _room[cameBy[node]]);
        for (var node = sink; node != source; node = _ends[cameBy[node] ^ 1])
        {
            _room[cameBy[node]] -= sent;
            _room[cameBy[node] ^ 1] += sent;
        }
        return sent;
    }
}

namespace InfluencerMap.Graph;

/// <summary>Sets of nodes that are joined and never split: who is connected with whom.</summary>
/// <remarks>Tarjan 1975: the larger set takes the smaller, paths are halved; nearly constant time per step.</remarks>
internal sealed class UnionFind
{
    // A root holds the size of its set below zero, every other node holds a node nearer to its root.
    private readonly int[] _parents;

    public UnionFind(int nodeCount) => (_parents = new int[nodeCount]).AsSpan().Fill(-1);

    public int RootOf(int node)
    {
        while (_parents[node] is >= 0 and var parent)
        {
            if (_parents[parent] is >= 0 and var above)
                _parents[node] = parent = above;
            node = parent;
        }
        return node;
    }

    /// <summary>Number of nodes in the set of a root.</summary>
    public int SizeOf(int root) => -_parents[root];

    /// <summary>Joins the sets of two nodes and returns the root of both.</summary>
    public int Join(int one, int other)
    {
        (one, other) = (RootOf(one), RootOf(other));
        if (one == other)
            return one;
        var (root, child) = _parents[one] <= _parents[other] ? (one, other) : (other, one);
        Hang(child, root);
        return root;
    }

    /// <summary>Hangs one root below another, whatever the sizes of their sets.</summary>
    public void Hang(int child, int root)
    {
        _parents[root] += _parents[child];
        _parents[child] = root;
    }
}

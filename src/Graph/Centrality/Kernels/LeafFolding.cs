namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Leaves of an undirected graph folded into the node they hang on, again and again, so that trees vanish: what is
/// kept stands for several people, and what the folded pairs owe is added in closed form.
/// </summary>
/// <remarks>
/// Baglioni et al. 2012. In ordered pairs, with N people in the component, w(v) those that v stands for and b those
/// that each branch folded at v stood for: a folded u gets (N − 1)² − Σ b² − (N − w(u))², a kept v gets
/// 2 (w(v) − 1) (N − w(v)) + (w(v) − 1)² − Σ b² on top of what the kernel finds with these weights.
/// Lengths change nothing: all paths to a leaf pass its one neighbour.
/// </remarks>
/// <param name="Weights">How many people each node stands for, itself included.</param>
/// <param name="IsFolded">Whether the node was folded into another.</param>
/// <param name="Corrections">What each node is owed beyond what the kernel finds.</param>
/// <param name="Components">Which nodes a path connects.</param>
internal sealed record LeafFolding(int[] Weights, bool[] IsFolded, double[] Corrections, UnionFind Components)
{
    public static LeafFolding Of(InteractionGraph graph)
    {
        var nodeCount = graph.NodeCount;
        var weights = new int[nodeCount];
        weights.AsSpan().Fill(1);
        var isFolded = new bool[nodeCount];
        var branchSquares = new double[nodeCount];
        Fold(graph, weights, isFolded, branchSquares);

        var components = new UnionFind(nodeCount);
        for (var node = 0; node < nodeCount; node++)
            foreach (var neighbour in graph.OutNeighbours(node))
                if (node < neighbour)
                    components.Join(node, neighbour);
        var corrections = new double[nodeCount];
        for (var node = 0; node < nodeCount; node++)
        {
            double size = components.SizeOf(components.RootOf(node));
            double weight = weights[node];
            corrections[node] = isFolded[node]
                ? (size - 1) * (size - 1) - branchSquares[node] - (size - weight) * (size - weight)
                : 2 * (weight - 1) * (size - weight) + (weight - 1) * (weight - 1) - branchSquares[node];
        }
        return new(weights, isFolded, corrections, components);
    }

    private static void Fold(InteractionGraph graph, int[] weights, bool[] isFolded, double[] branchSquares)
    {
        var degrees = new int[graph.NodeCount];
        var leaves = new Stack<int>();
        for (var node = 0; node < degrees.Length; node++)
            if ((degrees[node] = graph.OutNeighbours(node).Length) == 1)
                leaves.Push(node);
        while (leaves.TryPop(out var leaf))
        {
            // The last two of a tree are each other's leaf: one of them stays.
            if (degrees[leaf] != 1)
                continue;
            isFolded[leaf] = true;
            degrees[leaf] = 0;
            foreach (var neighbour in graph.OutNeighbours(leaf))
            {
                if (isFolded[neighbour])
                    continue;
                weights[neighbour] += weights[leaf];
                branchSquares[neighbour] += (double)weights[leaf] * weights[leaf];
                if (--degrees[neighbour] == 1)
                    leaves.Push(neighbour);
            }
        }
    }
}

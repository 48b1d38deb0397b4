namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// An order of nodes in which neighbours lie close together, so that their rows meet in the cache and sources next to
/// each other reach the same people at the same step. It changes speed, never scores beyond rounding.
/// </summary>
internal static class VertexOrder
{
    /// <summary>By unit where units are given, else by communities found in the ties.</summary>
    public static int[] Of(InteractionGraph graph, ReadOnlySpan<int> units)
    {
        var nodes = new int[graph.NodeCount];
        for (var node = 0; node < nodes.Length; node++)
            nodes[node] = node;
        if (units.IsEmpty)
            return new CommunityTree(graph).Walk();
        var keys = new long[nodes.Length];
        for (var node = 0; node < nodes.Length; node++)
            keys[node] = ((long)units[node] << 32) + node;
        Array.Sort(keys, nodes);
        return nodes;
    }
}

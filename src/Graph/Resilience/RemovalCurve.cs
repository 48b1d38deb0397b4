using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Resilience;

/// <summary>What stays connected after a share of the people is removed.</summary>
/// <param name="RemovedShare">Share removed, 0 … 1.</param>
/// <param name="LargestShare">Share of everybody who is in the largest component that remains, 0 … 1.</param>
/// <param name="Efficiency">
/// Mean of 1 / steps over pairs of everybody, 0 … 1, a pair without a path or with someone gone adding nothing; null
/// where it was not computed.
/// </param>
public sealed record RemovalPoint(double RemovedShare, double LargestShare, double? Efficiency);

/// <summary>How a network holds as people are taken out in some order.</summary>
public static class RemovalCurve
{
    /// <summary>People removed one after the other; the curve in hundredths.</summary>
    /// <param name="graph">Ties are read in both directions.</param>
    /// <param name="order">Every node once, the first to go first.</param>
    /// <param name="efficiencySources">
    /// People from whom steps are counted at every tenth, spread evenly; 0 leaves efficiency out. Exact from all.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    /// <remarks>
    /// Backwards: people come back one by one and join the components they are tied to, so that the whole curve costs
    /// one pass over the ties (Newman and Ziff 2001).
    /// </remarks>
    public static IReadOnlyList<RemovalPoint> Of(
        InteractionGraph graph, ReadOnlySpan<Node> order, int efficiencySources = 0,
        CancellationToken cancellation = default)
    {
        if (order.Length != graph.NodeCount)
            Throw.OptionOutside("order", order.Length, $"every one of {graph.NodeCount} nodes once");
        var symmetric = Symmetric.Of(graph);
        var largest = LargestByRemoved(symmetric, order);
        var paths = new ShortestPaths(symmetric);
        var points = new RemovalPoint[101];
        for (var percent = 0; percent <= 100; percent++)
        {
            cancellation.ThrowIfCancellationRequested();
            var removedCount = (int)((long)percent * order.Length / 100);
            double? efficiency = efficiencySources > 0 && percent % 10 == 0
                ? Efficiency(paths, order[..removedCount], order.Length, efficiencySources)
                : null;
            var share = (double)largest[removedCount] / Math.Max(1, order.Length);
            points[percent] = new(percent / 100.0, share, efficiency);
        }
        return points;
    }

    private static int[] LargestByRemoved(InteractionGraph graph, ReadOnlySpan<Node> order)
    {
        var components = new UnionFind(graph.NodeCount);
        var isBack = new bool[graph.NodeCount];
        var largest = new int[order.Length + 1];
        for (var removed = order.Length - 1; removed >= 0; removed--)
        {
            var root = order[removed].Index;
            isBack[root] = true;
            foreach (var other in graph.OutNeighbours(order[removed]))
                if (isBack[other])
                    root = components.Join(root, other);
            largest[removed] = Math.Max(largest[removed + 1], components.SizeOf(root));
        }
        return largest;
    }

    private static double Efficiency(ShortestPaths paths, ReadOnlySpan<Node> gone, int nodeCount, int sourceCount)
    {
        sourceCount = Math.Min(sourceCount, nodeCount);
        var sum = 0.0;
        for (var i = 0; i < sourceCount; i++)
        {
            var source = (int)((long)i * nodeCount / sourceCount);
            foreach (var node in paths.SearchSteps(source, without: Node.Indices(gone)))
                sum += node == source ? 0 : 1.0 / paths.Distances[node];
        }
        return sum / Math.Max(1, sourceCount) / Math.Max(1, nodeCount - 1);
    }
}

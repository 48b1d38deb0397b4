namespace InfluencerMap.Graph.Resilience;

/// <summary>What holds together after a share of the people is taken out.</summary>
/// <param name="RemovedShare">Share taken out, 0 … 1.</param>
/// <param name="LargestShare">Share of everybody who is in the largest part that still hangs together, 0 … 1.</param>
/// <param name="Efficiency">
/// Mean of 1 / steps over pairs of everybody, 0 … 1, a pair without a way or with someone gone adding nothing; null
/// where it was not computed.
/// </param>
public sealed record RemovalPoint(double RemovedShare, double LargestShare, double? Efficiency);

/// <summary>How a network holds as people are taken out in some order.</summary>
public static class RemovalCurve
{
    /// <summary>People taken out one after the other; the curve in hundredths.</summary>
    /// <param name="graph">Ties are read both ways.</param>
    /// <param name="order">Every node once, the first to go first.</param>
    /// <param name="efficiencySources">
    /// People from whom steps are counted at every tenth, spread evenly; 0 leaves efficiency out. Exact from all.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    /// <remarks>
    /// Backwards: people come back one by one and join the parts they are tied to, so that the whole curve costs one
    /// pass over the ties (Newman and Ziff 2001).
    /// </remarks>
    public static IReadOnlyList<RemovalPoint> Of(
        InteractionGraph graph, ReadOnlySpan<int> order, int efficiencySources = 0,
        CancellationToken cancellation = default)
    {
        if (order.Length != graph.NodeCount)
            Throw.OptionOutside("order", order.Length, $"every one of {graph.NodeCount} nodes once");
        var symmetric = Symmetric.Of(graph);
        var largest = LargestByRemoved(symmetric, order);
        var points = new RemovalPoint[101];
        for (var percent = 0; percent <= 100; percent++)
        {
            cancellation.ThrowIfCancellationRequested();
            var removedCount = (int)((long)percent * order.Length / 100);
            double? efficiency = efficiencySources > 0 && percent % 10 == 0
                ? Efficiency(symmetric, order[..removedCount], efficiencySources)
                : null;
            var share = (double)largest[removedCount] / Math.Max(1, order.Length);
            points[percent] = new(percent / 100.0, share, efficiency);
        }
        return points;
    }

    private static int[] LargestByRemoved(InteractionGraph graph, ReadOnlySpan<int> order)
    {
        var parts = new int[graph.NodeCount];
        Array.Fill(parts, Absent);
        var largest = new int[order.Length + 1];
        for (var removed = order.Length - 1; removed >= 0; removed--)
        {
            var part = order[removed];
            parts[part] = -1;
            foreach (var other in graph.OutNeighbours(order[removed]))
                if (parts[other] != Absent)
                    part = Join(parts, part, RootOf(parts, other));
            largest[removed] = Math.Max(largest[removed + 1], -parts[part]);
        }
        return largest;
    }

    private const int Absent = int.MinValue;

    /// <summary>A root holds its part's size below zero, all others hold a parent.</summary>
    private static int RootOf(int[] parts, int node)
    {
        while (parts[node] >= 0)
        {
            if (parts[parts[node]] >= 0)
                parts[node] = parts[parts[node]];
            node = parts[node];
        }
        return node;
    }

    private static int Join(int[] parts, int one, int other)
    {
        if (one == other)
            return one;
        var (root, child) = parts[one] <= parts[other] ? (one, other) : (other, one);
        parts[root] += parts[child];
        parts[child] = root;
        return root;
    }

    private static double Efficiency(InteractionGraph graph, ReadOnlySpan<int> gone, int sourceCount)
    {
        var nodeCount = graph.NodeCount;
        var steps = new int[nodeCount];
        var queue = new int[nodeCount];
        sourceCount = Math.Min(sourceCount, nodeCount);
        var sum = 0.0;
        for (var i = 0; i < sourceCount; i++)
        {
            Array.Clear(steps);
            foreach (var node in gone)
                steps[node] = -1;
            var source = (int)((long)i * nodeCount / sourceCount);
            if (steps[source] < 0)
                continue;
            (queue[0], steps[source]) = (source, 1);
            for (int head = 0, tail = 1; head < tail; head++)
                foreach (var next in graph.OutNeighbours(queue[head]))
                    if (steps[next] == 0)
                    {
                        steps[next] = steps[queue[head]] + 1;
                        sum += 1.0 / (steps[next] - 1);
                        queue[tail++] = next;
                    }
        }
        return sum / Math.Max(1, sourceCount) / Math.Max(1, nodeCount - 1);
    }
}

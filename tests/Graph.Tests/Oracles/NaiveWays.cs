namespace InfluencerMap.Graph.Tests;

/// <summary>
/// Betweenness by its definition where lengths are real numbers: every way without a circle is walked, and those of
/// least length counted. Knows nothing of queues, orders or path counts.
/// </summary>
internal static class NaiveWays
{
    /// <param name="graph">Small; its strengths are the lengths.</param>
    /// <param name="equalWithin">The share within which two ways count as equally long.</param>
    public static double[] Betweenness(InteractionGraph graph, double equalWithin = 0)
    {
        var scores = new double[graph.NodeCount];
        for (var source = 0; source < graph.NodeCount; source++)
        {
            var ways = new List<(int[] Nodes, double Length)>();
            Walk(graph, [source], 0, ways);
            foreach (var toTarget in ways.Where(way => way.Nodes.Length > 1).GroupBy(way => way.Nodes[^1]))
            {
                var least = toTarget.Min(way => way.Length);
                var shortest = toTarget.Where(way => way.Length - least <= equalWithin * least).ToArray();
                foreach (var (nodes, _) in shortest)
                    foreach (var middle in nodes[1..^1])
                        scores[middle] += 1.0 / shortest.Length;
            }
        }
        return scores;
    }

    private static void Walk(InteractionGraph graph, int[] nodes, double length, List<(int[], double)> ways)
    {
        ways.Add((nodes, length));
        var last = nodes[^1];
        for (var arc = graph.OutOffsets[last]; arc < graph.OutOffsets[last + 1]; arc++)
            if (!nodes.Contains(graph.OutTargets[arc]))
                Walk(graph, [.. nodes, graph.OutTargets[arc]], length + graph.OutStrengths[arc], ways);
    }
}

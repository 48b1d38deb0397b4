namespace InfluencerMap.Graph.Tests;

/// <summary>
/// Betweenness by its definition. Walks of every length are counted by powers of the adjacency matrix; those of the
/// first length at which any arrives are the shortest paths. Knows nothing of searches, queues or dependencies.
/// </summary>
internal static class NaiveBetweenness
{
    /// <param name="graph">Small.</param>
    /// <param name="lengths">Whole lengths; null where every tie is one step.</param>
    /// <param name="endpoints">Whether a path counts for its ends.</param>
    /// <param name="counts">Whether paths of a source, a target and a length count; null where all do.</param>
    public static double[] Compute(
        InteractionGraph graph, TieLengths? lengths = null, bool endpoints = false,
        Func<int, int, int, bool>? counts = null)
    {
        var (distance, paths) = ShortestPaths(graph, lengths);
        var scores = new double[graph.NodeCount];
        for (var source = 0; source < graph.NodeCount; source++)
            for (var target = 0; target < graph.NodeCount; target++)
                for (var middle = 0; middle < graph.NodeCount; middle++)
                    if (source != target && distance[source, target] is { } whole
                        && (counts is null || counts(source, target, whole))
                        && (endpoints || (middle != source && middle != target))
                        && distance[source, middle] + distance[middle, target] == whole)
                        scores[middle] += paths[source, middle] * paths[middle, target] / paths[source, target];
        return scores;
    }

    /// <summary>The same of arcs, each for itself, in the order of the rows.</summary>
    public static double[] OfArcs(InteractionGraph graph, TieLengths? lengths, Func<int, int, int, bool> counts)
    {
        var (distance, paths) = ShortestPaths(graph, lengths);
        var scores = new double[graph.ArcCount];
        for (var from = 0; from < graph.NodeCount; from++)
            for (var arc = graph.OutOffsets[from]; arc < graph.OutOffsets[from + 1]; arc++)
                for (var source = 0; source < graph.NodeCount; source++)
                    for (var target = 0; target < graph.NodeCount; target++)
                        if (source != target && distance[source, target] is { } whole && counts(source, target, whole)
                            && graph.OutTargets[arc] is var to
                            && distance[source, from] + (lengths?.OutLengths[arc] ?? 1) + distance[to, target] == whole)
                            scores[arc] += paths[source, from] * paths[to, target] / paths[source, target];
        return scores;
    }

    /// <summary>Distances, null where there is no way, and numbers of shortest paths.</summary>
    public static (int?[,] Distance, double[,] Paths) ShortestPaths(InteractionGraph graph, TieLengths? lengths)
    {
        var nodeCount = graph.NodeCount;
        var distance = new int?[nodeCount, nodeCount];
        var paths = new double[nodeCount, nodeCount];
        var walks = new List<double[,]>();
        for (var length = 0; length <= nodeCount * (lengths is null ? 1 : TieLengths.LengthMax); length++)
        {
            walks.Add(Walks(graph, lengths, walks));
            for (var source = 0; source < nodeCount; source++)
                for (var target = 0; target < nodeCount; target++)
                    if (distance[source, target] is null && walks[length][source, target] > 0)
                        (distance[source, target], paths[source, target]) = (length, walks[length][source, target]);
        }
        return (distance, paths);
    }

    private static double[,] Walks(InteractionGraph graph, TieLengths? lengths, List<double[,]> shorter)
    {
        var walks = new double[graph.NodeCount, graph.NodeCount];
        for (var source = 0; source < graph.NodeCount; source++)
        {
            if (shorter.Count == 0)
                walks[source, source] = 1;
            for (var last = 0; last < graph.NodeCount; last++)
                for (var arc = graph.OutOffsets[last]; arc < graph.OutOffsets[last + 1]; arc++)
                    if (shorter.Count - (lengths?.OutLengths[arc] ?? 1) is >= 0 and var before)
                        walks[source, graph.OutTargets[arc]] += shorter[before][source, last];
        }
        return walks;
    }
}

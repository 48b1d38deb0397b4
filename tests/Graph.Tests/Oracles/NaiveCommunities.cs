namespace InfluencerMap.Graph.Tests;

/// <summary>Quality of groupings by its definition, pair by pair, and the best of all groupings there are.</summary>
internal static class NaiveCommunities
{
    public static double Quality(InteractionGraph graph, IReadOnlyList<int> groupOf, LeidenOptions options)
    {
        var nodeCount = graph.NodeCount;
        var weights = new double[nodeCount, nodeCount];
        for (var one = 0; one < nodeCount; one++)
            for (var arc = graph.OutOffsets[one]; arc < graph.OutOffsets[one + 1]; arc++)
            {
                var weight = options.UseStrengths ? graph.OutStrengths[arc] : 1;
                weights[one, graph.OutTargets[arc]] += weight;
                if (graph.IsDirected)
                    weights[graph.OutTargets[arc], one] += weight;
            }
        var sums = Enumerable.Range(0, nodeCount)
            .Select(one => Enumerable.Range(0, nodeCount).Sum(other => weights[one, other])).ToArray();
        var whole = sums.Sum();
        var quality = 0.0;
        for (var one = 0; one < nodeCount; one++)
            for (var other = 0; other < nodeCount; other++)
                if (groupOf[one] == groupOf[other])
                    quality += options.Quality == CommunityQuality.Modularity
                        ? weights[one, other] / whole - options.Resolution * (sums[one] / whole) * (sums[other] / whole)
                        : one == other ? 0 : (weights[one, other] - options.Resolution) / 2;
        return quality;
    }

    /// <summary>The highest quality over all groupings: of n nodes there are as many as Bell's n-th number.</summary>
    public static double Best(InteractionGraph graph, LeidenOptions options)
    {
        var best = double.NegativeInfinity;
        Group(new int[graph.NodeCount], 0, 0);
        return best;

        void Group(int[] groupOf, int node, int groupCount)
        {
            if (node == groupOf.Length)
            {
                best = Math.Max(best, Quality(graph, groupOf, options));
                return;
            }
            for (groupOf[node] = 0; groupOf[node] <= groupCount; groupOf[node]++)
                Group(groupOf, node + 1, Math.Max(groupCount, groupOf[node] + 1));
        }
    }
}

namespace InfluencerMap.Graph.Tests;

/// <summary>Small seeded graphs of every density, many of them in several pieces and with lonely nodes.</summary>
internal static class RandomGraphs
{
    /// <summary>Strengths are whole numbers 1 … 8, so that they may also be taken for lengths.</summary>
    public static InteractionGraph Make(int seed, bool directed, int nodeCountMax = 12)
    {
        var ties = Ties(seed, nodeCountMax, out var nodeCount);
        return GraphBuilder.Build(nodeCount, ties, directed);
    }

    /// <summary>No self-ties and no parallel ties, in no order.</summary>
    public static Tie[] Ties(int seed, int nodeCountMax, out int nodeCount)
    {
        var random = new Random(seed);
        nodeCount = random.Next(1, nodeCountMax + 1);
        var density = Math.Pow(random.NextDouble(), 2);
        var strengthMax = random.Next(1, TieLengths.LengthMax + 1);
        var ties = new List<Tie>();
        for (var one = 0; one < nodeCount; one++)
            for (var other = one + 1; other < nodeCount; other++)
                if (random.NextDouble() < density)
                    ties.Add(random.Next(2) == 0
                        ? new(one, other, random.Next(1, strengthMax + 1))
                        : new(other, one, random.Next(1, strengthMax + 1)));
        var shuffled = ties.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>Every tie in both directions: an undirected graph that is called directed.</summary>
    public static InteractionGraph BothWays(InteractionGraph undirected)
    {
        var ties = new List<Tie>();
        for (var node = 0; node < undirected.NodeCount; node++)
            for (var arc = undirected.OutOffsets[node]; arc < undirected.OutOffsets[node + 1]; arc++)
                ties.Add(new(node, undirected.OutTargets[arc], undirected.OutStrengths[arc]));
        return GraphBuilder.Build(undirected.NodeCount, [.. ties], directed: true);
    }
}

using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Cli;

/// <summary>A tie between two units, both directions together.</summary>
internal readonly record struct PictureTie(Node Node, Node Other, double Strength, bool TouchesTop);

/// <summary>Finds the ties between units, and chooses those that a reader can still distinguish.</summary>
internal static class PictureTies
{
    /// <summary>All ties between units, those of the top people first, then by strength.</summary>
    public static PictureTie[] Between(InteractionGraph graph, Units units, bool[] isTop)
    {
        var ties = new List<PictureTie>();
        foreach (var node in Node.Each(graph.NodeCount))
        {
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
            {
                var other = new Node(graph.OutTargets[arc]);
                var back = graph.OutNeighbours(other).BinarySearch(node.Index);
                if (units.Of(node) == units.Of(other) || (back >= 0 && other < node))
                    continue;
                var strength = graph.OutStrengths[arc]
                    + (graph.IsDirected && back >= 0 ? graph.OutStrengths[graph.OutOffsets[other] + back] : 0);
                ties.Add(new(node, other, strength, isTop[node] || isTop[other]));
            }
        }
        return [.. ties.OrderByDescending(t => t.TouchesTop).ThenByDescending(t => t.Strength)
            .ThenBy(t => t.Node).ThenBy(t => t.Other)];
    }

    /// <summary>How many ties to other units each node has.</summary>
    public static int[] CountByNode(InteractionGraph graph, Units units)
    {
        var counts = new int[graph.NodeCount];
        foreach (var node in Node.Each(counts.Length))
            foreach (var other in Node.Of(graph.OutNeighbours(node)))
                if (units.Of(node) != units.Of(other))
                {
                    counts[node]++;
                    counts[other] += graph.IsDirected ? 1 : 0;
                }
        return counts;
    }
}

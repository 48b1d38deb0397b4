using System.Numerics;

namespace InfluencerMap.Graph.Tests;

/// <summary>
/// Expected spread by definition: all combinations of ties that pass word on, by their chance. Who has no tie that
/// leads to them does not count.
/// </summary>
internal static class NaiveSpread
{
    /// <returns>From a set of nodes, as bits, to the people reached on average.</returns>
    public static Func<int, double> Of(InteractionGraph graph, double beta)
    {
        var arcs = new List<(int From, int To, double Chance)>();
        for (var node = 0; node < graph.NodeCount; node++)
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
                arcs.Add((node, graph.OutTargets[arc], 1 - Math.Exp(-beta * graph.OutStrengths[arc])));
        var counted = Enumerable.Range(0, graph.NodeCount)
            .Where(node => graph.InNeighbours(node).Length > 0).Aggregate(0, (bits, node) => bits | 1 << node);
        return set =>
        {
            var sum = 0.0;
            for (var passed = 0; passed < 1 << arcs.Count; passed++)
            {
                var chance = 1.0;
                for (var arc = 0; arc < arcs.Count; arc++)
                    chance *= (passed >> arc & 1) != 0 ? arcs[arc].Chance : 1 - arcs[arc].Chance;
                sum += chance * BitOperations.PopCount((uint)(counted & Reached(set, passed, arcs)));
            }
            return sum;
        };
    }

    public static double Best(int nodeCount, int size, Func<int, double> spread) =>
        Enumerable.Range(0, 1 << nodeCount).Where(set => BitOperations.PopCount((uint)set) == size).Max(spread);

    private static int Reached(int set, int passed, List<(int From, int To, double Chance)> arcs)
    {
        for (var before = -1; before != set;)
        {
            before = set;
            for (var arc = 0; arc < arcs.Count; arc++)
                if ((passed >> arc & 1) != 0 && (set >> arcs[arc].From & 1) != 0)
                    set |= 1 << arcs[arc].To;
        }
        return set;
    }
}

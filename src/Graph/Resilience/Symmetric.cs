using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Resilience;

/// <summary>A graph read in both directions: whether it is connected does not depend on who began.</summary>
internal static class Symmetric
{
    /// <summary>The graph itself where it is undirected; else one tie for each pair, strengths added.</summary>
    public static InteractionGraph Of(InteractionGraph graph) =>
        graph.IsDirected ? GraphBuilder.Build(graph.NodeCount, Ties(graph, _ => true), directed: false) : graph;

    /// <summary>The same nodes, without the ties of some of them.</summary>
    public static InteractionGraph Without(InteractionGraph graph, bool[] isGone) =>
        GraphBuilder.Build(graph.NodeCount, Ties(graph, node => !isGone[node]), graph.IsDirected);

    /// <summary>Ties between nodes that are kept; of an undirected graph each once.</summary>
    public static Tie[] Ties(InteractionGraph graph, Func<Node, bool> isKept)
    {
        var ties = new List<Tie>(graph.IsDirected ? graph.ArcCount : graph.ArcCount / 2);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (!isKept(new(node)))
                continue;
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
                if (graph.OutTargets[arc] is var other && (graph.IsDirected || node < other) && isKept(new(other)))
                    ties.Add(new(node, other, graph.OutStrengths[arc]));
        }
        return [.. ties];
    }
}

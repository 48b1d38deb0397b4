using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

/// <summary>Brokerage roles by three loops over everybody; an undirected path counts from its lower end.</summary>
internal static class NaiveRoles
{
    public static BrokerageCounts? Of(int v, InteractionGraph graph, Grouping groups)
    {
        if (!groups.Holds(new(v)))
            return null;
        var counts = default(BrokerageCounts);
        foreach (var (a, c) in OpenPaths(v, graph))
        {
            if (!groups.Holds(a) || !groups.Holds(c))
                continue;
            var (ga, gv, gc) = (groups.Of(a), groups.Of(new(v)), groups.Of(c));
            counts = counts with { Total = counts.Total + 1 };
            if (ga == gv && gv == gc)
                counts = counts with { Coordinator = counts.Coordinator + 1 };
            else if (ga == gc)
                counts = counts with { Itinerant = counts.Itinerant + 1 };
            else if (ga != gv && gv != gc)
                counts = counts with { Liaison = counts.Liaison + 1 };
            if (ga == gv != (gc == gv))
                counts = !graph.IsDirected
                    ? counts with { Representative = counts.Representative + 1, Gatekeeper = counts.Gatekeeper + 1 }
                    : ga == gv ? counts with { Representative = counts.Representative + 1 }
                    : counts with { Gatekeeper = counts.Gatekeeper + 1 };
        }
        return counts;
    }

    private static IEnumerable<(Node A, Node C)> OpenPaths(int v, InteractionGraph graph) =>
        from a in Node.Each(graph.NodeCount)
        from c in Node.Each(graph.NodeCount)
        where (graph.IsDirected ? a != c : a < c) && IsTie(graph, a, v) && IsTie(graph, v, c) && !IsTie(graph, a, c)
        select (a, c);

    private static bool IsTie(InteractionGraph graph, int from, int to) => graph.OutNeighbours(from).Contains(to);
}

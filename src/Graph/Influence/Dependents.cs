namespace InfluencerMap.Graph.Influence;

/// <summary>The people for whom one person is the only way.</summary>
internal static class Dependents
{
    /// <summary>
    /// Nodes that lose every connection to the main part without <paramref name="person"/>, ascending: those outside
    /// the largest part that is left of the person's component, or all of it where no part holds half. Ties count both
    /// ways.
    /// </summary>
    public static List<int> ReachedOnlyThrough(InteractionGraph graph, int person)
    {
        var seen = new bool[graph.NodeCount];
        seen[person] = true;
        var parts = new List<List<int>>();
        foreach (var start in Neighbours(graph, person))
            if (!seen[start])
                parts.Add(Spread(graph, start, seen));

        var main = parts.MaxBy(part => part.Count);
        var total = parts.Sum(part => part.Count);
        return [.. parts.Where(part => part != main || 2 * part.Count < total).SelectMany(part => part).Order()];
    }

    /// <summary>Neighbours in other units who have no other neighbour outside their own unit, ascending.</summary>
    public static List<int> OnlyOutsideContactOf(InteractionGraph graph, Units units, int person) =>
    [
        .. Neighbours(graph, person).Distinct().Order().Where(other =>
            units.Of(other) != units.Of(person)
            && Neighbours(graph, other).All(next => next == person || units.Of(next) == units.Of(other))),
    ];

    private static List<int> Spread(InteractionGraph graph, int start, bool[] seen)
    {
        var part = new List<int> { start };
        seen[start] = true;
        for (var i = 0; i < part.Count; i++)
        {
            foreach (var next in Neighbours(graph, part[i]))
            {
                if (seen[next])
                    continue;
                seen[next] = true;
                part.Add(next);
            }
        }
        return part;
    }

    private static int[] Neighbours(InteractionGraph graph, int node) => graph.IsDirected
        ? [.. graph.OutNeighbours(node), .. graph.InNeighbours(node)]
        : graph.OutNeighbours(node).ToArray();
}

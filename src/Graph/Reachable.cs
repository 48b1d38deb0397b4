namespace InfluencerMap.Graph;

/// <summary>Whose being reached counts for a cohort.</summary>
/// <remarks>
/// Coverage is a share of the people whom somebody else can reach at all: who has a tie, of directed ties one that
/// leads to the person. A member counts as reached, since whoever spreads the word knows it; yet nobody is chosen for
/// that alone. So people whom only themselves could reach, of all who may be chosen, do not count.
/// </remarks>
/// <param name="IsTied">By node, whether anybody else can reach the person.</param>
/// <param name="Counts">By node, whether somebody else who may be chosen can.</param>
internal sealed record Reachable(bool[] IsTied, bool[] Counts)
{
    private const int Nobody = -1;

    public int TiedCount { get; } = IsTied.Count(isTied => isTied);

    public int Count { get; } = Counts.Count(counts => counts);

    /// <remarks>
    /// A search from all who may be chosen at once. Each person remembers the first two different people whom it came
    /// from: of two, one is not the person themselves. O(n + m).
    /// </remarks>
    public static Reachable By(InteractionGraph graph, bool[] isExcluded, int stepsMax)
    {
        var (first, second) = (new int[graph.NodeCount], new int[graph.NodeCount]);
        Array.Fill(first, Nobody);
        Array.Fill(second, Nobody);
        var reached = new List<(int Node, int From)>();
        for (var node = 0; node < graph.NodeCount; node++)
            if (!isExcluded[node])
            {
                first[node] = node;
                reached.Add((node, node));
            }
        for (var step = 1; step <= stepsMax && reached.Count > 0; step++)
            reached = OneStepOn(graph, reached, first, second);
        var (isTied, counts) = (new bool[graph.NodeCount], new bool[graph.NodeCount]);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            isTied[node] = graph.InNeighbours(node).Length > 0;
            counts[node] = second[node] != Nobody || first[node] != Nobody && first[node] != node;
        }
        return new(isTied, counts);
    }

    private static List<(int Node, int From)> OneStepOn(
        InteractionGraph graph, List<(int Node, int From)> reached, int[] first, int[] second)
    {
        var next = new List<(int Node, int From)>();
        foreach (var (node, from) in reached)
            foreach (var other in graph.OutNeighbours(node))
            {
                if (first[other] == from || second[other] == from)
                    continue;
                ref var place = ref first[other] == Nobody ? ref first[other] : ref second[other];
                if (place != Nobody)
                    continue;
                place = from;
                next.Add((other, from));
            }
        return next;
    }
}

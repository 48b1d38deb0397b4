namespace InfluencerMap.Graph;

/// <summary>How many ties a person has, and how strong they are together.</summary>
public static class Degree
{
    /// <summary>
    /// Number of ties of each node; in a directed graph incoming and outgoing, so that a mutual pair has two.
    /// </summary>
    /// <returns>Whole numbers that sum to twice the number of ties.</returns>
    public static Centrality Of(InteractionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var scores = new double[graph.NodeCount];
        for (var node = 0; node < scores.Length; node++)
            scores[node] = graph.OutNeighbours(node).Length + (graph.IsDirected ? graph.InNeighbours(node).Length : 0);
        return new() { Scores = scores, Definition = $"Degree, number of ties{Direction(graph)}" };
    }

    /// <summary>Sum of the strengths of each node's ties; in a directed graph incoming and outgoing.</summary>
    /// <returns>Sums of at least 0, in the unit of the strengths; together twice the strength of all ties.</returns>
    public static Centrality StrengthOf(InteractionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var scores = new double[graph.NodeCount];
        for (var node = 0; node < scores.Length; node++)
            scores[node] = RowSum(graph.OutOffsets, graph.OutStrengths, node)
                + (graph.IsDirected ? RowSum(graph.InOffsets, graph.InStrengths, node) : 0);
        return new() { Scores = scores, Definition = $"Strength, sum of tie strengths{Direction(graph)}" };
    }

    /// <summary>From left to right, not by vector: the same bits on every processor.</summary>
    internal static double RowSum(ReadOnlySpan<int> offsets, ReadOnlySpan<double> strengths, int node)
    {
        var sum = 0.0;
        foreach (var strength in strengths[offsets[node]..offsets[node + 1]])
            sum += strength;
        return sum;
    }

    private static string Direction(InteractionGraph graph) => graph.IsDirected ? ", in and out" : ", undirected";
}

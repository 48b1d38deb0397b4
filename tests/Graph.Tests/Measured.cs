namespace InfluencerMap.Graph.Tests;

/// <summary>Scores of measures that end when the test is cancelled.</summary>
internal static class Measured
{
    public static double[] Betweenness(
        InteractionGraph graph, BetweennessOptions? options = null, TieLengths? lengths = null) =>
        Graph.Betweenness.Exact(graph, options, lengths, cancellation: TestContext.Current.CancellationToken).Scores;

    public static ReachResult Reach(InteractionGraph graph, int stepsMax = 3, int threads = 0) =>
        Graph.Reach.Compute(graph, stepsMax, threads, cancellation: TestContext.Current.CancellationToken);

    public static double[] PageRank(InteractionGraph graph, PageRankOptions? options = null) =>
        Graph.PageRank.Compute(graph, options, TestContext.Current.CancellationToken).Scores;
}

namespace InfluencerMap.Graph.Tests;

/// <summary>Scores of measures at audit precision, which end when the test is cancelled.</summary>
internal static class Measured
{
    public static double[] Betweenness(
        InteractionGraph graph, BetweennessOptions? options = null, TieLengths? lengths = null) =>
        Graph.Betweenness.Exact(
            graph, (options ?? new()) with { Precision = Precision.Double }, lengths,
            cancellation: TestContext.Current.CancellationToken).Scores;

    public static ReachResult Reach(InteractionGraph graph, int stepsMax = 3, int threads = 0) =>
        Graph.Reach.Compute(graph, stepsMax, threads, cancellation: TestContext.Current.CancellationToken);

    public static double[] PageRank(InteractionGraph graph, PageRankOptions? options = null) =>
        Graph.PageRank.Compute(graph, options, TestContext.Current.CancellationToken).Scores;

    /// <summary>Every score within a relative error of the expected one; 0 only equals 0.</summary>
    public static void AssertClose(double[] expected, double[] actual, double relativeError = 1e-9)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var node = 0; node < expected.Length; node++)
            if (!(Math.Abs(actual[node] - expected[node]) <= relativeError * Math.Abs(expected[node])))
                Assert.Fail($"Node {node} scores {actual[node]:R}, expected {expected[node]:R}.");
    }
}

using QuikGraph;
using QuikGraph.Algorithms;

namespace InfluencerMap.Graph.Tests;

/// <summary>The snippets of docs/quikgraph.md that need QuikGraph's interfaces only.</summary>
public class Snippets
{
    private static readonly ListGraph<string> graph = new(
        true, ["ann", "bob", "cyd", "dan"], new("ann", "bob"), new("bob", "cyd"), new("bob", "cyd"), new("cyd", "dan"));

    private static double MessagesOf(SEdge<string> edge) => edge.Target.Length;

    private static double StepsOf(SEdge<string> edge) => edge.Source == "ann" ? 2 : 1;

    [Fact]
    public void Measures_by_vertex()
    {
        var between = graph.Betweenness();             // IReadOnlyDictionary<string, double>
        var within2 = graph.Reach(steps: 2);           // others reached in at most two steps
        var close = graph.HarmonicCloseness();         // sum of 1 / distance to everyone reached
        var top = between.OrderByDescending(pair => pair.Value).Take(20);

        Assert.Equal((2, 2, 1.5), (between["bob"], within2["ann"], close["bob"]));
        Assert.Equal(4, top.Count());
    }

    [Fact]
    public void Lengths_and_options()
    {
        var between = graph.Betweenness(
            lengths: edge => StepsOf(edge),            // whole numbers 1 … 8
            options: new() { Normalisation = Normalisation.NetworkX, Precision = Precision.Double });

        Assert.Equal(2 / 6.0, between["bob"], 1e-12);
    }

    [Fact]
    public void One_copy_many_measures()
    {
        var copy = graph.ToInteractionGraph(out var people, strengths: edge => MessagesOf(edge));
        var reach = Reach.Compute(copy, stepsMax: 3);  // every number of steps in one sweep
        var rank = PageRank.Compute(copy);             // follows strengths
        var lengths = TieLengths.FromStrengths(copy);  // the stronger a tie, the shorter
        var between = Betweenness.Exact(copy, lengths: lengths);
        var best = people[Array.IndexOf(between.Scores, between.Scores.Max())];

        Assert.Equal(("bob", 3, 4), (best, reach.Within(3)[0], rank.Scores.Length));
    }

    [Fact]
    public void In_the_manner_of_an_algorithm()
    {
        var algorithm = new BetweennessCentralityAlgorithm<string, SEdge<string>>(graph);
        var states = new List<ComputationState>();
        algorithm.StateChanged += (_, _) => states.Add(algorithm.State);
        algorithm.Compute();                           // Abort() from another thread stops it
        var scores = algorithm.HasScores ? algorithm.Scores : null;

        Assert.Equal([ComputationState.Running, ComputationState.Finished], states);
        Assert.Equal(graph.Betweenness(), scores);
    }
}

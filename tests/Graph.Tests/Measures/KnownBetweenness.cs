namespace InfluencerMap.Graph.Tests;

/// <summary>Betweenness on graphs with closed forms or published values. Ours counts an undirected pair twice.</summary>
public class KnownBetweenness
{
    [Theory, InlineData(3), InlineData(10), InlineData(200)]
    public void Star_sends_every_pair_through_its_centre(int nodeCount)
    {
        var scores = Measured.Betweenness(KnownGraphs.Star(nodeCount));
        Assert.Equal((nodeCount - 1.0) * (nodeCount - 2), scores[0]);
        Assert.All(scores[1..], score => Assert.Equal(0, score));
    }

    [Theory, InlineData(2), InlineData(9), InlineData(300)]
    public void Path_scores_people_before_times_people_behind(int nodeCount)
    {
        var undirected = Measured.Betweenness(KnownGraphs.Path(nodeCount));
        var directed = Measured.Betweenness(KnownGraphs.Path(nodeCount, directed: true));
        for (var node = 0; node < nodeCount; node++)
        {
            Assert.Equal(node * (nodeCount - 1.0 - node), directed[node]);
            Assert.Equal(2 * directed[node], undirected[node]);
        }
    }

    [Theory, InlineData(7), InlineData(8), InlineData(65)]
    public void Cycle_scores_everyone_the_same(int nodeCount)
    {
        // Freeman: an undirected ring has (n - 1)(n - 3) / 8 pairs through each node for odd n, (n - 2)^2 / 8 for even n.
        var undirected = nodeCount % 2 == 1
            ? (nodeCount - 1) * (nodeCount - 3) / 4.0
            : (nodeCount - 2) * (nodeCount - 2) / 4.0;
        Assert.All(Measured.Betweenness(KnownGraphs.Cycle(nodeCount)), score => Assert.Equal(undirected, score, 1e-9));

        var directed = (nodeCount - 1) * (nodeCount - 2) / 2.0;
        Assert.All(
            Measured.Betweenness(KnownGraphs.Cycle(nodeCount, directed: true)), score => Assert.Equal(directed, score));
    }

    [Fact]
    public void Kite_gives_the_published_values()
    {
        // As networkx documents krackhardt_kite_graph, normalised.
        double[] published = [0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0];
        var scores = Measured.Betweenness(KnownGraphs.Kite(), new() { Normalisation = Normalisation.NetworkX });
        Assert.All(published.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, 5e-4));
    }

    [Fact]
    public void Karate_club_gives_the_published_values()
    {
        // Normalised, as published with networkx and igraph.
        (int Member, double Score)[] published =
            [(0, 0.437635), (33, 0.304075), (32, 0.145247), (2, 0.143657), (31, 0.138276), (8, 0.055927), (1, 0.053937)];
        var scores = Measured.Betweenness(KnownGraphs.KarateClub(), new() { Normalisation = Normalisation.Igraph });
        Assert.All(published, known => Assert.Equal(known.Score, scores[known.Member], 5e-6));
    }
}

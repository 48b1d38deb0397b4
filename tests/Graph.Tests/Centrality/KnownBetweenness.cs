namespace InfluencerMap.Graph.Tests;

/// <summary>Betweenness with closed forms or published values. Ours counts an undirected pair twice.</summary>
public class KnownBetweenness
{
    [Theory, InlineData(3), InlineData(10), InlineData(200)]
    public void Star_sends_every_pair_through_its_centre(int nodeCount)
    {
        var expected = new double[nodeCount];
        expected[0] = (nodeCount - 1.0) * (nodeCount - 2);
        Measured.AssertClose(expected, Measured.Betweenness(KnownGraphs.Star(nodeCount)));
    }

    [Theory, InlineData(2), InlineData(9), InlineData(300)]
    public void Path_scores_people_before_times_people_behind(int nodeCount)
    {
        var directed = Enumerable.Range(0, nodeCount).Select(node => node * (nodeCount - 1.0 - node)).ToArray();
        var undirected = directed.Select(score => 2 * score).ToArray();
        Measured.AssertClose(directed, Measured.Betweenness(KnownGraphs.Path(nodeCount, directed: true)));
        Measured.AssertClose(undirected, Measured.Betweenness(KnownGraphs.Path(nodeCount)));
    }

    [Theory, InlineData(7), InlineData(8), InlineData(65)]
    public void Cycle_scores_everyone_the_same(int nodeCount)
    {
        // Pairs that have a node in between: (n - 1)(n - 3) / 8 on an odd ring, (n - 2)^2 / 8 on an even one.
        var undirected = nodeCount % 2 == 1
            ? (nodeCount - 1) * (nodeCount - 3) / 4.0
            : (nodeCount - 2) * (nodeCount - 2) / 4.0;
        Measured.AssertClose(
            [.. Enumerable.Repeat(undirected, nodeCount)], Measured.Betweenness(KnownGraphs.Cycle(nodeCount)));

        var directed = (nodeCount - 1) * (nodeCount - 2) / 2.0;
        Measured.AssertClose(
            [.. Enumerable.Repeat(directed, nodeCount)],
            Measured.Betweenness(KnownGraphs.Cycle(nodeCount, directed: true)));
    }

    [Fact]
    public void Grid_of_three_by_three_scores_corner_side_and_centre_by_hand()
    {
        var (corner, side, centre) = (8 / 3.0, 10, 64 / 3.0);
        Measured.AssertClose(
            [corner, side, corner, side, centre, side, corner, side, corner],
            Measured.Betweenness(KnownGraphs.Grid(3, 3)));
    }

    [Fact]
    public void Kite_gives_the_published_values()
    {
        // Krackhardt's kite, normalised, to three digits.
        double[] published = [0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0];
        var scores = Measured.Betweenness(KnownGraphs.Kite(), new() { Normalisation = Normalisation.NetworkX });
        Assert.All(published.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, 5e-4));
    }

    [Fact]
    public void Karate_club_gives_the_published_values()
    {
        // Normalised, to six digits, for the seven most between.
        (int Member, double Score)[] published =
        [
            (0, 0.437635), (33, 0.304075), (32, 0.145247), (2, 0.143657), (31, 0.138276), (8, 0.055927), (1, 0.053937),
        ];
        var scores = Measured.Betweenness(KnownGraphs.KarateClub(), new() { Normalisation = Normalisation.Igraph });
        Assert.All(published, known => Assert.Equal(known.Score, scores[known.Member], 5e-7));
    }
}

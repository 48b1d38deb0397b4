namespace InfluencerMap.Graph.Tests;

/// <summary>
/// What other libraries would print for two small graphs, each value counted by hand and derived from one raw score.
/// </summary>
public class NormalisationTable
{
    // 0 - 1 - 2 - 3. Between the ends of two unordered pairs: node 1 (0 with 2 and 3), node 2 alike.
    private static readonly InteractionGraph Undirected = KnownGraphs.Path(4);

    // 0 > 1 > 2 > 3. Two ordered pairs each.
    private static readonly InteractionGraph Directed = KnownGraphs.Path(4, directed: true);

    [Fact]
    public void Undirected_raw_is_twice_what_networkx_and_igraph_count()
    {
        double[] networkX = [0, 2, 2, 0];
        Assert.Equal(networkX.Select(score => 2 * score), Measured.Betweenness(Undirected));
        Assert.Equal(networkX, Measured.Betweenness(Directed));
    }

    [Theory]
    // networkx, normalized=True: unordered pairs by (n - 1)(n - 2) / 2 = 3; ordered ones by (n - 1)(n - 2) = 6.
    [InlineData(Normalisation.NetworkX, false, 2 / 3.0, 2 / 6.0)]
    // networkx, endpoints=True as well: 3 of 6 unordered pairs end at node 1, 3 of 12 ordered ones; by n (n - 1).
    [InlineData(Normalisation.NetworkX, true, 5 / 6.0, 5 / 12.0)]
    // igraph, normalized=TRUE: 2 B / ((n - 1)(n - 2)) with B = 2; directed B / ((n - 1)(n - 2)).
    [InlineData(Normalisation.Igraph, false, 4 / 6.0, 2 / 6.0)]
    // KADABRA, SILVAN: the fraction of the n (n - 1) = 12 ordered pairs.
    [InlineData(Normalisation.Pairs, false, 4 / 12.0, 2 / 12.0)]
    // NetworKit 11 prints the raw sum over ordered pairs, as we do; normalised it divides by (n - 1)(n - 2) as igraph.
    [InlineData(Normalisation.Raw, false, 4, 2)]
    public void Normalised_scores_are_what_the_library_prints(
        Normalisation normalisation, bool endpoints, double undirected, double directed)
    {
        var options = new BetweennessOptions { Normalisation = normalisation, Endpoints = endpoints };
        Assert.Equal(undirected, Measured.Betweenness(Undirected, options)[1], 1e-12);
        Assert.Equal(directed, Measured.Betweenness(Directed, options)[1], 1e-12);
    }

    [Fact]
    public void No_normalised_score_exceeds_one()
    {
        // Older NetworKit divided the doubled undirected sums by (n - 1)(n - 2) / 2: the centre of a star got 2.
        foreach (var normalisation in Enum.GetValues<Normalisation>().Where(one => one != Normalisation.Raw))
            Assert.InRange(
                Measured.Betweenness(KnownGraphs.Star(9), new() { Normalisation = normalisation })[0], 0.5, 1);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void Fewer_than_three_people_score_zero_and_not_a_division_by_zero(int nodeCount)
    {
        foreach (var normalisation in Enum.GetValues<Normalisation>())
            Assert.Equal(
                new double[nodeCount],
                Measured.Betweenness(KnownGraphs.Path(nodeCount), new() { Normalisation = normalisation }));
    }

    [Fact]
    public void Definition_says_direction_lengths_endpoints_and_normalisation()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Equal(
            "Betweenness, exact, directed, every tie one step, raw sum over ordered pairs",
            Betweenness.Exact(Directed, cancellation: cancellation).Definition);
        Assert.Equal(
            "Betweenness, exact, undirected, tie lengths 1 to 8, endpoints counted, normalised as Pairs",
            Betweenness.Exact(
                Undirected, new() { Endpoints = true, Normalisation = Normalisation.Pairs },
                TieLengths.FromStrengths(Undirected), cancellation: cancellation).Definition);
    }
}

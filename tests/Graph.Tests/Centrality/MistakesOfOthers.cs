namespace InfluencerMap.Graph.Tests;

/// <summary>Errors found in published code, kept as tests so that ours never has them.</summary>
public class MistakesOfOthers
{
    /// <summary>networkx compares sums of float weights for equality: 0.1 + 0.2 is not 0.3.</summary>
    [Fact]
    public void Ways_of_equal_length_are_equal_however_the_lengths_add_up()
    {
        var graph = GraphBuilder.Build(
            4, [new(0, 1, 1), new(1, 3, 2), new(0, 2, 2), new(2, 3, 1), new(0, 3, 3)], directed: false);
        // Three ways from 0 to 3 and back: each middle carries a third of both. 1 - 2: by 0 and by 3, half each.
        Measured.AssertClose(
            [1, 2 / 3.0, 2 / 3.0, 1], Measured.Betweenness(graph, null, TieLengths.FromValues(graph)));
    }

    [Theory, InlineData(0.1), InlineData(1.5), InlineData(8.5), InlineData(9), InlineData(1e300)]
    public void Lengths_that_are_not_whole_from_one_to_eight_are_refused(double length)
    {
        var graph = GraphBuilder.Build(2, [new(0, 1, length)], directed: true);
        var error = Assert.Throws<ArgumentException>(() => TieLengths.FromValues(graph));
        Assert.Contains($"Tie 0 → 1 has length {length}; lengths are whole numbers 1 … 8.", error.Message);
    }

    /// <summary>igraph #1009 crashes on a weight of 1e-23.</summary>
    [Fact]
    public void Tiny_strengths_become_the_greatest_length()
    {
        var graph = GraphBuilder.Build(
            3, [new(0, 1, 1), new(1, 2, 1e-23), new(2, 0, double.Epsilon), new(0, 2, double.MaxValue)], directed: true);
        var lengths = TieLengths.FromStrengths(graph);
        Assert.Equal(TieLengths.LengthMax, lengths.OutLengths[2]);
        Assert.All(Measured.Betweenness(graph, null, lengths), score => Assert.True(score >= 0));
    }

    /// <summary>igraph #46 overflows to negative scores; 970 diamonds overflow even a double.</summary>
    [Theory, InlineData(40, false), InlineData(200, false), InlineData(200, true)]
    [InlineData(970, false), InlineData(970, true)]
    public void Ladder_of_diamonds_scores_by_hand_however_many_ways_there_are(int diamondCount, bool weighted)
    {
        var graph = KnownGraphs.Ladder(diamondCount);
        var expected = new double[graph.NodeCount];
        for (var joint = 0; joint <= diamondCount; joint++)
        {
            // All pairs across, and half of each pair of detours beside the joint; both orders.
            var besides = (joint > 0 ? 1 : 0) + (joint < diamondCount ? 1 : 0);
            expected[3 * joint] = 18.0 * joint * (diamondCount - joint) + besides;
        }
        for (var diamond = 0; diamond < diamondCount; diamond++)
            expected[3 * diamond + 1] = expected[3 * diamond + 2] =
                (3.0 * diamond + 1) * (3.0 * (diamondCount - diamond - 1) + 1);

        Measured.AssertClose(
            expected, Measured.Betweenness(graph, null, weighted ? TieLengths.FromValues(graph) : null));
    }

    /// <summary>SocNetV #283 keeps the old path count when a shorter way turns up late.</summary>
    [Fact]
    public void Late_shortcut_forgets_the_longer_ways()
    {
        // Two ways of length 6 to node 4 are found first, by 1 and by 2; 0 - 3 - 4 has length 4.
        var graph = GraphBuilder.Build(
            6, [new(0, 1, 1), new(0, 2, 1), new(1, 4, 5), new(2, 4, 5), new(0, 3, 2), new(3, 4, 2), new(4, 5, 1)],
            directed: true);
        var lengths = TieLengths.FromValues(graph);
        Measured.AssertClose([0, 0, 0, 2, 4, 0], Measured.Betweenness(graph, null, lengths));
    }

    /// <summary>
    /// KADABRA, SILVAN and NetworKit draw predecessors without regard to their path counts and put y before x.
    /// </summary>
    [Fact]
    public void Counter_example_of_149_nodes_puts_x_before_y()
    {
        const int x = 45, y = 46;
        var graph = KnownGraphs.CounterExample();
        Assert.Equal(151, graph.ArcCount);
        var scores = Measured.Betweenness(graph);
        Assert.Equal(1417.5, scores[x], 1e-9);
        Assert.Equal(472.5, scores[y], 1e-9);
        var pairs = Measured.Betweenness(graph, new() { Normalisation = Normalisation.Pairs });
        Assert.Equal(0.06428, pairs[x], 5e-6);
        Assert.Equal(0.02143, pairs[y], 5e-6);
    }

    /// <summary>orgnet passes strengths where distances belong.</summary>
    [Fact]
    public void Stronger_tie_never_makes_a_way_longer()
    {
        var graph = RandomGraphs.Make(7, directed: true, nodeCountMax: 60);
        var lengths = TieLengths.FromStrengths(graph).OutLengths.ToArray();
        var byStrength = lengths.Zip(graph.OutStrengths.ToArray()).OrderBy(arc => arc.Second).ToArray();
        Assert.True(byStrength.Length > 100);
        Assert.All(byStrength.Zip(byStrength.Skip(1)), pair => Assert.True(pair.First.First >= pair.Second.First));
    }
}

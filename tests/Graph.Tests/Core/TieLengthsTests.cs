namespace InfluencerMap.Graph.Tests;

public class TieLengthsTests
{
    [Fact]
    public void Half_the_strength_is_two_longer()
    {
        // Eleven ties: the 90 % quantile is the tenth smallest, 64.
        double[] strengths = [64, 32, 16, 8, 4, 2, 64, 64, 64, 64, 1000];
        Assert.Equal([1, 3, 5, 7, 8, 8, 1, 1, 1, 1, 1], LengthsOf(strengths));
    }

    [Fact]
    public void Square_root_of_half_the_strength_is_one_longer() =>
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3], LengthsOf([8, 8, 8, 8, 8, 8, 8, 8, 8 / Math.Sqrt(2), 6, 4]));

    [Theory, InlineData(1e-12), InlineData(0.5), InlineData(1e9)]
    public void Scaled_strengths_change_no_length(double factor)
    {
        var random = new Random(4);
        var strengths = Enumerable.Range(0, 1000).Select(_ => Math.Exp(random.NextDouble() * 9)).ToArray();
        Assert.Equal(LengthsOf(strengths), LengthsOf([.. strengths.Select(strength => strength * factor)]));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Lengths_stand_beside_the_arcs_of_both_directions(bool directed)
    {
        var graph = RandomGraphs.Make(12, directed, nodeCountMax: 40);
        foreach (var lengths in new[] { TieLengths.FromStrengths(graph), TieLengths.FromValues(graph) })
            for (var source = 0; source < graph.NodeCount; source++)
                for (var arc = graph.OutOffsets[source]; arc < graph.OutOffsets[source + 1]; arc++)
                {
                    var target = graph.OutTargets[arc];
                    var back = graph.InOffsets[target] + graph.InNeighbours(target).IndexOf(source);
                    Assert.Equal(lengths.OutLengths[arc], lengths.InLengths[back]);
                }
    }

    [Fact]
    public void Values_are_taken_as_they_are()
    {
        var graph = GraphBuilder.Build(3, [new(0, 1, 8), new(1, 2, 1)], directed: true);
        Assert.Equal([8, 1], TieLengths.FromValues(graph).OutLengths.ToArray());
        Assert.Same(graph, TieLengths.FromValues(graph).Graph);
    }

    [Fact]
    public void Graph_without_ties_has_no_lengths() =>
        Assert.True(TieLengths.FromStrengths(GraphBuilder.Build(3, [], directed: true)).OutLengths.IsEmpty);

    private static byte[] LengthsOf(double[] strengths)
    {
        var ties = strengths.Select((strength, index) => new Tie(index, index + 1, strength)).ToArray();
        var graph = GraphBuilder.Build(strengths.Length + 1, ties, directed: true);
        return TieLengths.FromStrengths(graph).OutLengths.ToArray();
    }
}

namespace InfluencerMap.Graph.Tests;

public class DegreeTests
{
    private static readonly Tie[] Ties = [new(0, 1, 2), new(1, 0, 3), new(1, 2, 0.5)];

    [Fact]
    public void Directed_degree_and_strength_count_both_directions()
    {
        var graph = GraphBuilder.Build(4, Ties, directed: true);
        Assert.Equal([2, 3, 1, 0], Degree.Of(graph).Scores);
        Assert.Equal([5, 5.5, 0.5, 0], Degree.StrengthOf(graph).Scores);
    }

    [Fact]
    public void Undirected_degree_and_strength_count_a_pair_once()
    {
        var graph = GraphBuilder.Build(4, Ties, directed: false);
        Assert.Equal([1, 2, 1, 0], Degree.Of(graph).Scores);
        Assert.Equal([5, 5.5, 0.5, 0], Degree.StrengthOf(graph).Scores);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Degree_and_strength_sum_to_twice_the_ties(bool directed)
    {
        var ties = RandomGraphs.Ties(11, nodeCountMax: 80, out var nodeCount);
        var graph = GraphBuilder.Build(nodeCount, ties, directed);
        Assert.Equal(2 * ties.Length, Degree.Of(graph).Scores.Sum());
        Assert.Equal(2 * ties.Sum(tie => tie.Strength), Degree.StrengthOf(graph).Scores.Sum());
    }

    [Fact]
    public void Definition_says_the_direction()
    {
        Assert.Equal("Degree, number of ties, in and out", Degree.Of(KnownGraphs.Path(3, directed: true)).Definition);
        Assert.Equal("Strength, sum of tie strengths, undirected", Degree.StrengthOf(KnownGraphs.Path(3)).Definition);
    }
}

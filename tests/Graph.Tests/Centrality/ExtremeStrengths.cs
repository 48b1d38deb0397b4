namespace InfluencerMap.Graph.Tests;

/// <summary>Strengths at the ends of what a double holds never give NaN, infinity or a lost sum.</summary>
public class ExtremeStrengths
{
    [Theory, InlineData(1e308), InlineData(1e300), InlineData(1e-300), InlineData(double.Epsilon)]
    public void PageRank_depends_on_ratios_of_strengths_alone(double unit)
    {
        Tie[] ties = [new(0, 1, 1), new(0, 2, 1), new(1, 0, 1), new(2, 0, 1), new(2, 1, 1)];
        Tie[] extreme = [.. ties.Select(tie => tie with { Strength = unit })];
        foreach (var directed in new[] { false, true })
        {
            // Parallel ties of an undirected graph would add up beyond a double.
            var usual = directed ? ties : ties[..2];
            var scores = Measured.PageRank(GraphBuilder.Build(3, directed ? extreme : extreme[..2], directed));
            Measured.AssertClose(Measured.PageRank(GraphBuilder.Build(3, usual, directed)), scores, 1e-8);
            Assert.Equal(1, scores.Sum(), 1e-9);
        }
    }

    [Fact]
    public void PageRank_of_strengths_across_the_whole_range_sums_to_one()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 100; trial++)
        {
            var ties = RandomGraphs.Ties(trial, nodeCountMax: 30, out var nodeCount);
            var graph = GraphBuilder.Build(
                nodeCount,
                [.. ties.Select(tie => tie with { Strength = Math.ScaleB(1, random.Next(-1_074, 1_023)) })],
                directed: trial % 2 == 0);
            Assert.Equal(1, Measured.PageRank(graph).Sum(), 1e-9);
        }
    }

    [Fact]
    public void Parallel_strengths_that_add_up_beyond_a_double_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => GraphBuilder.Build(2, [new(0, 1, 1e308), new(1, 0, 1e308)], directed: false));
        Assert.Contains("add up to more than a double holds", error.Message);
        Assert.Equal(
            1e308,
            GraphBuilder.Build(2, [new(0, 1, 1e308), new(0, 1, 1e308)], true, ParallelTies.KeepLeast).OutStrengths[0]);
    }

    [Fact]
    public void Lengths_from_any_strengths_are_one_to_eight()
    {
        var random = new Random(9);
        for (var trial = 0; trial < 100; trial++)
        {
            var ties = Enumerable.Range(0, 30)
                .Select(node => new Tie(node, node + 1, Math.ScaleB(1, random.Next(-1_074, 1_024)))).ToArray();
            var lengths = TieLengths.FromStrengths(GraphBuilder.Build(31, ties, directed: true));
            Assert.All(lengths.OutLengths.ToArray(), length => Assert.InRange(length, 1, TieLengths.LengthMax));
        }
    }
}

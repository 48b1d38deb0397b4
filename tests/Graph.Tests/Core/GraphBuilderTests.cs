using System.Runtime.CompilerServices;

namespace InfluencerMap.Graph.Tests;

public class GraphBuilderTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void Graph_holds_the_ties_it_was_built_from(bool directed)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var nodeCount = random.Next(1, 20);
            var ties = Enumerable.Range(0, random.Next(80))
                .Select(_ => new Tie(random.Next(nodeCount), random.Next(nodeCount), random.NextDouble() + 0.1))
                .ToArray();
            AssertHolds(GraphBuilder.Build(nodeCount, ties, directed), ties, directed);
        }
    }

    [Fact]
    public void Self_ties_are_dropped_and_parallel_ties_added_and_both_counted()
    {
        Tie[] ties = [new(0, 1, 1), new(1, 1, 9), new(0, 1, 2), new(1, 0, 4), new(2, 2, 9), new(0, 1, 8)];
        var directed = GraphBuilder.Build(3, ties, directed: true);
        Assert.Equal((2, 2, 2), (directed.ArcCount, directed.SelfTieCount, directed.MergedTieCount));
        Assert.Equal([11, 4], directed.OutStrengths);

        var undirected = GraphBuilder.Build(3, ties, directed: false);
        Assert.Equal((2, 2, 3), (undirected.ArcCount, undirected.SelfTieCount, undirected.MergedTieCount));
        Assert.Equal([15, 15], undirected.OutStrengths);
    }

    [Fact]
    public void Parallel_ties_are_added_in_the_order_given()
    {
        // In any other order the two small ones would survive.
        Tie[] ties = [new(0, 1, 1e16), new(0, 1, 1), new(1, 0, 1)];
        var graph = GraphBuilder.Build(2, ties, directed: false);
        Assert.Equal([1e16, 1e16], graph.OutStrengths);
        Array.Reverse(ties);
        Assert.Equal(2 + 1e16, GraphBuilder.Build(2, ties, directed: false).OutStrengths[0]);
    }

    [Fact]
    public void Undirected_strengths_are_the_same_bits_both_ways()
    {
        var random = new Random(9);
        var ties = Enumerable.Range(0, 500)
            .Select(_ => new Tie(random.Next(10), random.Next(10), random.NextDouble() + 0.1)).ToArray();
        var graph = GraphBuilder.Build(10, ties, directed: false);
        for (var node = 0; node < 10; node++)
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
                Assert.Equal(graph.OutStrengths[arc], Strength(graph, graph.OutTargets[arc], node));
    }

    [Fact]
    public void Undirected_directions_share_their_arrays()
    {
        var graph = KnownGraphs.Kite();
        Assert.True(graph.OutOffsets == graph.InOffsets);
        Assert.True(graph.OutTargets == graph.InSources);
        Assert.True(graph.OutStrengths == graph.InStrengths);
    }

    [Theory, InlineData(0), InlineData(3)]
    public void Graph_without_ties_has_empty_rows(int nodeCount)
    {
        var graph = GraphBuilder.Build(nodeCount, [], directed: true);
        Assert.Equal(nodeCount, graph.NodeCount);
        Assert.Equal(0, graph.ArcCount);
        Assert.Equal(new int[nodeCount + 1], graph.OutOffsets);
    }

    [Theory, InlineData(0, 3), InlineData(3, 0), InlineData(-1, 0), InlineData(0, int.MinValue)]
    public void Tie_outside_the_graph_is_refused_with_its_place(int source, int target)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => GraphBuilder.Build(3, [new(0, 1), new(source, target)], directed: true));
        Assert.Contains($"Tie 1 ({source} → {target}) names a node outside 0 … 2.", error.Message);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void Strength_that_is_not_positive_and_finite_is_refused(double strength)
    {
        var error = Assert.Throws<ArgumentException>(
            () => GraphBuilder.Build(3, [new(0, 1), new(1, 2, strength)], directed: false));
        Assert.Contains($"Tie 1 has strength {strength}; a strength is positive and finite.", error.Message);
    }

    [Fact]
    public void Negative_node_count_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GraphBuilder.Build(-1, [], directed: true));

    [Fact]
    public void Tie_takes_sixteen_bytes() => Assert.Equal(16, Unsafe.SizeOf<Tie>());

    private static void AssertHolds(InteractionGraph graph, Tie[] ties, bool directed)
    {
        var arcs = ties.Where(tie => tie.Source != tie.Target)
            .SelectMany(tie => directed ? [tie] : new[] { tie, new Tie(tie.Target, tie.Source, tie.Strength) })
            .GroupBy(tie => (tie.Source, tie.Target))
            .ToDictionary(group => group.Key, group => group.Sum(tie => tie.Strength));

        Assert.Equal(arcs.Count, graph.ArcCount);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var targets = arcs.Keys.Where(arc => arc.Source == node).Select(arc => arc.Target).Order();
            var sources = arcs.Keys.Where(arc => arc.Target == node).Select(arc => arc.Source).Order();
            Assert.Equal(targets, graph.OutNeighbours(node).ToArray());
            Assert.Equal(sources, graph.InNeighbours(node).ToArray());
        }
        foreach (var ((source, target), strength) in arcs)
        {
            Assert.Equal(strength, Strength(graph, source, target), 1e-12);
            var row = graph.InNeighbours(target).IndexOf(source);
            Assert.Equal(Strength(graph, source, target), graph.InStrengths[graph.InOffsets[target] + row]);
        }
    }

    private static double Strength(InteractionGraph graph, int source, int target) =>
        graph.OutStrengths[graph.OutOffsets[source] + graph.OutNeighbours(source).IndexOf(target)];
}

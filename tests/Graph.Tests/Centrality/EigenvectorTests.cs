using MathNet.Numerics.LinearAlgebra;

namespace InfluencerMap.Graph.Tests;

public class EigenvectorTests
{
    [Theory, InlineData(false, true), InlineData(true, true), InlineData(false, false)]
    public void Scores_are_an_eigenvector_of_the_largest_eigenvalue(bool directed, bool useStrengths)
    {
        var settledCount = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed, nodeCountMax: 30);
            var matrix = Matrix<double>.Build.Dense(graph.NodeCount, graph.NodeCount);
            for (var source = 0; source < graph.NodeCount; source++)
                for (var arc = graph.OutOffsets[source]; arc < graph.OutOffsets[source + 1]; arc++)
                    matrix[graph.OutTargets[arc], source] = useStrengths ? graph.OutStrengths[arc] : 1;
            var largest = matrix.Evd().EigenValues.Max(value => value.Magnitude);
            if (largest < 0.5)
                Assert.Throws<InvalidOperationException>(() => Measure(graph));
            else if (TryMeasure(graph, useStrengths) is { } scores)
            {
                settledCount++;
                Assert.Equal(1, scores.Max());
                Assert.All(scores, score => Assert.InRange(score, 0, 1));
                var once = matrix * Vector<double>.Build.Dense(scores);
                for (var node = 0; node < scores.Length; node++)
                    Assert.Equal(largest * scores[node], once[node], 1e-6);
            }
        }
        Assert.InRange(settledCount, directed ? 40 : 75, 100);
    }

    /// <summary>Values of igraph 0.10.</summary>
    [Fact]
    public void Scores_are_igraph_s()
    {
        Measured.AssertClose(
            [0.9521323664766561, 0.7123351391202192, 0.8495542004653027, 0.5656143066514333, 0.20347148081669683],
            Measure(KnownGraphs.KarateClub())[..5], 1e-8);
        var weighted = GraphBuilder.Build(
            5, [new(0, 1, 3), new(0, 2, 1), new(1, 2, 2), new(2, 3, 5), new(3, 4, 1), new(2, 4, 4)], directed: false);
        Measured.AssertClose(
            [0.29093202105340626, 0.38684385658855425, 1, 0.7595921838857375, 0.6409153158535258],
            Measure(weighted), 1e-8);
        var directed = KnownGraphs.Build(4, true, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 1), (0, 3)]);
        Measured.AssertClose(
            [0.5136198295638313, 1, 0.7166727492822871, 0.8817171649032421], Measure(directed), 1e-8);
    }

    [Fact]
    public void Graph_of_two_sides_settles()
    {
        Measured.AssertClose([1, 0.5, 0.5, 0.5, 0.5], Measure(KnownGraphs.Star(5)), 1e-8);
        Measured.AssertClose([1, 1, 1, 1, 1, 1], Measure(KnownGraphs.Cycle(6)), 1e-8);
    }

    [Fact]
    public void Largest_piece_of_a_graph_has_the_scores_and_who_stands_alone_has_none()
    {
        var scores = Measure(KnownGraphs.Build(7, false, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5)]));
        Measured.AssertClose([1, 1, 1], scores[..3], 1e-8);
        Assert.All(scores[3..6], score => Assert.InRange(score, 0, 1e-9));
        Assert.Equal(0, scores[6]);
    }

    [Fact]
    public void Chain_that_has_not_settled_is_an_error_that_names_the_residual()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Measure(KnownGraphs.Path(2000)));
        Assert.Matches(@"did not settle: residual \S+ after 10000 iterations, wanted 1\.00E-010\.", error.Message);
    }

    [Theory, InlineData(double.Epsilon), InlineData(1e300)]
    public void Strengths_of_any_size_give_the_scores_of_their_ratios(double factor)
    {
        var ties = RandomGraphs.Ties(23, nodeCountMax: 90, out var nodeCount);
        var scaled = ties.Select(tie => tie with { Strength = factor * tie.Strength });
        Measured.AssertClose(
            Measure(GraphBuilder.Build(nodeCount, ties, directed: false)),
            Measure(GraphBuilder.Build(nodeCount, [.. scaled], directed: false)), 1e-7);
    }

    [Fact]
    public void Graph_without_nodes_has_no_scores_and_ties_in_one_direction_alone_are_refused()
    {
        Assert.Empty(Measure(GraphBuilder.Build(0, [], directed: true)));
        var error = Assert.Throws<InvalidOperationException>(() => Measure(KnownGraphs.Path(4, directed: true)));
        Assert.Contains("there is no eigenvector centrality", error.Message, StringComparison.Ordinal);
    }

    private static double[] Measure(InteractionGraph graph, bool useStrengths = true) => Eigenvector.Compute(
        graph, new() { UseStrengths = useStrengths }, TestContext.Current.CancellationToken).Scores;

    /// <summary>Directed circles of one eigenvalue that lead to each other have no single answer: null.</summary>
    private static double[]? TryMeasure(InteractionGraph graph, bool useStrengths)
    {
        try
        {
            return Measure(graph, useStrengths);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

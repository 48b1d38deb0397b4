using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

public class StructuralHolesTests
{
    [Theory]
    [InlineData(false, true), InlineData(true, true), InlineData(false, false), InlineData(true, false)]
    public void Structural_holes_follow_Burt_s_formulas_on_random_graphs(bool directed, bool useStrengths)
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed, nodeCountMax: 24);
            var holes = Measure(graph, useStrengths);
            var naive = new NaiveHoles(graph, useStrengths);
            AssertClose(naive.Constraint(), holes.Constraint);
            AssertClose(naive.EffectiveSize(), holes.EffectiveSize);
            AssertClose(naive.Hierarchy(), holes.Hierarchy);
        }
    }

    /// <summary>Burt 1992, the network of page 56; the constraints also by igraph 0.10.</summary>
    [Fact]
    public void Burt_s_own_network_has_its_published_figures()
    {
        // A to G in order.
        var graph = KnownGraphs.Build(
            7, directed: false, [(0, 1), (5, 0), (0, 6), (0, 4), (4, 6), (5, 6), (1, 6), (1, 3), (3, 6), (6, 2)]);
        var holes = Measure(graph);
        AssertClose(
            [0.595486111111111, 0.6427469135802467, 1, 0.7847222222222223, 0.7309027777777779, 0.7309027777777779,
                0.400270061728395],
            holes.Constraint);
        Assert.Equal(4.67, holes.EffectiveSize[6]!.Value, 0.005);
        // Four contacts with three ties among them.
        Assert.Equal((4 - 2 * 3 / 4.0) / 4, holes.Efficiency[0]!.Value, 1e-12);
        Assert.Equal(1, holes.EffectiveSize[2]!.Value, 1e-12);
    }

    /// <summary>Values of igraph 0.10.</summary>
    [Fact]
    public void Constraint_is_igraph_s_with_strengths_and_in_the_karate_club()
    {
        var weighted = GraphBuilder.Build(
            5, [new(0, 1, 3), new(0, 2, 1), new(1, 2, 2), new(2, 3, 5), new(3, 4, 1), new(2, 4, 4)], directed: false);
        AssertClose(
            [0.9292361111111112, 0.7036111111111112, 0.4819695216049382, 1.1319753086419753, 1.218888888888889],
            Measure(weighted).Constraint);
        var club = Measure(KnownGraphs.KarateClub());
        AssertClose([0.155423, 0.279535, 0.185177, 0.39666, 0.529417, 0.477485], club.Constraint[..6], 1e-5);
        AssertClose([0.1564186851211073], club.Constraint[33..]);
    }

    [Fact]
    public void Hub_of_a_star_has_no_constraint_beyond_its_own_ties_and_no_redundancy()
    {
        var holes = Measure(KnownGraphs.Star(11));
        Assert.Equal((0.1, 10.0, 1.0), (
            Math.Round(holes.Constraint[0]!.Value, 12), holes.EffectiveSize[0], holes.Efficiency[0]));
        Assert.Equal(0, holes.Hierarchy[0]!.Value, 1e-12);
        Assert.Equal((1.0, 1.0, 1.0, null), (
            holes.Constraint[1], holes.EffectiveSize[1], holes.Efficiency[1], holes.Hierarchy[1]));
    }

    [Fact]
    public void Who_has_no_neighbour_has_no_figure_and_a_reason()
    {
        var graph = KnownGraphs.Build(4, directed: true, [(0, 1), (2, 1)]);
        var holes = Measure(graph);
        Assert.Null(holes.Constraint[3] ?? holes.EffectiveSize[3] ?? holes.Efficiency[3] ?? holes.Hierarchy[3]);
        Assert.Equal(Absence.NoTies, holes.AbsenceOf(new Node(3)));
        Assert.Equal(Absence.NoTies, holes.HierarchyAbsenceOf(new Node(3)));
        Assert.Equal(Absence.FewPeople, holes.HierarchyAbsenceOf(new Node(0)));
        Assert.Null(holes.AbsenceOf(new Node(0)) ?? holes.HierarchyAbsenceOf(new Node(1)));
    }

    [Theory, InlineData(1e-300), InlineData(1e300)]
    public void Strengths_of_any_size_give_the_figures_of_their_ratios(double factor)
    {
        var ties = RandomGraphs.Ties(7, nodeCountMax: 30, out var nodeCount);
        var scaled = ties.Select(tie => tie with { Strength = factor * tie.Strength });
        AssertClose(
            Measure(GraphBuilder.Build(nodeCount, ties, directed: true)).Constraint,
            Measure(GraphBuilder.Build(nodeCount, [.. scaled], directed: true)).Constraint);
    }

    [Fact]
    public void Structural_holes_and_roles_have_the_same_bits_for_any_number_of_threads()
    {
        var graph = SameBits.Large(directed: true);
        var groups = Grouping.By(Node.Each(graph.NodeCount).Select(node => $"{node % 7}"));
        var (one, cancellation) = (Measure(graph, threads: 1), TestContext.Current.CancellationToken);
        foreach (var threads in (int[])[2, 3, 8])
        {
            var several = Measure(graph, threads: threads);
            Assert.Equal(one.Constraint, several.Constraint);
            Assert.Equal(one.EffectiveSize, several.EffectiveSize);
            Assert.Equal(one.Hierarchy, several.Hierarchy);
            Assert.Equal(
                BrokerageRoles.Count(graph, groups, 1, cancellation),
                BrokerageRoles.Count(graph, groups, threads, cancellation));
        }
    }

    [Fact]
    public void Cancelled_brokerage_gives_nothing()
    {
        var (graph, cancelled) = (KnownGraphs.Star(4), new CancellationToken(canceled: true));
        Assert.ThrowsAny<OperationCanceledException>(
            () => StructuralHoles.Compute(graph, cancellation: cancelled));
        Assert.ThrowsAny<OperationCanceledException>(
            () => BrokerageRoles.Count(graph, Grouping.By(["a", "a", "b", "b"]), cancellation: cancelled));
    }

    private static StructuralHolesResult Measure(InteractionGraph graph, bool useStrengths = true, int threads = 0) =>
        StructuralHoles.Compute(graph, useStrengths, threads, TestContext.Current.CancellationToken);

    private static void AssertClose(double?[] expected, double?[] actual, double error = 1e-9)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var node = 0; node < expected.Length; node++)
            if (expected[node] is { } value)
                Assert.Equal(value, actual[node] ?? double.NaN, error);
            else
                Assert.Null(actual[node]);
    }
}

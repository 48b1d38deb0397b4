using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public class PurposeColumnsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Centre_of_a_star_is_as_near_as_can_be_and_its_points_half_as_near_to_all_but_one()
    {
        var star = Connectors(NetworkOf(5, [(0, 1), (0, 2), (0, 3), (0, 4)], _ => null));

        Assert.Equal([1, 0.625, 0.625, 0.625, 0.625], star.Select(one => one.Harmonic));
        Assert.Equal([4, 1, 1, 1, 1], star.Select(one => one.Degree));
    }

    [Fact]
    public void Closeness_of_who_is_alone_in_a_company_is_absent_and_of_who_reaches_nobody_nothing()
    {
        var alone = Connectors(NetworkOf(1, [], _ => null));
        var apart = Connectors(NetworkOf(3, [(0, 1)], _ => null));

        Assert.Equal([new(null, 0, Absence.FewPeople)], alone);
        Assert.Equal(new(0, 0, null), apart[2]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Columns_are_the_single_measures_for_any_number_of_threads(bool directed)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var ties = RandomGraphs.Ties(seed, nodeCountMax: 24, out var nodeCount);
            var network = NetworkOf(GraphBuilder.Build(nodeCount, ties, directed), i => $"{i % 3}");
            var connectors = Connectors(network);
            var brokers = Brokers(network);
            var groups = Grouping.By(network.People.People.Select(person => person.Department));
            var harmonic = HarmonicCloseness.Exact(network.Graph, cancellation: Cancellation).Scores;
            var degree = Degree.Of(network.Graph).Scores;
            var holes = StructuralHoles.Compute(network.Graph, cancellation: Cancellation);
            var roles = BrokerageRoles.Count(network.Graph, groups, cancellation: Cancellation);
            var across = CrossGroupTies.Compute(network.Graph, groups).ShareOfTies;

            foreach (var node in network.People.Nodes)
            {
                if (nodeCount > 1)
                    Assert.Equal(harmonic[node] / (nodeCount - 1), connectors[node].Harmonic);
                Assert.Equal(degree[node], connectors[node].Degree);
                Assert.Equal(holes.Constraint[node], brokers[node].Constraint);
                Assert.Equal(1 - holes.Constraint[node], brokers[node].Openness);
                Assert.Equal(roles[node], brokers[node].Roles);
                Assert.Equal(across[node], brokers[node].CrossUnitShare);
            }
            Assert.Equal(connectors, Connectors(network, threads: 3));
            Assert.Equal(brokers, Brokers(network, threads: 3));
        }
    }

    [Fact]
    public void Who_joins_two_departments_is_a_broker_with_all_the_roles_that_a_bridge_has()
    {
        // Two triangles of two departments, which person 0 of the first joins by one tie to person 3.
        (int, int)[] ties = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (0, 3)];
        var brokers = Brokers(NetworkOf(6, ties, i => i < 3 ? "a" : "b"));

        Assert.Equal(new(0, 0, 2, 2, 0, 2), brokers[0].Roles);
        Assert.Equal(1 / 3.0, brokers[0].CrossUnitShare);
        // igraph 0.10: constraint of the bridge and of who knows one department alone.
        Assert.Equal(0.611111111111111, brokers[0].Constraint!.Value, 1e-12);
        Assert.Equal(1.006944444444444, brokers[1].Constraint!.Value, 1e-12);
        Assert.True(brokers[1].Openness < 0);
        Assert.Empty(brokers[0].Absences);
    }

    [Fact]
    public void Absent_figures_are_null_with_their_reason_and_never_nothing()
    {
        (int, int)[] ties = [(0, 1), (1, 2), (2, 0), (2, 3)];
        var brokers = Brokers(NetworkOf(6, ties, i => i == 3 ? null : i < 2 ? "a" : "b"));

        // Person 3 has no department, person 4 no tie.
        Assert.Equal([Absence.NoUnit], brokers[3].Absences);
        Assert.Equal((null, null), (brokers[3].Roles, brokers[3].CrossUnitShare));
        Assert.NotNull(brokers[3].Constraint);
        Assert.Equal([Absence.NoTies], brokers[4].Absences);
        Assert.Equal((null, null), (brokers[4].Constraint, brokers[4].CrossUnitShare));
        Assert.Equal(default(BrokerageCounts), brokers[4].Roles);
    }

    [Fact]
    public void Where_neither_departments_nor_a_chart_are_known_nobody_has_a_unit()
    {
        var brokers = Brokers(NetworkOf(4, [(0, 1), (1, 2), (2, 3)], _ => null));

        Assert.All(brokers, one => Assert.Equal([Absence.NoUnit], one.Absences));
    }

    [Fact]
    public void Without_departments_the_branches_of_the_chart_are_the_units_and_who_is_on_none_has_no_unit()
    {
        // 0 leads 1 and 2, they lead two each; 7 is nobody's and leads nobody.
        int?[] managers = [null, 0, 0, 1, 1, 2, 2, null];
        Person[] people = [.. managers.Select((manager, i) => PersonOf(i, null) with
        {
            ManagerId = manager is { } id ? new(id + 1) : null,
        })];
        (int, int)[] ties = [(1, 3), (3, 5), (5, 2), (7, 3)];

        var brokers = Brokers(NetworkOf(GraphOf(8, ties), people));

        Assert.Equal(0.5, brokers[3].CrossUnitShare);
        Assert.Equal(new(0, 0, 1, 1, 0, 1), brokers[3].Roles);
        Assert.Equal(Absence.NoUnit, brokers[7].RolesAbsent);
    }

    [Fact]
    public void Whoever_is_named_counts_and_not_whoever_names()
    {
        // 0 names three people, of whom 1 is named by two; 4 took no part.
        Tie[] said = [new(0, 1, 5), new(0, 2), new(0, 3), new(2, 1)];
        var graph = GraphBuilder.Build(5, said, directed: true);

        var named = PurposeColumns.Named(graph, node => node != new Node(4));

        Assert.Equal([0, 2, 1, 1, null], named.Select(one => one.NamedBy));
        Assert.Equal([null, null, null, null, Absence.OutsideSurvey], named.Select(one => one.Absent));
        Assert.Throws<ArgumentException>(() => PurposeColumns.Named(GraphOf(2, [(0, 1)]), _ => true));
    }

    [Fact]
    public void Cancellation_ends_the_work()
    {
        var network = NetworkOf(3, [(0, 1)], _ => null);
        Assert.ThrowsAny<OperationCanceledException>(
            () => PurposeColumns.Connectors(network, cancellation: new(canceled: true)));
        Assert.ThrowsAny<OperationCanceledException>(
            () => PurposeColumns.Brokers(network, cancellation: new(canceled: true)));
    }

    private static ConnectorFigures[] Connectors(Network network, int threads = 0) =>
        PurposeColumns.Connectors(network, threads, Cancellation);

    private static BrokerFigures[] Brokers(Network network, int threads = 0) =>
        PurposeColumns.Brokers(network, threads, Cancellation);

    private static Network NetworkOf(int nodeCount, (int, int)[] ties, Func<int, string?> departmentOf) =>
        NetworkOf(GraphOf(nodeCount, ties), departmentOf);

    private static Network NetworkOf(InteractionGraph graph, Func<int, string?> departmentOf) =>
        NetworkOf(graph, [.. Enumerable.Range(0, graph.NodeCount).Select(i => PersonOf(i, departmentOf(i)))]);

    private static Network NetworkOf(InteractionGraph graph, Person[] people) =>
        new(graph, new PersonIndex(people), OrgChart.Build(people));

    private static InteractionGraph GraphOf(int nodeCount, (int Source, int Target)[] ties) => GraphBuilder.Build(
        nodeCount, [.. ties.Select(tie => new Tie(tie.Source, tie.Target))], directed: false);

    private static Person PersonOf(int i, string? department) => new()
    {
        Id = new(i + 1), Key = $"{i:x16}", Department = department,
    };
}

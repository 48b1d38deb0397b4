using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public sealed class ExplanationTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Losses_are_what_the_graph_without_the_person_says(int seed, bool directed)
    {
        const int nodeCount = 30;
        var random = new Random(seed);
        var ties = Enumerable.Range(0, 45)
            .Select(_ => new Tie(random.Next(nodeCount), random.Next(nodeCount))).ToArray();
        var graph = GraphBuilder.Build(nodeCount, ties, directed);
        for (var person = 0; person < nodeCount; person++)
        {
            var without = GraphBuilder.Build(
                nodeCount, [.. ties.Where(tie => tie.Source != person && tie.Target != person)], directed);
            double cutOff = 0, longer = 0, extra = 0;
            foreach (var (before, after) in Distances(graph, person).Zip(Distances(without, person)))
            {
                cutOff += before > 0 && after < 0 ? 1 : 0;
                longer += after > before ? 1 : 0;
                extra += after > before ? after - before : 0;
            }
            var order = directed ? 1 : 2;
            var explanation = Explain(graph, person, department: node => $"{node % 3}");
            Assert.Equal((cutOff / order, longer / order), (explanation.PairsCutOff, explanation.PairsLonger));
            Assert.Equal(longer > 0 ? extra / longer : 0, explanation.ExtraStepsMean, 1e-12);
        }
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void With_everyone_a_unit_of_their_own_the_carried_pairs_are_the_betweenness(int seed, bool directed)
    {
        var random = new Random(seed);
        var graph = GraphBuilder.Build(
            40, [.. Enumerable.Range(0, 90).Select(_ => new Tie(random.Next(40), random.Next(40)))], directed);
        var betweenness = Measured.Betweenness(graph);
        for (var person = 0; person < 40; person++)
        {
            var bridges = Explain(graph, person, node => $"{node}").Bridges;
            Assert.Equal(betweenness[person], bridges.Sum(b => b.PairsCarried) * (directed ? 1 : 2), 1e-9);
            Assert.All(bridges, bridge => Assert.InRange(bridge.Share, 0, 1 + 1e-12));
        }
    }

    [Fact]
    public void A_bridge_between_two_departments_is_told_in_three_sentences()
    {
        // 0 1 2 8 9 – 3 – 4 5 6: joined by 3; 7 hangs on 3 alone.
        var graph = KnownGraphs.Build(10, directed: false,
            [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (4, 6), (3, 7), (8, 0), (8, 1), (9, 0)]);
        var explanation = Explain(graph, 3, node => node is < 4 or > 7 ? "Sales" : "Production");
        Assert.Equal(
        [
            "Connects Sales with Production: 100 % of the shortest paths between them run through this person.",
            "4 people are connected only through this person, and for 2 people elsewhere it is the only direct contact "
                + "outside their own unit.",
            "Without this person 23 pairs of people would be cut off from each other, no pair would need more steps, "
                + "and 100 % of the shortest paths between different departments would have to run elsewhere.",
        ], explanation.Words.InFull());
        Assert.Equal(Numbered.People([5, 6, 7, 8]), explanation.ReachedOnlyThrough);
        Assert.Equal(Numbered.People([5, 8]), explanation.OnlyOutsideContactOf);
        Assert.Equal((9, 9), (explanation.SourceCount, explanation.OtherCount));
    }

    [Fact]
    public void Without_departments_the_branches_of_the_chart_are_named_by_number()
    {
        var graph = KnownGraphs.Path(7);
        // 1 at the top; 2 leads 3 and 4, 5 leads 6 and 7.
        int?[] managers = [null, 1, 2, 2, 1, 5, 5];
        var explanation = Explain(graph, 3, _ => null, managers);
        Assert.Equal(
            "Connects branch 1 (3 people) with branch 2 (3 people): 100 % of the shortest paths between them "
                + "run through this person, and at least a tenth of those between 1 other pair of branches of the org "
                + "chart.",
            explanation.Words.InFull()[0]);
        Assert.Equal(new("branch 1", PersonCount: 3, HeadId: new(2)), explanation.Unit);
    }

    [Fact]
    public void Whoever_only_hears_from_one_or_only_tells_one_is_connected_only_through_that_person()
    {
        // 2 alone writes to 4; only 2 reads 3.
        var graph = KnownGraphs.Build(
            6, directed: true, [(0, 1), (1, 0), (5, 0), (0, 5), (1, 2), (2, 0), (2, 4), (4, 0), (1, 3), (3, 2)]);
        Assert.Equal(Numbered.People([4, 5]), Explain(graph, 2, _ => null).ReachedOnlyThrough);
    }

    [Fact]
    public void Without_departments_and_chart_people_are_counted_only()
    {
        var explanation = Explain(KnownGraphs.Star(6), 0, _ => null);
        Assert.Equal("Carries 100 % of the shortest paths between other people.", explanation.Words.InFull()[0]);
        Assert.Equal("5 people are connected only through this person.", explanation.Words.InFull()[1]);
        Assert.Equal(10, explanation.PairsCutOff);
    }

    [Fact]
    public void Above_the_exact_size_a_sample_is_taken_and_said()
    {
        var explanation = Explain(KnownGraphs.Star(6000), 0, _ => null);
        Assert.InRange(explanation.SourceCount, 255, 256);
        Assert.EndsWith(
            $"; estimated from the paths of {explanation.SourceCount} of 5,999 people.", explanation.Words.InFull()[2]);
        Assert.Equal(5999.0 * 5998 / 2, explanation.PairsCutOff, 1e-3);
    }

    [Fact]
    public void Who_is_not_ranked_cannot_be_explained()
    {
        var error = Assert.Throws<ArgumentException>(() => Explain(KnownGraphs.Star(3), 5, _ => null));
        Assert.StartsWith("The person is not in the ranking", error.Message);
    }

    private static Explanation Explain(
        InteractionGraph graph, int node, Func<int, string?> department, int?[]? managers = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var people = new PersonIndex(Enumerable.Range(0, graph.NodeCount).Select(n => new Person
        {
            Id = new(n + 1), Key = $"{n:0000}", Department = department(n),
            ManagerId = managers?[n] is { } manager ? new(manager) : null,
        }));
        var chart = OrgChart.Build(people.People);
        return Explanation.For(
            new(graph, people, chart), [.. people.People.Select(Unscored)], new(node + 1), cancellation: cancellation);
    }

    /// <summary>An explanation counts paths anew; of the ranking it only hands on the place.</summary>
    private static RankedPerson Unscored(Person person) => new()
    {
        PersonId = person.Id, Rank = person.Id.Value, Score = 0, BetweennessShare = 0, ReachShare = 0,
        PageRankShare = 0,
        Betweenness = 0, BetweennessPercentile = 0, ReachTwoSteps = 0, ReachTwoStepsShare = 0, HarmonicCloseness = 0,
        PageRank = 0, Degree = 0, Strength = 0, Level = 1, DirectReports = 0, ChartPlace = 1,
    };

    /// <summary>Steps between all ordered pairs of others, by Floyd and Warshall; −1 without a way.</summary>
    private static int[] Distances(InteractionGraph graph, int except)
    {
        var n = graph.NodeCount;
        var steps = new int[n * n];
        Array.Fill(steps, int.MaxValue / 2);
        for (var u = 0; u < n; u++)
        {
            steps[u * n + u] = 0;
            foreach (var v in graph.OutNeighbours(u))
                steps[u * n + v] = 1;
        }
        for (var k = 0; k < n; k++)
            for (var u = 0; u < n; u++)
                for (var v = 0; v < n; v++)
                    steps[u * n + v] = Math.Min(steps[u * n + v], steps[u * n + k] + steps[k * n + v]);
        return
        [
            .. from u in Enumerable.Range(0, n)
               from v in Enumerable.Range(0, n)
               where u != v && u != except && v != except
               select steps[u * n + v] < int.MaxValue / 2 ? steps[u * n + v] : -1,
        ];
    }
}

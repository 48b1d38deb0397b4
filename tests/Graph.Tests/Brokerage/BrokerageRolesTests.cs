using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

public class BrokerageRolesTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void Roles_are_those_that_three_loops_over_everybody_count(bool directed)
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var ties = RandomGraphs.Ties(seed, nodeCountMax: 24, out var nodeCount);
            // Some mutual ties, some people without a group.
            var back = ties.Where((_, i) => i % 3 == 0).Select(tie => new Tie(tie.Target, tie.Source));
            var graph = GraphBuilder.Build(nodeCount, [.. ties, .. back], directed);
            var groups = Groups(nodeCount, node => (node + seed) % 5 == 4 ? null : $"{node * 7 % 4}");
            Assert.Equal(
                Enumerable.Range(0, nodeCount).Select(node => NaiveRoles.Of(node, graph, groups)),
                Count(graph, groups));
        }
    }

    [Fact]
    public void One_broker_of_each_kind_is_told_apart()
    {
        // 0 → 1 → 2, the groups of the three in every combination.
        var path = KnownGraphs.Path(3, directed: true);
        (string Groups, BrokerageCounts Counts)[] all =
        [
            ("aaa", new(1, 0, 0, 0, 0, 1)), ("aba", new(0, 1, 0, 0, 0, 1)), ("aab", new(0, 0, 1, 0, 0, 1)),
            ("abb", new(0, 0, 0, 1, 0, 1)), ("abc", new(0, 0, 0, 0, 1, 1)),
        ];
        foreach (var (names, counts) in all)
            Assert.Equal([default(BrokerageCounts), counts, default(BrokerageCounts)], Count(path, By(names)));
    }

    [Fact]
    public void Undirected_path_counts_once_and_is_both_representative_s_and_gatekeeper_s_at_a_border()
    {
        var star = KnownGraphs.Star(6);
        // Hub a; leaves a, a, b, b, c: one path a-a-a, one b-a-b, two b-a-c, and six with one end in the hub's group.
        Assert.Equal(new(1, 1, 6, 6, 2, 10), Count(star, By("aaabbc"))[0]);
    }

    [Fact]
    public void Tie_between_the_ends_leaves_no_broker_and_a_tie_against_the_path_does()
    {
        Assert.Equal(0, Count(KnownGraphs.Build(3, true, [(0, 1), (1, 2), (0, 2)]), By("aaa"))[1]!.Value.Total);
        Assert.Equal(1, Count(KnownGraphs.Build(3, true, [(0, 1), (1, 2), (2, 0)]), By("aaa"))[1]!.Value.Total);
    }

    [Fact]
    public void Hub_of_a_million_pairs_is_counted_in_whole_numbers()
    {
        var counts = Count(KnownGraphs.Star(100_001), Groups(100_001, node => node % 2 == 0 ? "even" : "odd"))[0];
        Assert.Equal(new(1_249_975_000, 1_249_975_000, 2_500_000_000, 2_500_000_000, 0, 4_999_950_000), counts);
    }

    [Fact]
    public void Grouping_of_another_size_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Count(KnownGraphs.Star(3), By("ab")));
        Assert.Contains("The graph has 3 nodes, the grouping 2", error.Message, StringComparison.Ordinal);
    }

    private static BrokerageCounts?[] Count(InteractionGraph graph, Grouping groups) =>
        BrokerageRoles.Count(graph, groups, cancellation: TestContext.Current.CancellationToken);

    private static Grouping By(string letters) => Grouping.By(letters.Select(letter => $"{letter}"));

    private static Grouping Groups(int nodeCount, Func<int, string?> groupOf) =>
        Grouping.By(Node.Each(nodeCount).Select(node => groupOf(node)));
}

namespace InfluencerMap.Graph.Tests;

public class LeidenTests
{
    [Theory]
    [InlineData(false, CommunityQuality.Modularity, 1)]
    [InlineData(true, CommunityQuality.Modularity, 1)]
    [InlineData(false, CommunityQuality.Modularity, 0.5)]
    [InlineData(false, CommunityQuality.Modularity, 2)]
    [InlineData(false, CommunityQuality.Cpm, 1)]
    [InlineData(true, CommunityQuality.Cpm, 2.5)]
    public void Best_of_ten_seeds_is_the_best_of_all_groupings_there_are(
        bool directed, CommunityQuality quality, double resolution)
    {
        var options = new LeidenOptions { Quality = quality, Resolution = resolution };
        for (var seed = 0; seed < 40; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed, nodeCountMax: 9);
            if (graph.ArcCount == 0)
                continue;
            var found = BestOfTen(graph, options);
            Assert.Equal(NaiveCommunities.Best(graph, options), found.Quality!.Value, 1e-9);
            Assert.Equal(NaiveCommunities.Quality(graph, found.OfNode, options), found.Quality.Value, 1e-9);
        }
    }

    [Theory, InlineData(CommunityQuality.Modularity), InlineData(CommunityQuality.Cpm)]
    public void Communities_are_connected_and_quality_never_falls_from_level_to_level(CommunityQuality quality)
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed: seed % 3 == 0, nodeCountMax: 120);
            var found = Find(graph, new() { Quality = quality, Seed = (ulong)seed, Resolution = 0.2 + seed % 7 });
            AssertConnected(graph, found.OfNode);
            var slack = 1e-9 * Math.Max(1, Math.Abs(found.Quality ?? 0));
            Assert.All(found.Levels.Zip(found.Levels.Skip(1)), two => Assert.True(two.Second >= two.First - slack));
            if (found.Levels.Count > 0)
                Assert.Equal(found.Quality!.Value, found.Levels[^1], slack);
            Assert.Equal(found.Quality, Leiden.QualityOf(
                graph, found.OfNode, new() { Quality = quality, Resolution = 0.2 + seed % 7 }));
        }
    }

    [Fact]
    public void Communities_are_connected_where_moving_nodes_alone_leaves_pieces()
    {
        // Without refinement, as Louvain has it, two of these ten have a community in pieces.
        for (var seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            var ties = Enumerable.Range(0, 4_500).Select(_ => (random.Next(1_500), random.Next(1_500)));
            var graph = KnownGraphs.Build(1_500, directed: false, ties);
            AssertConnected(graph, Find(graph).OfNode);
        }
    }

    [Fact]
    public void Communities_are_numbered_by_size_and_then_by_smallest_node()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var found = Find(RandomGraphs.Make(seed, directed: false, nodeCountMax: 60));
            var groups = found.OfNode.Select((group, node) => (group, node)).GroupBy(one => one.group, one => one.node);
            var expected = groups.OrderByDescending(group => group.Count()).ThenBy(group => group.Min()).ToArray();
            Assert.Equal(Enumerable.Range(0, found.Count), expected.Select(group => group.Key));
            Assert.Equal(expected.Select(group => group.Count()), found.Sizes);
        }
    }

    [Fact]
    public void Planted_groups_are_found_again()
    {
        var random = new Random(4);
        var groupOf = Enumerable.Range(0, 400).Select(_ => random.Next(10)).ToArray();
        var ties =
            from one in Enumerable.Range(0, 400)
            from other in Enumerable.Range(one + 1, 399 - one)
            where random.NextDouble() < (groupOf[one] == groupOf[other] ? 0.3 : 0.01)
            select (one, other);
        var found = Find(KnownGraphs.Build(400, directed: false, ties));
        Assert.Equal(10, found.Count);
        Assert.Equal(1, GroupAgreement.Of([.. found.OfNode], groupOf).Adjusted!.Value, 1e-9);
    }

    [Fact]
    public void Ring_of_cliques_has_the_quality_that_follows_by_hand()
    {
        // 30 cliques of 5, each tied to the next by one tie. Constant Potts: 10 ties inside for 10 pairs.
        var ring = RingOfCliques(30, 5);
        var potts = Find(ring, new() { Quality = CommunityQuality.Cpm, Resolution = 0.25 });
        Assert.Equal((30, 30 * (10 - 0.25 * 10)), (potts.Count, potts.Quality!.Value));
        Assert.All(potts.Sizes, size => Assert.Equal(5, size));

        // Modularity: 1 − 1 / (ties of a clique and one more) − 1 / number of cliques.
        var alone = Enumerable.Range(0, 150).Select(node => node / 5).ToArray();
        Assert.Equal(1 - 1 / 11.0 - 1 / 30.0, Leiden.QualityOf(ring, alone)!.Value, 1e-12);
    }

    [Fact]
    public void Modularity_joins_small_cliques_in_a_large_ring_and_a_higher_resolution_parts_them()
    {
        // Fortunato and Barthélemy 2007: with 30 cliques of 5, pairs of cliques have more modularity than cliques.
        var ring = RingOfCliques(30, 5);
        var alone = Enumerable.Range(0, 150).Select(node => node / 5).ToArray();
        var pairs = Enumerable.Range(0, 150).Select(node => node / 10).ToArray();
        Assert.True(Leiden.QualityOf(ring, pairs) > Leiden.QualityOf(ring, alone));
        var joined = BestOfTen(ring);
        Assert.True(joined.Quality > Leiden.QualityOf(ring, alone) && joined.Count < 30);
        Assert.Equal(30, Find(ring, new() { Resolution = 4 }).Count);
    }

    [Fact]
    public void Constant_factor_on_all_strengths_changes_no_community()
    {
        foreach (var exponent in new[] { -1074, -900, 30, 1000 })
        {
            var karate = KnownGraphs.KarateClub();
            var scaled = Scaled(karate, Math.ScaleB(1, exponent));
            Assert.Equal(Find(karate).OfNode, Find(scaled).OfNode);
            Assert.Equal(Find(karate).Quality, Find(scaled).Quality);
        }
        var potts = Find(
            Scaled(KnownGraphs.KarateClub(), 1e-300), new() { Quality = CommunityQuality.Cpm, Resolution = 1e300 });
        Assert.Equal((34, 0.0), (potts.Count, potts.Quality));
    }

    [Fact]
    public void Stronger_ties_bind_more_where_strengths_are_read()
    {
        // A square whose sides 0–1 and 2–3 are strong.
        var square = GraphBuilder.Build(4, [new(0, 1, 9), new(1, 2, 1), new(2, 3, 9), new(3, 0, 1)], directed: false);
        Assert.Equal([0, 0, 1, 1], Find(square).OfNode);
        Assert.Equal(Find(KnownGraphs.Cycle(4)).OfNode, Find(square, new() { UseStrengths = false }).OfNode);
    }

    [Fact]
    public void Same_seed_gives_the_same_communities_for_any_number_of_threads()
    {
        var graph = RandomGraphs.Make(2, directed: false, nodeCountMax: 400);
        var found = new[] { 1, 2, 3, 8 }.Select(threads => Leiden.BestOf(
            graph, 6, new() { Seed = 7 }, threads, TestContext.Current.CancellationToken)).ToArray();
        Assert.All(found, one => Assert.Equal(found[0].OfNode, one.OfNode));
        Assert.All(found, one => Assert.Equal((found[0].Quality, found[0].Seed), (one.Quality, one.Seed)));
        Assert.Equal(Find(graph, new() { Seed = 3 }).OfNode, Find(graph, new() { Seed = 3 }).OfNode);
    }

    [Fact]
    public void Graph_without_ties_has_no_modularity_and_says_why()
    {
        foreach (var nodeCount in new[] { 0, 1, 3 })
        {
            var found = BestOfTen(KnownGraphs.Build(nodeCount, directed: false, []));
            Assert.Equal(Enumerable.Range(0, nodeCount), found.OfNode);
            Assert.Equal((null, Absence.NoTies, true), (found.Quality, found.WhyNoQuality, found.IsSettled));
        }
    }

    [Fact]
    public void Senseless_options_are_refused()
    {
        var graph = KnownGraphs.Path(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeidenOptions { Resolution = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeidenOptions { Resolution = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeidenOptions { IterationsMax = 0 });
        var token = TestContext.Current.CancellationToken;
        Assert.Throws<ArgumentOutOfRangeException>(() => Leiden.BestOf(graph, 0, cancellation: token));
        Assert.Throws<ArgumentOutOfRangeException>(() => Leiden.BestOf(graph, 1, threads: -1, cancellation: token));
        Assert.Throws<ArgumentException>(() => Leiden.QualityOf(graph, [0, 1]));
        Assert.Throws<OperationCanceledException>(() => Leiden.Find(graph, null, new(canceled: true)));
    }

    internal static Communities BestOfTen(InteractionGraph graph, LeidenOptions? options = null) =>
        Leiden.BestOf(graph, 10, options, cancellation: TestContext.Current.CancellationToken);

    internal static void AssertConnected(InteractionGraph graph, IReadOnlyList<int> communityOf)
    {
        var pieces = new UnionFind(graph.NodeCount);
        for (var node = 0; node < graph.NodeCount; node++)
            foreach (var other in graph.OutNeighbours(node))
                if (communityOf[node] == communityOf[other])
                    pieces.Join(node, other);
        Assert.Equal(
            communityOf.Distinct().Count(),
            Enumerable.Range(0, graph.NodeCount).Select(pieces.RootOf).Distinct().Count());
    }

    private static Communities Find(InteractionGraph graph, LeidenOptions? options = null) =>
        Leiden.Find(graph, options, TestContext.Current.CancellationToken);

    private static InteractionGraph RingOfCliques(int cliqueCount, int size)
    {
        var inside =
            from node in Enumerable.Range(0, cliqueCount * size)
            from other in Enumerable.Range(node + 1, size - 1 - node % size)
            select (node, other);
        var between = Enumerable.Range(0, cliqueCount)
            .Select(clique => (clique * size, ((clique + 1) % cliqueCount * size) + 1));
        return KnownGraphs.Build(cliqueCount * size, directed: false, inside.Concat(between));
    }

    private static InteractionGraph Scaled(InteractionGraph graph, double factor)
    {
        var ties =
            from node in Enumerable.Range(0, graph.NodeCount)
            from other in graph.OutNeighbours(node).ToArray()
            where node < other
            select new Tie(node, other, factor);
        return GraphBuilder.Build(graph.NodeCount, [.. ties], directed: false);
    }
}

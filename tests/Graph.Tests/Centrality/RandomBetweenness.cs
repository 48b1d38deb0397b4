namespace InfluencerMap.Graph.Tests;

/// <summary>Betweenness against walk counting, and laws that hold on any graph.</summary>
public class RandomBetweenness
{
    private const int GraphCount = 150;

    public static MatrixTheoryData<bool, bool> DirectedAndWeighted { get; } = new([false, true], [false, true]);

    [Theory, MemberData(nameof(DirectedAndWeighted))]
    public void Betweenness_matches_walk_counting_on_random_graphs(bool directed, bool weighted)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed);
            var lengths = weighted ? TieLengths.FromValues(graph) : null;
            Measured.AssertClose(
                NaiveBetweenness.Compute(graph, lengths), Measured.Betweenness(graph, null, lengths));
        }
    }

    [Theory, MemberData(nameof(DirectedAndWeighted))]
    public void Endpoints_match_walk_counting_on_random_graphs(bool directed, bool weighted)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed);
            var lengths = weighted ? TieLengths.FromValues(graph) : null;
            Measured.AssertClose(
                NaiveBetweenness.Compute(graph, lengths, endpoints: true),
                Measured.Betweenness(graph, new() { Endpoints = true }, lengths));
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Betweenness_sums_to_the_people_in_between(bool directed)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed, nodeCountMax: 60);
            Assert.Equal(
                new NaiveDistances(graph).PeopleInBetween(), Measured.Betweenness(graph).Sum(), tolerance: 1e-6);
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Undirected_ties_score_as_directed_ones_both_ways(bool weighted)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var undirected = RandomGraphs.Make(seed, directed: false, nodeCountMax: 60);
            var directed = RandomGraphs.BothWays(undirected);
            Assert.Equal(
                Measured.Betweenness(undirected, null, weighted ? TieLengths.FromValues(undirected) : null),
                Measured.Betweenness(directed, null, weighted ? TieLengths.FromValues(directed) : null));
        }
    }

    [Fact]
    public void Equal_lengths_score_as_no_lengths()
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var ties = RandomGraphs.Ties(seed, nodeCountMax: 60, out var nodeCount);
            var graph = GraphBuilder.Build(
                nodeCount, [.. ties.Select(tie => tie with { Strength = 5 })], directed: true);
            Measured.AssertClose(
                Measured.Betweenness(graph), Measured.Betweenness(graph, null, TieLengths.FromValues(graph)), 1e-12);
        }
    }

    [Fact]
    public void Renumbered_people_keep_their_scores()
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var ties = RandomGraphs.Ties(seed, nodeCountMax: 60, out var nodeCount);
            var renumbered = Enumerable.Range(0, nodeCount).ToArray();
            new Random(seed).Shuffle(renumbered);
            var scores = Measured.Betweenness(GraphBuilder.Build(nodeCount, ties, directed: true));
            var moved = Measured.Betweenness(GraphBuilder.Build(
                nodeCount, [.. ties.Select(tie => new Tie(renumbered[tie.Source], renumbered[tie.Target]))],
                directed: true));
            Measured.AssertClose(scores, [.. renumbered.Select(node => moved[node])]);
        }
    }

    [Theory, InlineData(4, 6), InlineData(9, 11)]
    public void Grid_counts_its_monotone_ways(int rows, int columns)
    {
        var expected = new double[rows * columns];
        foreach (var (from, to) in OrderedPairs(expected.Length))
            for (var middle = 0; middle < expected.Length; middle++)
                if (middle != from && middle != to
                    && Steps(from, middle, columns) + Steps(middle, to, columns) == Steps(from, to, columns))
                    expected[middle] +=
                        Ways(from, middle, columns) * Ways(middle, to, columns) / Ways(from, to, columns);
        Measured.AssertClose(expected, Measured.Betweenness(KnownGraphs.Grid(rows, columns)));
    }

    private static IEnumerable<(int From, int To)> OrderedPairs(int count) =>
        from one in Enumerable.Range(0, count)
        from other in Enumerable.Range(0, count)
        where one != other
        select (one, other);

    private static int Steps(int from, int to, int columns) =>
        Math.Abs(from / columns - to / columns) + Math.Abs(from % columns - to % columns);

    private static double Ways(int from, int to, int columns)
    {
        var down = Math.Abs(from / columns - to / columns);
        var ways = 1.0;
        for (var step = 1; step <= down; step++)
            ways = ways * (Steps(from, to, columns) - down + step) / step;
        return ways;
    }
}

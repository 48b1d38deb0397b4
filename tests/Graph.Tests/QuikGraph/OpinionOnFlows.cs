using InfluencerMap.Graph.Cohorts;
using QuikGraph;
using QuikGraph.Algorithms.MaximumFlow;
using QuikGraph.Algorithms.Ranking;

namespace InfluencerMap.Graph.Tests;

/// <summary>Seats and rank that flow through a graph, beside QuikGraph's largest flow and its PageRank.</summary>
public class OpinionOnFlows
{
    private const int Trials = 400;

    [Fact]
    public void Seats_are_found_where_QuikGraphs_largest_flow_pays_every_lower_bound_and_there_alone()
    {
        var found = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var seats = new Seats(new Random(seed));
            var numbers = SeatFlow.Find(seats.Low, seats.High, seats.One, seats.Other, seats.SizeMin, seats.SizeMax);
            Assert.Equal(seats.IsPaidByLargestFlow(), numbers is not null);
            if (numbers is null)
                continue;
            found++;
            seats.AssertKept(numbers);
        }
        Assert.InRange(found, Trials / 5, Trials * 4 / 5);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void PageRank_of_random_graphs_is_QuikGraphs_divided_by_its_sum(bool useStrengths)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            // QuikGraph's loses the rank of dead ends and of the lonely; ours gives it to all alike. Shares stay equal.
            var ties = RandomGraphs.Ties(seed, 20, out var nodeCount);
            var graph = GraphBuilder.Build(nodeCount, ties, directed: seed % 3 > 0);
            // QuikGraph's follows every edge alike: a strength of 3 is three edges.
            var edges = new BidirectionalGraph<int, SEdge<int>>();
            edges.AddVertexRange(Enumerable.Range(0, nodeCount));
            foreach (var arc in ((IEdgeSet<int, Tie>)graph).Edges)
                for (var edge = 0; edge < (useStrengths ? arc.Strength : 1); edge++)
                    edges.AddEdge(new(arc.Source, arc.Target));
            var theirs = new PageRankAlgorithm<int, SEdge<int>>(edges)
            {
                Damping = 0.8,
                MaxIterations = 150,
                Tolerance = 1e-12,
            };
            theirs.Compute();

            var ours = Measured.PageRank(
                graph, new() { Damping = 0.8, UseStrengths = useStrengths, Tolerance = 1e-13 });
            Measured.AssertClose(
                [.. Enumerable.Range(0, nodeCount).Select(node => theirs.Ranks[node] / theirs.GetRanksSum())],
                ours, relativeError: 1e-9);
        }
    }

    /// <summary>Bounds near a random choice of seats; many are moved away from it, so that some contradict.</summary>
    private sealed class Seats
    {
        public Seats(Random random)
        {
            var kindCount = random.Next(1, 9);
            Low = new int[kindCount];
            High = new int[kindCount];
            var taken = new int[kindCount];
            for (var kind = 0; kind < kindCount; kind++)
            {
                High[kind] = random.Next(0, 6);
                taken[kind] = random.Next(High[kind] + 1);
                Low[kind] = random.Next(3) == 0 ? random.Next(taken[kind] + 1) : 0;
            }
            One = Trait(random, taken);
            Other = Trait(random, taken);
            SizeMin = Math.Max(0, taken.Sum() + random.Next(-2, 2));
            SizeMax = SizeMin + random.Next(0, 3);
        }

        public int[] Low { get; }
        public int[] High { get; }
        public TraitBounds One { get; }
        public TraitBounds Other { get; }
        public int SizeMin { get; }
        public int SizeMax { get; }

        /// <summary>
        /// Whether all that lower bounds owe to one node and leave over at another flows from a new source to a new
        /// sink.
        /// </summary>
        public bool IsPaidByLargestFlow()
        {
            var (groups, otherGroups) = (One.Min.Length, Other.Min.Length);
            var (start, end) = (groups + otherGroups, groups + otherGroups + 1);
            var edges = new List<(int From, int To, int Min, int Max)> { (end, start, SizeMin, SizeMax) };
            for (var group = 0; group < groups; group++)
                edges.Add((start, group, One.Min[group], One.Max[group]));
            for (var group = 0; group < otherGroups; group++)
                edges.Add((groups + group, end, Other.Min[group], Other.Max[group]));
            for (var kind = 0; kind < Low.Length; kind++)
                edges.Add((One.GroupOfKind[kind], groups + Other.GroupOfKind[kind], Low[kind], High[kind]));

            var room = new Dictionary<(int From, int To), double>();
            var (source, sink) = (end + 1, end + 2);
            foreach (var (from, to, min, max) in edges)
            {
                Add(from, to, max - min);
                Add(source, to, min);
                Add(from, sink, min);
            }
            return LargestFlow(room, source, sink) == edges.Sum(edge => edge.Min);

            void Add(int from, int to, int most) => room[(from, to)] = room.GetValueOrDefault((from, to)) + most;
        }

        public void AssertKept(int[] numbers)
        {
            for (var kind = 0; kind < numbers.Length; kind++)
                Assert.InRange(numbers[kind], Low[kind], High[kind]);
            Assert.InRange(numbers.Sum(), SizeMin, SizeMax);
            foreach (var trait in (TraitBounds[])[One, Other])
                for (var group = 0; group < trait.Min.Length; group++)
                    Assert.InRange(
                        numbers.Where((_, kind) => trait.GroupOfKind[kind] == group).Sum(),
                        trait.Min[group], trait.Max[group]);
        }

        private static TraitBounds Trait(Random random, int[] taken)
        {
            var groupCount = random.Next(1, 5);
            int[] groupOfKind = [.. taken.Select(_ => random.Next(groupCount))];
            int[] min = [.. Enumerable.Range(0, groupCount).Select(group => Math.Max(
                0, taken.Where((_, kind) => groupOfKind[kind] == group).Sum() + random.Next(-3, 2)))];
            return new(
                [.. Enumerable.Range(0, groupCount)], groupOfKind, min,
                [.. min.Select(least => least + random.Next(0, 4))]);
        }

        private static double LargestFlow(Dictionary<(int From, int To), double> room, int source, int sink)
        {
            var graph = new AdjacencyGraph<int, SEquatableEdge<int>>();
            graph.AddVertexRange(Enumerable.Range(0, sink + 1));
            graph.AddEdgeRange(room.Where(pair => pair.Value > 0)
                .Select(pair => new SEquatableEdge<int>(pair.Key.From, pair.Key.To)));
            using var reversed = new ReversedEdgeAugmentorAlgorithm<int, SEquatableEdge<int>>(
                graph, (from, to) => new(from, to));
            reversed.AddReversedEdges();
            var flow = new EdmondsKarpMaximumFlowAlgorithm<int, SEquatableEdge<int>>(
                graph, edge => room.GetValueOrDefault((edge.Source, edge.Target)), (from, to) => new(from, to),
                reversed);
            flow.Compute(source, sink);
            return flow.MaxFlow;
        }
    }
}

using InfluencerMap.Graph.Kernels;
using InfluencerMap.Graph.Resilience;
using QuikGraph;
using QuikGraph.Algorithms;
using QuikGraph.Predicates;

namespace InfluencerMap.Graph.Tests;

/// <summary>What holds a graph together, beside QuikGraph's components without a person or a tie.</summary>
public class OpinionOnPieces
{
    private const int GraphCount = 120;

    [Fact]
    public void Components_of_an_undirected_graph_are_QuikGraphs() => OnUndirected((graph, face) =>
        AssertSamePieces(Pieces(face), Roots(graph)));

    [Fact]
    public void Components_of_a_directed_graph_read_both_ways_are_QuikGraphs_weak_ones()
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed: true, nodeCountMax: 30);
            var weak = new Dictionary<int, int>();
            graph.WeaklyConnectedComponents(weak);
            AssertSamePieces(weak, Roots(Symmetric.Of(graph)));
        }
    }

    [Fact]
    public void Pairs_that_a_person_holds_together_are_those_that_QuikGraph_loses_without_the_vertex() =>
        OnUndirected((graph, face) =>
        {
            var cuts = new CutPoints(graph);
            var whole = Pieces(face);
            for (var gone = 0; gone < graph.NodeCount; gone++)
            {
                var rest = Pieces(new FilteredUndirectedGraph<int, Tie, IUndirectedGraph<int, Tie>>(
                    face, vertex => vertex != gone, _ => true));
                var before = whole.Where(pair => pair.Key != gone).ToDictionary();
                Assert.Equal(PairsTogether(before) - PairsTogether(rest), cuts.PairsCut[gone]);
            }
        });

    [Fact]
    public void Cut_ties_are_those_without_which_QuikGraph_finds_one_more_component() => OnUndirected((graph, face) =>
    {
        var expected = new List<(int, int, int)>();
        var whole = Pieces(face).Values.Distinct().Count();
        foreach (var tie in face.Edges)
        {
            var rest = Pieces(new FilteredUndirectedGraph<int, Tie, IUndirectedGraph<int, Tie>>(
                face, _ => true, edge => edge != tie));
            if (rest.Values.Distinct().Count() == whole)
                continue;
            expected.Add((tie.Source, tie.Target, Math.Min(SideOf(tie.Source), SideOf(tie.Target))));

            int SideOf(int vertex) => rest.Values.Count(piece => piece == rest[vertex]);
        }
        Assert.Equal(expected.Order(), new CutPoints(graph).Bridges
            .Select(tie => (Math.Min(tie.Node, tie.Other), Math.Max(tie.Node, tie.Other), tie.SmallerSide)).Order());
    });

    [Fact]
    public void Spanning_forest_has_a_tie_less_than_people_in_each_piece_and_one_least_weight() =>
        OnUndirected((graph, face) =>
        {
            Tie[] kruskal = [.. face.MinimumSpanningTreeKruskal(tie => tie.Strength)];
            var pieces = Pieces(face).Values.Distinct().Count();
            Assert.Equal(graph.NodeCount - pieces, kruskal.Length);
            Assert.Equal(kruskal.Length, kruskal.Distinct().Count());
            Assert.All(kruskal, tie => Assert.True(face.ContainsEdge(tie)));
            var least = LeastForest(graph);
            Assert.Equal(least, kruskal.Sum(tie => tie.Strength));
            // QuikGraph's Prim knows connected graphs alone.
            if (pieces == 1)
                Assert.Equal(least, face.MinimumSpanningTreePrim(tie => tie.Strength).Sum(tie => tie.Strength));
            // Doubled arcs would make a circle of every tie.
            Assert.Equal(face.EdgeCount == kruskal.Length, face.IsUndirectedAcyclicGraph());
        });

    private static void OnUndirected(Action<InteractionGraph, IUndirectedGraph<int, Tie>> claim)
    {
        for (var seed = 0; seed < GraphCount; seed++)
        {
            var graph = RandomGraphs.Make(seed, directed: false, nodeCountMax: 16);
            claim(graph, graph.AsUndirected());
        }
    }

    /// <summary>Grows each piece from its first node by the lightest arc that leads out of what is grown.</summary>
    private static double LeastForest(InteractionGraph graph)
    {
        Tie[] arcs = [.. ((IEdgeSet<int, Tie>)graph).Edges.OrderBy(arc => arc.Strength)];
        var (grown, weight) = (new HashSet<int>(), 0.0);
        for (var first = 0; first < graph.NodeCount; first++)
        {
            grown.Add(first);
            while (arcs.FirstOrDefault(arc => grown.Contains(arc.Source) && !grown.Contains(arc.Target))
                is { Strength: > 0 } lightest)
            {
                grown.Add(lightest.Target);
                weight += lightest.Strength;
            }
        }
        return weight;
    }

    private static Dictionary<int, int> Pieces(IUndirectedGraph<int, Tie> graph)
    {
        var pieces = new Dictionary<int, int>();
        graph.ConnectedComponents(pieces);
        return pieces;
    }

    private static long PairsTogether(Dictionary<int, int> pieces) =>
        pieces.Values.CountBy(piece => piece).Sum(piece => (long)piece.Value * (piece.Value - 1) / 2);

    private static int[] Roots(InteractionGraph graph) =>
        [.. Enumerable.Range(0, graph.NodeCount).Select(LeafFolding.Of(graph).Components.RootOf)];

    private static void AssertSamePieces(Dictionary<int, int> theirs, int[] ours)
    {
        for (var one = 0; one < ours.Length; one++)
            for (var other = 0; other < one; other++)
                Assert.Equal(theirs[one] == theirs[other], ours[one] == ours[other]);
    }
}

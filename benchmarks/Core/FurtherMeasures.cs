using InfluencerMap.Benchmarks.Inputs;
using InfluencerMap.Graph;

namespace InfluencerMap.Benchmarks.Core;

/// <summary>Measures of brokers, walks, ties and communities beside igraph's, every tie of strength 1.</summary>
/// <param name="named">What is measured.</param>
/// <param name="peer">igraph's time and difference, by its name of the measure and the factor of its scores.</param>
/// <param name="add">Takes each row.</param>
internal sealed class FurtherMeasures(
    NamedGraph named, Func<NamedGraph, string, double, double[], PeerResult?> peer, Action<CoreRow> add)
{
    private const int StartCount = 10, SeedCount = 10;

    private readonly InteractionGraph _graph = GraphBuilder.Build(
        named.NodeCount, [.. named.Ties.Select(tie => tie with { Strength = 1 })], directed: false);

    public void Measure(bool ties)
    {
        Row("constraint", "constraint", 1, () => Finite(StructuralHoles.Compute(_graph, threads: 1).Constraint));
        Row("eigenvector", "eigenvector", 1, () => Eigenvector.Compute(_graph).Scores);
        Row("personalised PageRank", "personalised-pagerank", 1, () => PageRank.Compute(
            _graph, new() { Start = [.. Enumerable.Range(0, named.NodeCount).Select(n => n < StartCount ? 1.0 : 0)] })
            .Scores);
        Row("betweenness up to 3 steps", "betweenness-3", 2, () => Betweenness.Exact(
            _graph, new() { Threads = 1, Cutoff = 3 }).Scores);
        if (ties)
            Row("edge betweenness", "edge-betweenness", 2, () => InOrder(EdgeBetweenness.Exact(
                _graph, new() { Threads = 1 }).Scores));
        Row($"Leiden, best of {SeedCount} seeds: modularity", "leiden", 1, () =>
            [Leiden.BestOf(_graph, SeedCount, new(), threads: 1).Quality!.Value]);
    }

    private void Row(string measure, string peerName, double scale, Func<double[]> compute)
    {
        double[] scores = [];
        var seconds = Least.ProcessorSeconds(3, () => scores = compute());
        add(new(named.Name, measure, "≥ 1 × igraph", seconds)
        {
            Peer = peer(named, peerName, scale, scores),
            RatioMin = 1,
        });
    }

    /// <summary>igraph gives NaN to who has no contact; both are left out as 0.</summary>
    private static double[] Finite(double?[] scores) => Array.ConvertAll(scores, score => score ?? 0);

    /// <summary>Of each tie once, in the order in which igraph read them.</summary>
    private double[] InOrder(double[] ofArcs)
    {
        var arcs = new Dictionary<(int, int), int>();
        for (var node = 0; node < _graph.NodeCount; node++)
            for (var arc = _graph.OutOffsets[node]; arc < _graph.OutOffsets[node + 1]; arc++)
                arcs[(node, _graph.OutTargets[arc])] = arc;
        return [.. named.Ties.Select(tie => ofArcs[arcs[(tie.Source, tie.Target)]])];
    }
}

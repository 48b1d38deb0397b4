using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Resilience;

namespace InfluencerMap.Cli;

/// <summary>How the network holds as people are taken out by rank, from the core outwards, or at random.</summary>
internal static class RemovalCurves
{
    private const string Ranked = "by rank", Adaptive = "core first", Random = "at random";
    private const int EfficiencySources = 256;

    /// <summary>Beyond this many people efficiency would take minutes.</summary>
    private const int EfficiencyPersonCountMax = 20_000;

    public static IEnumerable<CurveLine> Of(RunNetwork network, ulong seed, CancellationToken cancellation)
    {
        var count = network.People.Count;
        // The unmeasurable stand at the end of the ranking, as they do here.
        Node[] ranked = [.. network.Ranking.Select(person => network.People.KnownNodeOf(person.PersonId))];
        var orders = new (string Name, Node[] Order)[]
        {
            (Ranked, ranked),
            (Adaptive, RemovalOrder.CoreHd(network.Graph)),
            (Random, RemovalOrder.Random(count, seed)),
        };
        return orders.SelectMany(order => RemovalCurve
            .Of(network.Graph, order.Order, count <= EfficiencyPersonCountMax ? EfficiencySources : 0, cancellation)
            .Select(point => new CurveLine(order.Name, point.RemovedShare, point.LargestShare, point.Efficiency)));
    }

    public static string Draw(CurveLine[] lines) => CurvePicture.Draw(
        "What stays connected when people are removed", "share of people removed",
        "share of everybody in the largest component",
        [.. lines.GroupBy(line => line.Order).Select(order =>
            new Curve(order.Key, [.. order.Select(line => (line.Removed, line.Largest))]))]);
}

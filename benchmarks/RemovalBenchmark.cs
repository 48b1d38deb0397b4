using System.Diagnostics;
using System.Globalization;
using InfluencerMap.Benchmarks.Inputs;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Resilience;

namespace InfluencerMap.Benchmarks;

/// <summary>Removal curves of a made company of a million people and 25 million ties, on one thread.</summary>
internal static class RemovalBenchmark
{
    private const int TiesAPerson = 25;

    public static void Run(string[] args)
    {
        var personCount = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var graph = GraphBuilder.Build(
            personCount, SeededOrganisation.Make(personCount, TiesAPerson * personCount).Ties, directed: false);
        GC.Collect();
        Console.WriteLine($"{personCount:N0} people, {graph.ArcCount / 2:N0} ties, one thread");
        Console.WriteLine("order       order s  curve s  mean largest part");
        Print("core first", graph, () => RemovalOrder.CoreHd(graph));
        Print("at random", graph, () => RemovalOrder.Random(personCount, 1));
        Print("by degree", graph, () => ByDegree(graph));
        Console.WriteLine($"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB, with making the company");
    }

    private static Node[] ByDegree(InteractionGraph graph) =>
        [.. Node.Each(graph.NodeCount).OrderByDescending(node => graph.OutNeighbours(node).Length)];

    private static void Print(string name, InteractionGraph graph, Func<Node[]> makeOrder)
    {
        var watch = Stopwatch.StartNew();
        var order = makeOrder();
        var orderSeconds = watch.Elapsed.TotalSeconds;
        watch.Restart();
        var points = RemovalCurve.Of(graph, order);
        Console.WriteLine(
            $"{name,-11} {orderSeconds,7:F1} {watch.Elapsed.TotalSeconds,8:F1} "
            + $"{points.Average(point => point.LargestShare),18:P1}");
    }
}

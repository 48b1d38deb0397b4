using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using InfluencerMap.Benchmarks.Inputs;
using InfluencerMap.Graph;

namespace InfluencerMap.Benchmarks.Core;

/// <summary>
/// The most memory that a process of its own held which read ties, built the graph and computed betweenness of some
/// sources and everyone's reach.
/// </summary>
internal static class MemoryProbe
{
    public const string Verb = "core-memory";

    public static double Run(NamedGraph named)
    {
        var path = named.EdgeFile + ".bin";
        File.WriteAllBytes(path, MemoryMarshal.AsBytes(named.Ties.AsSpan()));
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [typeof(MemoryProbe).Assembly.Location, Verb, path, named.NodeCount.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    public static void Report(string path, int nodeCount)
    {
        var graph = Read(path, nodeCount);
        CoreComparison.RunFirstSources(graph, threads: 1);
        Reach.Compute(graph, 3, threads: 1);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine((process.PeakWorkingSet64 / 1e6).ToString(CultureInfo.InvariantCulture));
    }

    private static InteractionGraph Read(string path, int nodeCount) =>
        GraphBuilder.Build(nodeCount, MemoryMarshal.Cast<byte, Tie>(File.ReadAllBytes(path)), directed: false);
}

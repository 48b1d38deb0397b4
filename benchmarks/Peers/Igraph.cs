using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using InfluencerMap.Benchmarks.Inputs;

namespace InfluencerMap.Benchmarks.Peers;

/// <summary>python-igraph in a process of its own, on the same edges, on one thread.</summary>
internal static class Igraph
{
    private const string Python = "/usr/bin/python3";

    /// <summary>"igraph 0.10.2", or null where it is not installed.</summary>
    public static string? Version()
    {
        try
        {
            return $"igraph {Run("-c", "import igraph; print(igraph.__version__)")[0]}";
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Processor seconds of the measure without loading, and its scores.</summary>
    public static (double Seconds, double[] Scores) Measure(NamedGraph graph, string measure)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Peers", "igraph_peer.py");
        var lines = Run(
            script, graph.EdgeFile, graph.NodeCount.ToString(CultureInfo.InvariantCulture), measure);
        var numbers = lines.Select(line => double.Parse(line, CultureInfo.InvariantCulture)).ToArray();
        return (numbers[0], numbers[1..]);
    }

    private static string[] Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException(
                $"{Python} ended with {process.ExitCode}; is python3-igraph installed?");
    }
}

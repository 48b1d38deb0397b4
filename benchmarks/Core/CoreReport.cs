using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using InfluencerMap.Benchmarks.Peers;

namespace InfluencerMap.Benchmarks.Core;

/// <summary>Writes the table to <c>benchmarks/results/PROCESSOR/core.md</c>.</summary>
internal static partial class CoreReport
{
    public static void Write(IReadOnlyList<CoreRow> rows)
    {
        var processor = Processor();
        var folder = Path.Combine("benchmarks", "results", NotWord().Replace(processor.ToLowerInvariant(), "-"));
        Directory.CreateDirectory(folder);
        var text = $"""
            # Graph core, measured {DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date):yyyy-MM-dd}

            {processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription},
            {Igraph.Version() ?? "no igraph"}. One thread against one thread unless said otherwise: processor seconds,
            least of several runs of ours, one of igraph's. Written by `benchmarks/compare.sh`;
            benchmarks/README.md says what the columns mean.

            {CoreRow.Header}
            {string.Join('\n', rows.Select(row => row.ToMarkdown()))}

            """;
        File.WriteAllText(Path.Combine(folder, "core.md"), text);
        Console.WriteLine($"Written to {Path.Combine(folder, "core.md")}.");
    }

    /// <summary>The processor's name, with its family where the name alone says little.</summary>
    private static string Processor()
    {
        if (!File.Exists("/proc/cpuinfo"))
            return RuntimeInformation.ProcessArchitecture.ToString();
        var fields = File.ReadLines("/proc/cpuinfo").TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        var name = fields.GetValueOrDefault("model name", "unknown");
        return $"{name} family {fields.GetValueOrDefault("cpu family", "unknown")}";
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotWord();
}

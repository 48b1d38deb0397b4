using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>The manifest of a run.</summary>
/// <param name="Run">With all its options.</param>
/// <param name="Rules">What each rule touched, in the order in which they apply.</param>
internal sealed record RunManifestLines(Run Run, HygieneCount[] Rules)
{
    public void Write(IAnsiConsole console)
    {
        TableOutput.Write(console, $"Run {Run.Id}", ["what", "is"], [], Facts);
        TableOutput.Write(
            console, "By channel", ["channel"], ["interactions"],
            Run.Channels.Select(channel => (string[])[channel.Channel, $"{channel.Count:N0}"]));
        TableOutput.Write(
            console, "By source", ["source", "state"], ["items", "interactions stored"],
            [.. Run.Sources.Select(Row), .. Run.Imports.Select(Row)]);
        TableOutput.Write(
            console, "By rule", ["rule", "of"], ["touched", "people"],
            Rules.Select(rule => (string[])[rule.Rule, rule.Unit, $"{rule.Count:N0}", $"{rule.PersonCount:N0}"]));
        TableOutput.Write(
            console, "By step", ["step"], ["seconds"],
            Run.Steps.Select(step => (string[])[step.Step, $"{step.ElapsedMs / 1000.0:N1}"]));
    }

    private IEnumerable<string[]> Facts =>
    [
        ["published", $"{Run.PublishedAt:yyyy-MM-dd HH:mm:ss} UTC"],
        ["window", $"{Run.Period.From:yyyy-MM-dd}…{Run.Period.To:yyyy-MM-dd}"],
        ["input hash", Run.InputHash],
        ["options hash", Run.OptionsHash],
        ["code hash", Run.CodeHash is { Length: > 0 } hash ? hash : "unknown: an older program"],
        ["code version", Run.CodeVersion],
        ["preset", Run.Options.Preset],
        ["betweenness", Run.Sampling is { } sampled
            ? $"sampled from {sampled.SourceCount:N0} sources, seed {sampled.Seed}, off by {sampled.Epsilon:0.0e+0} of "
                + $"all pairs at most, at {1 - sampled.Delta:0 %}"
            : "exact, no seed"],
        ["people", $"{Run.PersonCount:N0}, {Run.RankedCount:N0} ranked"],
        ["interactions", $"{Run.InteractionCount:N0}"],
        ["ties", $"{Run.TieCount:N0}"],
        ["peak memory", Run.PeakMemoryBytes > 0 ? $"{Run.PeakMemoryBytes >> 20:N0} MiB" : "unknown"],
    ];

    private static string[] Row(RunSource source) =>
    [
        source.Source,
        $"{(source.IsComplete ? "complete" : "not complete")}, {source.CollectedAt:yyyy-MM-dd HH:mm}",
        $"{source.Items:N0}", $"{source.Stored:N0}",
    ];

    private static string[] Row(ImportedFormat imports) =>
        [imports.Format, $"{imports.Files:N0} imported", $"{imports.RowsRead:N0}", $"{imports.RowsStored:N0}"];
}

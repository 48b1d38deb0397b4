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
        WriteFacts(console);
        WriteSources(console);
        var rules = New("By rule", "rule", "of");
        TableOutput.AddNumberColumns(rules, "touched", "people");
        foreach (var rule in Rules)
            rules.AddRow(rule.Rule, rule.Unit, $"{rule.Count:N0}", $"{rule.PersonCount:N0}");
        console.Write(rules);
        var steps = New("By step", "step");
        TableOutput.AddNumberColumns(steps, "seconds");
        foreach (var step in Run.Steps)
            steps.AddRow(Markup.Escape(step.Step), $"{step.ElapsedMs / 1000.0:N1}");
        console.Write(steps);
    }

    private void WriteFacts(IAnsiConsole console)
    {
        var facts = New($"Run {Run.Id}", "what", "is");
        facts.AddRow("published", $"{Run.PublishedAt:yyyy-MM-dd HH:mm:ss} UTC");
        facts.AddRow("window", $"{Run.Period.From:yyyy-MM-dd}…{Run.Period.To:yyyy-MM-dd}");
        facts.AddRow("input hash", Run.InputHash);
        facts.AddRow("options hash", Run.OptionsHash);
        facts.AddRow("code hash", Run.CodeHash is { Length: > 0 } hash ? hash : "unknown: an older program");
        facts.AddRow("code version", Markup.Escape(Run.CodeVersion));
        facts.AddRow("preset", Markup.Escape(Run.Options.Preset));
        facts.AddRow("betweenness", Run.Sampling is { } sampled
            ? $"sampled from {sampled.SourceCount:N0} sources, seed {sampled.Seed}, off by {sampled.Epsilon:0.0e+0} of "
                + $"all pairs at most, at {1 - sampled.Delta:0 %}"
            : "exact, no seed");
        facts.AddRow("people", $"{Run.PersonCount:N0}, {Run.RankedCount:N0} ranked");
        facts.AddRow("interactions", $"{Run.InteractionCount:N0}");
        facts.AddRow("ties", $"{Run.TieCount:N0}");
        facts.AddRow("peak memory", Run.PeakMemoryBytes > 0 ? $"{Run.PeakMemoryBytes >> 20:N0} MiB" : "unknown");
        console.Write(facts);
    }

    private void WriteSources(IAnsiConsole console)
    {
        var channels = New("By channel", "channel");
        TableOutput.AddNumberColumns(channels, "interactions");
        foreach (var channel in Run.Channels)
            channels.AddRow(channel.Channel, $"{channel.Count:N0}");
        console.Write(channels);
        var sources = New("By source", "source", "state");
        TableOutput.AddNumberColumns(sources, "items", "interactions stored");
        foreach (var source in Run.Sources)
            sources.AddRow(
                source.Source,
                $"{(source.IsComplete ? "complete" : "not complete")}, {source.CollectedAt:yyyy-MM-dd HH:mm}",
                $"{source.Items:N0}", $"{source.Stored:N0}");
        foreach (var import in Run.Imports)
            sources.AddRow(
                Markup.Escape(import.Format), $"{import.Files:N0} imported", $"{import.RowsRead:N0}",
                $"{import.RowsStored:N0}");
        console.Write(sources);
    }

    private static Table New(string title, params ReadOnlySpan<string> columns)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(title);
        TableOutput.AddColumns(table, columns);
        return table;
    }
}

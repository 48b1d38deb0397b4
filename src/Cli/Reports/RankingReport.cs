using System.Text.Json;
using InfluencerMap.Cli.Verbs;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli.Reports;

/// <summary>One line of the ranking as programs read it. Shares and percentiles are 0 … 1.</summary>
/// <param name="Rank">1-based place by the chosen measure among all ranked people of the run.</param>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Department">Unit, where known.</param>
/// <param name="Level">1 at the top.</param>
/// <param name="DirectReports">People who report to this person.</param>
/// <param name="Score">Blended influence, 0 … 1.</param>
/// <param name="Betweenness">Raw, over ordered pairs.</param>
/// <param name="BetweennessPercentile">Share of the others with less.</param>
/// <param name="ReachTwoSteps">People reached in two steps.</param>
/// <param name="ReachTwoStepsShare">The same as a share of the company.</param>
/// <param name="Surprise">Influence that position and volume do not explain, in standard deviations.</param>
/// <param name="ChartPlace">Place that the org chart alone gives.</param>
/// <param name="PlacesAboveChart">Chart place less influence rank.</param>
/// <param name="Preset">Preset that made the run.</param>
/// <param name="RankLow">The 5 % place if chance drew the contacts again; null by another measure, or not told.</param>
/// <param name="RankHigh">The 95 % place.</param>
/// <param name="Provisional">Rules by which places are provisional, as short-history; null where they stand.</param>
internal sealed record RankingLine(
    int Rank, string Person, string Key, string? Department, int Level, int DirectReports, double Score,
    double Betweenness, double BetweennessPercentile, int ReachTwoSteps, double ReachTwoStepsShare, double? Surprise,
    int ChartPlace, int? PlacesAboveChart, string Preset, int? RankLow, int? RankHigh, string? Provisional);

/// <summary>The ranking of a run, for people or for programs.</summary>
internal sealed class RankingReport
{
    private readonly Run _run;
    private readonly RankingLine[] _lines;
    private readonly RankBy _by;
    private readonly ProvisionalWords _provisional;

    private RankingReport(Run run, RankingLine[] lines, RankBy by, ProvisionalWords provisional) =>
        (_run, _lines, _by, _provisional) = (run, lines, by, provisional);

    public static async Task<RankingReport> ReadAsync(
        Store store, Run run, RankingQuery query, CancellationToken cancellation)
    {
        var names = await store.People.NamesAsync(cancellation);
        var page = (await RankedRun.ReadAsync(store, run, cancellation)).Page(query);
        var provisional = await ProvisionalWords.OfAsync(store, run, cancellation);
        var lines = Array.ConvertAll(page.Entries, entry =>
            Line(entry, names[entry.Person.Id], run.Options.Preset, query.By) with { Provisional = provisional.Rules });
        return new(run, lines, query.By, provisional);
    }

    /// <summary>How many of those shown manage anybody, and how many the chart would have shown as well.</summary>
    public string Sentence
    {
        get
        {
            var managing = _lines.Count(line => line.DirectReports > 0);
            var onChart = _lines.Count(line => line.ChartPlace <= _lines.Length);
            return $"Of these {_lines.Length}, {managing} manage anybody and {onChart} are among the " +
                $"{_lines.Length} highest on the org chart.";
        }
    }

    public string Origin =>
        $"Run {_run.Id}, preset {_run.Options.Preset}, " +
        $"{_run.Period.From:yyyy-MM-dd} up to {_run.Period.To:yyyy-MM-dd}: " +
        $"{_run.RankedCount:N0} of {_run.PersonCount:N0} people ranked, by {_by.ToString().ToLowerInvariant()}."
        + Missing + _provisional.InLine;

    private string Missing => _run.Sources.Where(source => !source.IsComplete).ToArray() is { Length: > 0 } missing
        ? $" NOT COMPLETE when it was scored: {string.Join(", ", missing.Select(source => source.Source))}."
        : "";

    /// <summary>Never last: who cannot be measured is somebody to ask about, not somebody without influence.</summary>
    public string? Unmeasured => (_run.PersonCount - _run.RankedCount) switch
    {
        0 => null,
        var count => $"{count:N0} more {(count == 1 ? "person is" : "people are")} not measurable by these sources: "
            + "not ranked, which is not last. influencermap hygiene says why; nominations by colleagues reach them.",
    };

    public void Write(OutputFormat format, TextWriter output)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                Progress.Say(Origin);
                SayUnmeasured();
                CsvOutput.Write(output, _lines);
                break;
            case OutputFormat.Json:
                Progress.Say(Origin);
                SayUnmeasured();
                output.WriteLine(JsonSerializer.Serialize(_lines, ReportJson.Default.RankingLineArray));
                break;
            default:
                WriteTable(TableOutput.On(output));
                break;
        }
    }

    private void SayUnmeasured()
    {
        if (Unmeasured is { } unmeasured)
            Progress.Say(unmeasured);
    }

    private static RankingLine Line(RankingEntry entry, PersonName name, string preset, RankBy by)
    {
        var isByInfluence = by == RankBy.Influence;
        var (person, ranked) = (entry.Person, entry.Ranked);
        return new(
            entry.Place, name.SourceId, person.Key, person.Department, ranked.Level, ranked.DirectReports, ranked.Score,
            ranked.Betweenness, ranked.BetweennessPercentile, ranked.ReachTwoSteps, ranked.ReachTwoStepsShare,
            ranked.Surprise, ranked.ChartPlace, ranked.PlacesAboveChart, preset,
            isByInfluence ? ranked.RankLow : null, isByInfluence ? ranked.RankHigh : null, null);
    }

    private void WriteTable(IAnsiConsole console)
    {
        console.WriteLine(Origin);
        console.WriteLine(Sentence);
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddColumns(table, "rank", "90 %", "person", "key", "department");
        TableOutput.AddNumberColumns(
            table, "level", "reports", "influence", "betweenness", "reach in 2", "surprise", "on chart", "gained");
        foreach (var line in _lines)
        {
            table.AddRow(
                $"{line.Rank}", line.RankLow is null ? "–" : $"{line.RankLow}–{line.RankHigh}",
                Markup.Escape(line.Person), line.Key,
                Markup.Escape(line.Department ?? "–"),
                $"{line.Level}", $"{line.DirectReports}", $"{line.Score:0.000}",
                $"{100 * line.BetweennessPercentile:0.0} %",
                $"{100 * line.ReachTwoStepsShare:0.0} %", line.Surprise is { } surprise ? $"{surprise:+0.0;−0.0}" : "–",
                $"{line.ChartPlace}", $"{line.PlacesAboveChart:+0;−0;0}");
        }
        console.Write(table);
        console.WriteLine("betweenness: share of colleagues with less. reach in 2: share of all within two steps.");
        if (Unmeasured is { } unmeasured)
            console.WriteLine(unmeasured);
        if (_lines.Any(line => line.RankLow is not null))
            console.WriteLine("90 %: between which places they stand when chance draws the contacts again.");
        console.WriteLine("on chart: the place that the org chart alone gives. gained: places above it.");
    }
}

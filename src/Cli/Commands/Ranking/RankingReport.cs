using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>One line of the ranking as programs read it. Shares and percentiles are 0 … 1.</summary>
/// <param name="Rank">1-based place by the chosen measure among all ranked people of the run.</param>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Department">Unit, where known.</param>
/// <param name="Level">1 at the top; null without a chart that distinguishes people.</param>
/// <param name="DirectReports">People who report to this person; null where no manager of anybody is known.</param>
/// <param name="Score">Blended influence, 0 … 1.</param>
/// <param name="Betweenness">Raw, over ordered pairs.</param>
/// <param name="BetweennessPercentile">Share of the others with less.</param>
/// <param name="ReachTwoSteps">People reached in two steps.</param>
/// <param name="ReachTwoStepsShare">The same as a share of the company.</param>
/// <param name="Surprise">Influence that position and volume do not explain, in standard deviations.</param>
/// <param name="ChartPlace">Place that the org chart alone gives; null as the level.</param>
/// <param name="PlacesAboveChart">Chart place less influence rank; null as the level.</param>
/// <param name="Preset">Preset of the run.</param>
/// <param name="RankLow">
/// The 5 % place if chance drew the contacts again; null by another measure, or not reported.
/// </param>
/// <param name="RankHigh">The 95 % place.</param>
/// <param name="NoChart">Why there are no level, surprise and chart place; null with them.</param>
/// <param name="Provisional">Rules by which places are provisional, as short-history; null where they stand.</param>
internal sealed record RankingLine(
    [Shown("rank", Format = "0", Side = Side.Left)] int Rank,
    [Shown("person", 11, UnlessNamedBy = nameof(RankingLine.Name))] string Person, [Shown("name")] string? Name,
    [Shown("key", 1)] string Key, [Shown("department", 12)] string? Department,
    [Shown("level", 3, Format = "0")] int? Level, [Shown("reports", 2, Format = "0")] int? DirectReports,
    [Shown("influence", Format = "0.000")] double Score, double Betweenness,
    [Shown("betweenness", 6, Format = "0.0 %")] double BetweennessPercentile, int ReachTwoSteps,
    [Shown("reach in 2", 5, Format = "0.0 %")] double ReachTwoStepsShare,
    [Shown("surprise", 7, Format = "+0.0;−0.0")] double? Surprise,
    [Shown("on chart", 4, Format = "0")] int? ChartPlace,
    [Shown("gained", 8, Format = "+0;−0;0")] int? PlacesAboveChart, string Preset, int? RankLow, int? RankHigh,
    string? NoChart, string? Provisional)
{
    [Shown("90 %", 9, After = nameof(Rank))]
    public string? Between => RankLow is null ? null : $"{RankLow}–{RankHigh}";
}

/// <summary>The ranking of a run, for people or for programs.</summary>
internal sealed class RankingReport(
    Run run, bool hasChart, RankingLine[] lines, RankBy by, RankingWords words, string? department)
{
    public static async Task<RankingReport> ReadAsync(
        Store store, Run run, RankingQuery query, CancellationToken cancellation)
    {
        var names = await PeopleNames.ReadAsync(store, cancellation);
        var ranked = await RankedRun.ReadAsync(store, run, cancellation);
        var provisional = await ProvisionalWords.OfAsync(store, run, cancellation);
        var lines = Array.ConvertAll(
            ranked.Page(query).Entries, entry => Line(entry, names, ranked, query.By, provisional.Rules));
        return new(
            run, ranked.HasChart, lines, query.By, new(run, ranked, $"{query.By}", provisional), query.Department);
    }

    /// <summary>
    /// How many of those shown manage anybody, and how many the chart would have shown as well; null where neither is
    /// known.
    /// </summary>
    private string? Sentence
    {
        get
        {
            if (!lines.Any(line => line.DirectReports is not null))
                return null;
            var managing = lines.Count(line => line.DirectReports > 0);
            var onChart = lines.Count(line => line.ChartPlace <= lines.Length);
            // Of most people most are high on any chart.
            return $"Of these {lines.Length}, {Counted.Of(managing, "manages", "manage")} anybody" + (hasChart
                && 2 * lines.Length <= run.RankedCount
                ? $" and {onChart} are among the {lines.Length} highest on the org chart."
                : ".");
        }
    }

    /// <summary>What else is to be known about who is shown, and about columns that are empty.</summary>
    private IEnumerable<string> Notes
    {
        get
        {
            if (lines.Length == 0 && run.RankedCount > 0 && by != RankBy.Surprise)
                yield return words.NobodyFits(department);
            if (words.Unmeasured is { } unmeasured)
                yield return unmeasured;
            if (!hasChart)
                yield return $"No level and no surprise: {OrgChart.TellsNothing}. influencermap import people reads "
                    + "them from the columns manager and level.";
            else if (by == RankBy.Surprise && lines.Length == 0)
                yield return "Nobody's surprise is known: it needs 50 people who can be measured and "
                    + $"{run.Options.Blending.SurpriseDaysMin} days of data.";
        }
    }

    public void Write(Output output) => output.Write(lines, lines, Notes.Prepend(words.Origin), WriteTable);

    private static RankingLine Line(
        RankingEntry entry, PeopleNames names, RankedRun run, RankBy by, string? provisional)
    {
        var isByInfluence = by == RankBy.Influence;
        var (person, ranked) = (entry.Person, entry.Ranked);
        return new(
            entry.Place, names.IdOf(person.Id), names.NameOf(person.Id), person.Key, person.Department, ranked.Level,
            run.HasManagers ? ranked.DirectReports : null, ranked.Score, ranked.Betweenness,
            ranked.BetweennessPercentile, ranked.ReachTwoSteps, ranked.ReachTwoStepsShare, ranked.Surprise,
            ranked.ChartPlace, ranked.PlacesAboveChart, run.Run.Options.Preset,
            isByInfluence ? ranked.RankLow : null, isByInfluence ? ranked.RankHigh : null,
            run.HasChart ? null : OrgChart.TellsNothing, provisional);
    }

    private void WriteTable(IAnsiConsole console)
    {
        console.WriteLine(words.Origin);
        if (Sentence is { } sentence)
            console.WriteLine(sentence);
        ShownTable.Write(console, lines, legend: Legend);
        foreach (var note in Notes)
            console.WriteLine(Suggested.InFull(note));
    }

    private static readonly string[] Legend =
    [
        "betweenness: share of colleagues with less.",
        "reach in 2: share of all within two steps.",
        "90 %: between which places they stand when chance draws the contacts again.",
        "on chart: the place that the org chart alone gives.",
        "gained: places above what the org chart alone gives.",
    ];
}

using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>A cohort on a terminal: the members, the usual ways of choosing, what changed.</summary>
internal static class CohortTables
{
    private const int NamesShown = 8;
    private const string Whole = "--format json has all";

    public static void Write(IAnsiConsole console, CohortLines lines, Run run, string sentence, PeopleNames names)
    {
        console.WriteLine($"Run {run.Id}, {run.Period.From:yyyy-MM-dd} up to {run.Period.To:yyyy-MM-dd}.");
        console.WriteLine(sentence);
        foreach (var note in lines.Notes)
            console.WriteLine(note);
        ShownTable.Write(
            console, lines.Members, legend:
            ["alone: people this member would reach alone.", "only: people no other member reaches."]);
        var areFamiliesKnown = lines.Members.Any(line => (line.JobFamily ?? line.Department) != null);
        ShownTable.Write(
            console, from row in lines.Compared where row.LeftOut is null select WayLine.Of(row, areFamiliesKnown),
            Whole, legend: ["overlap: share of those reached whom two or more members reach."]);
        // In a small company all are too few, which then says nothing of any.
        var areSome = lines.Families.Any(family => family.That != FamilyLine.TooFew);
        ShownTable.Write(
            console, from family in lines.Families select areSome ? family : family with { That = null }, Whole,
            legend: FamilyLine.Legend);
        var silent = lines.Compared[0].WithoutVoice;
        if (silent.Count > 0)
            console.WriteLine($"Without a seat in this cohort: {Names(silent)}");
        if (lines.FamiliesNotFitting.Count > 0)
            console.WriteLine($"Their seat by headcount did not fit: {Names(lines.FamiliesNotFitting)}");
        if (lines.NeverReached.Length > 0)
            console.WriteLine($"Never reached: {Names(lines.NeverReached.Select(names.Label))}");
        if (lines.NotMeasurable > 0)
            console.WriteLine($"{lines.NotMeasurable:N0} of these are not measurable by these sources: whether word "
                + "reaches them is not known.");
        ShownTable.Write(
            console,
            from line in lines.Assumptions
            select new AssumptionLine(
                line.Transmission, line.ToldMean, line.Covered, line.AtMost, line.Certificate, line.SharedWithMiddle),
            Whole);
        foreach (var change in lines.Changes)
            console.WriteLine($"Change: {Label(change.Leaves)} → {Label(change.Joins)}: {change.Reason}.");
        if (lines.Number is { } number)
            console.WriteLine(Suggested.InFull($"Saved as cohort {number}: influencermap cohort show {number}"));
        console.WriteLine(CohortReport.Purpose);

        string Label(string? sourceId) => sourceId is null ? "nobody" : names.Label(sourceId);
    }

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Take(NamesShown))
        + (names.Count() is > NamesShown and var count ? $" and {count - NamesShown:N0} more." : ".");

    /// <summary>What a screen shows of a way of choosing.</summary>
    private sealed record WayLine(
        [Shown("way of choosing")] string Name, [Shown("members", 4, Format = "0")] int Members,
        [Shown("covers", Format = "0.0 %")] double Covers, [Shown("range", 3, Side = Side.Right)] string Range,
        [Shown("overlap", 2, Format = "0.0 %")] double Overlap,
        [Shown("never reached", 5, Format = "N0")] double NeverReached,
        [Shown("families without a seat", 1, Format = "0")] int? WithoutSeat,
        [Shown("constraints kept", 6)] bool KeepsWishes)
    {
        public static WayLine Of(ComparedCohort row, bool areFamiliesKnown)
        {
            var isDrawn = row.ShareLeast < row.ShareMost;
            return new(
                row.Name, row.MemberCount, row.Share,
                isDrawn ? $"{100 * row.ShareLeast:0.0} % – {100 * row.ShareMost:0.0} %" : "", row.Overlap,
                row.NeverReached, areFamiliesKnown && !isDrawn ? row.WithoutVoice.Count : null, row.KeepsWishes);
        }
    }

    /// <summary>What a screen shows of an assumption.</summary>
    private sealed record AssumptionLine(
        [Shown("if word is passed on")] string Transmission, [Shown("one tells", 3, Format = "0.0#")] double TellsMean,
        [Shown("the best cohort reaches", Format = "0.0 %")] double Covered,
        [Shown("at most", 4, Format = "0.0 %")] double AtMost,
        [Shown("certificate", 2, Format = "0.0 %")] double Certificate,
        [Shown("members in common with middle", 1, Format = "0")] int SharedWithMiddle);
}

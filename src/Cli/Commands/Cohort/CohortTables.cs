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
        var shown = Members(lines.Members).Write(console);
        if (shown.Contains("alone"))
            console.WriteLine("alone: people this member would reach alone.");
        if (shown.Contains("only"))
            console.WriteLine("only: people no other member reaches.");
        shown = Compared(lines.Compared, lines.Members.Any(line => (line.JobFamily ?? line.Department) != null))
            .Write(console, Whole);
        if (shown.Contains("overlap"))
            console.WriteLine("overlap: share of those reached whom two or more members reach.");
        FamilyTable.Write(console, lines.Families);
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
        if (lines.Assumptions.Count > 0)
            Assumptions(lines.Assumptions).Write(console, Whole);
        foreach (var change in lines.Changes)
            console.WriteLine($"Change: {Label(change.Leaves)} → {Label(change.Joins)}: {change.Reason}.");
        if (lines.Number is { } number)
            console.WriteLine($"Saved as cohort {number}: influencermap cohort show {number}");
        console.WriteLine(CohortReport.Purpose);

        string Label(string? sourceId) => sourceId is null ? "nobody" : names.Label(sourceId);
    }

    private static ShownTable Members(CohortLine[] members)
    {
        var table = new ShownTable()
            .Text("").Person([.. members.Select(line => line.Name)], 7).Text("name").Text("key", 1)
            .Text("department", 8).Text("family", 5).Number("alone", 2).Number("adds").Number("covered", 9)
            .Number("only", 3).Text("if they decline", 4);
        foreach (var line in members)
            table.Row(
                line.Role == "member" ? $"{line.Place}" : "waits", line.Person, line.Name, line.Key, line.Department,
                line.JobFamily, $"{line.Alone:N0}", $"{line.Added:N0}",
                line.Covered is { } covered ? Percent(covered) : "", $"{line.OnlyThrough:N0}",
                line.AlternateNames is { Length: > 0 } names ? names : line.Alternates);
        return table;
    }

    private static ShownTable Compared(IReadOnlyList<ComparedCohort> compared, bool areFamiliesKnown)
    {
        var table = new ShownTable()
            .Text("way of choosing").Number("members", 4).Number("covers").Number("range", 3).Number("overlap", 2)
            .Number("never reached", 5).Number("families without a seat", 1).Text("keeps the wishes", 6);
        foreach (var row in compared.Where(row => row.LeftOut is null))
            table.Row(
                row.Name, $"{row.MemberCount}", Percent(row.Share),
                row.ShareLeast < row.ShareMost ? $"{Percent(row.ShareLeast)} – {Percent(row.ShareMost)}" : "",
                Percent(row.Overlap), $"{row.NeverReached:N0}", // Of random cohorts it is not counted.
                areFamiliesKnown && row.ShareLeast == row.ShareMost ? $"{row.WithoutVoice.Count}" : null,
                row.KeepsWishes ? "yes" : "no");
        return table;
    }

    private static ShownTable Assumptions(IReadOnlyList<AssumedCohort> assumptions)
    {
        var table = new ShownTable()
            .Text("if word is passed on").Number("one tells", 3).Number("the best cohort reaches").Number("at most", 4)
            .Number("certificate", 2).Number("members in common with middle", 1);
        foreach (var line in assumptions)
            table.Row(
                line.Transmission, $"{line.ToldMean:0.0#}", Percent(line.Covered), Percent(line.AtMost),
                Percent(line.Certificate), $"{line.SharedWithMiddle}");
        return table;
    }

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Take(NamesShown))
        + (names.Count() is > NamesShown and var count ? $" and {count - NamesShown:N0} more." : ".");

    private static string Percent(double share) => $"{100 * share:0.0} %";
}

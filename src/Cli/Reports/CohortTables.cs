using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli.Reports;

/// <summary>A cohort on a terminal: the members, the usual ways of choosing, what changed.</summary>
internal static class CohortTables
{
    private const int NamesShown = 8;

    public static void Write(IAnsiConsole console, CohortLines lines, Run run, string sentence)
    {
        console.WriteLine($"Run {run.Id}, {run.Period.From:yyyy-MM-dd} up to {run.Period.To:yyyy-MM-dd}.");
        console.WriteLine(sentence);
        foreach (var note in lines.Notes)
            console.WriteLine(note);
        console.Write(Members(lines.Members));
        console.WriteLine("alone: people this member would reach alone. only: people no other member reaches.");
        console.Write(Compared(lines.Compared, lines.Members.Any(line => (line.JobFamily ?? line.Department) != null)));
        console.WriteLine("overlap: share of those reached whom two or more members reach.");
        FamilyTable.Write(console, lines.Families);
        var silent = lines.Compared[0].WithoutVoice;
        if (silent.Count > 0)
            console.WriteLine($"Without a seat in this cohort: {Names(silent)}");
        if (lines.FamiliesNotFitting.Count > 0)
            console.WriteLine($"Their seat by headcount did not fit: {Names(lines.FamiliesNotFitting)}");
        if (lines.NeverReached.Length > 0)
            console.WriteLine($"Never reached: {Names(lines.NeverReached)}");
        if (lines.NotMeasurable > 0)
            console.WriteLine($"{lines.NotMeasurable:N0} of these are not measurable by these sources: whether word "
                + "reaches them is not known.");
        if (lines.Assumptions.Count > 0)
            console.Write(Assumptions(lines.Assumptions));
        foreach (var change in lines.Changes)
            console.WriteLine($"Change: {change.Leaves ?? "nobody"} → {change.Joins ?? "nobody"}: {change.Reason}.");
        if (lines.Number is { } number)
            console.WriteLine($"Saved as cohort {number}: influencermap cohort show {number}");
        console.WriteLine(CohortReport.Purpose);
    }

    private static Table Members(CohortLine[] members)
    {
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddColumns(table, "", "person", "key", "department", "family");
        TableOutput.AddNumberColumns(table, "alone", "adds", "covered", "only");
        TableOutput.AddColumns(table, "if they decline");
        foreach (var line in members)
            table.AddRow(
                line.Role == "member" ? $"{line.Place}" : "waits", Markup.Escape(line.Person), line.Key,
                Markup.Escape(line.Department ?? "–"), Markup.Escape(line.JobFamily ?? "–"),
                $"{line.Alone:N0}", $"{line.Added:N0}", line.Covered is { } covered ? Percent(covered) : "",
                $"{line.OnlyThrough:N0}", Markup.Escape(line.Alternates));
        return table;
    }

    private static Table Compared(IReadOnlyList<ComparedCohort> compared, bool areFamiliesKnown)
    {
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddColumns(table, "way of choosing");
        TableOutput.AddNumberColumns(
            table, "members", "covers", "range", "overlap", "never reached", "families without a seat");
        TableOutput.AddColumns(table, "keeps the wishes");
        foreach (var row in compared.Where(row => row.LeftOut is null))
            table.AddRow(
                Markup.Escape(row.Name), $"{row.MemberCount}", Percent(row.Share),
                row.ShareLeast < row.ShareMost ? $"{Percent(row.ShareLeast)} – {Percent(row.ShareMost)}" : "",
                Percent(row.Overlap), $"{row.NeverReached:N0}", // Of random cohorts it is not counted.
                areFamiliesKnown && row.ShareLeast == row.ShareMost ? $"{row.WithoutVoice.Count}" : "–",
                row.KeepsWishes ? "yes" : "no");
        return table;
    }

    private static Table Assumptions(IReadOnlyList<AssumedCohort> assumptions)
    {
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddColumns(table, "if word is passed on");
        TableOutput.AddNumberColumns(
            table, "one tells", "the best cohort reaches", "at most", "certificate", "members in common with middle");
        foreach (var line in assumptions)
            table.AddRow(
                line.Transmission, $"{line.ToldMean:0.0#}", Percent(line.Covered), Percent(line.AtMost),
                Percent(line.Certificate), $"{line.SharedWithMiddle}");
        return table;
    }

    private static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(NamesShown))
        + (names.Count > NamesShown ? $" and {names.Count - NamesShown:N0} more." : ".");

    private static string Percent(double share) => $"{100 * share:0.0} %";
}

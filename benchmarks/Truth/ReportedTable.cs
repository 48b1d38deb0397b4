namespace InfluencerMap.Benchmarks.Truth;

/// <summary>Whether those whom contacts put first are those whom people name, on two public sets.</summary>
internal static class ReportedTable
{
    private const int First = ReportedSet.NamedEach;

    public static void Print(Effort effort, string folder)
    {
        ReportedSet?[] sets =
        [
            ReportedSet.Read(folder, "office, 40 people", 14, "bkoffb.csv", "bkoffc.csv"),
            ReportedSet.Read(folder, "technical group, 34 people", 5, "bktecb.csv", "bktecc.csv"),
        ];
        Report.Section(
            "Whom people name", "Two groups of Bernard and Killworth (1976 to 1980): contact that an observer counted, "
            + "beside what people reported. Observed contacts are meetings, put on random days of the observation in "
            + $"{effort.Draws} draws; nominations are each person's first {First}. Figures are means over "
            + "the draws; intervals are 95 %, over people drawn with replacement and over draws. What is recalled "
            + "here is contact, not trust.");
        if (sets.All(set => set is null))
        {
            Console.WriteLine("Skipped: `bkoffb.csv`, `bkoffc.csv`, `bktecb.csv`, `bktecc.csv` are not in the data.");
            Report.End();
        }
        foreach (var set in sets.OfType<ReportedSet>())
            Print(effort, set);
    }

    private static void Print(Effort effort, ReportedSet set)
    {
        Report.Progress(set.Name);
        Report.Heading(
            $"{set.Name}", "Spearman", "difference from degree", $"precision at {First}", $"NDCG at {First}",
            "difference from degree");
        var rankings = Enumerable.Range(1, effort.Draws).Select(set.Rank).ToArray();
        var degree = Column.All[1];
        var figures = Column.All.ToDictionary(column => column, column => rankings.Select(column.Of).ToArray());
        foreach (var column in Column.All)
        {
            var (own, counted) = (figures[column], figures[degree]);
            Report.Row(
                column.Name,
                Estimated(set, effort, own, Agreement.Spearman).Text("0.00;−0.00;0.00"),
                column == degree ? "–" : Difference(set, effort, own, counted, Agreement.Spearman),
                $"{own.Average(one => Agreement.Precision(one, set.Nominations, First)):0.00}",
                Estimated(set, effort, own, Ndcg).Text("0.00;−0.00;0.00"),
                column == degree ? "–" : Difference(set, effort, own, counted, Ndcg));
        }
        Report.End();
    }

    private static double Ndcg(double[] figures, double[] nominations) =>
        Agreement.Ndcg(figures, nominations, First);

    private static Estimate Estimated(
        ReportedSet set, Effort effort, double[][] figures, Func<double[], double[], double> measure) =>
        Statistics.Bootstrap(
            figures.Average(one => measure(one, set.Nominations)), set.PersonCount, effort.Resamples,
            (drawn, resample) => Of(set, figures[resample % figures.Length], drawn, measure));

    private static string Difference(
        ReportedSet set, Effort effort, double[][] own, double[][] other, Func<double[], double[], double> measure) =>
        Statistics.Bootstrap(
            own.Average(one => measure(one, set.Nominations)) - other.Average(one => measure(one, set.Nominations)),
            set.PersonCount, effort.Resamples,
            (drawn, resample) => Of(set, own[resample % own.Length], drawn, measure)
                - Of(set, other[resample % other.Length], drawn, measure)).Text("+0.00;−0.00;0.00");

    private static double Of(
        ReportedSet set, double[] figures, int[] drawn, Func<double[], double[], double> measure) =>
        measure([.. drawn.Select(i => figures[i])], [.. drawn.Select(i => set.Nominations[i])]);
}

using InfluencerMap.Graph.Company;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace InfluencerMap.Graph.Influence;

/// <summary>
/// Influence that position and volume do not explain: how far a person's place is from what a regression over the other
/// departments leads to expect, in standard deviations of the person's level. About 5 in 100 people lie beyond ±2 by
/// chance, and the first of a thousand near +3.
/// </summary>
/// <remarks>
/// Explained: the normal quantile of the place by score (van der Waerden 1952), so that the head of the list has no
/// longer tail than chance. By: level, log(1 + direct reports), log(1 + people below), log(1 + interactions), each
/// scaled to variance 1. Volume is in the model, or surprise would mean "sends much mail". Ridge parameter 1.
/// Cross-fitted: who is in a department of at least 10 people is compared with a fit without that department; all
/// others, and a department of more than half of all, fall into ten parts by key that are held out in turn. Residuals
/// are compared with those of the others of the level, since the places of managers vary less than those of staff;
/// levels of fewer than 20 people are joined with the next.
/// </remarks>
internal static class Surprise
{
    public const int PeopleMin = 50;
    public const int DepartmentMin = 10;
    private const int LevelMin = 20;
    private const int PartCount = 10;
    private const double Ridge = 1;
    private const int Columns = 5;

    /// <summary>
    /// By node; null for everyone under 50 measurable people or <paramref name="daysMin"/> of data, or without a chart
    /// that distinguishes people.
    /// </summary>
    public static double?[] Of(
        Node[] measurable, double[] scores, PersonIndex people, OrgChart chart, Activity activity, int daysMin)
    {
        var surprise = new double?[people.Count];
        if (measurable.Length < PeopleMin || activity.DayCount < daysMin || !chart.TellsApart)
            return surprise;
        var rows = RowsOf(measurable, people, chart, activity);
        var residuals = Residuals(rows, Quantiles(measurable, scores), PartsOf(measurable, people));
        var levels = Array.ConvertAll(measurable, node => chart.LevelOf(people[node].Id));
        var compared = CompareWithin(residuals, LevelGroups(levels));
        for (var i = 0; i < measurable.Length; i++)
            surprise[measurable[i]] = compared[i];
        return surprise;
    }

    /// <summary>Of the place by score, the lowest score first; equals share the mean of their places.</summary>
    private static double[] Quantiles(Node[] measurable, double[] scores)
    {
        var quantiles = new double[measurable.Length];
        var order = Enumerable.Range(0, measurable.Length).OrderBy(i => scores[measurable[i]]).ToArray();
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && scores[measurable[order[end]]] == scores[measurable[order[start]]])
                end++;
            for (var i = start; i < end; i++)
                quantiles[order[i]] = Normal.InvCDF(0, 1, (start + end) / 2.0 / order.Length);
        }
        return quantiles;
    }

    private static double[][] RowsOf(Node[] measurable, PersonIndex people, OrgChart chart, Activity activity)
    {
        var rows = Array.ConvertAll(measurable, node =>
        {
            var id = people[node].Id;
            return new[]
            {
                1,
                chart.LevelOf(id),
                Math.Log(1 + chart.DirectReportsOf(id)),
                Math.Log(1 + chart.SubtreeSizeOf(id)),
                Math.Log(1 + activity.InteractionCountByNode[node]),
            };
        });
        for (var column = 1; column < Columns; column++)
            Standardise(rows, column);
        return rows;
    }

    private static void Standardise(double[][] rows, int column)
    {
        var mean = rows.Average(row => row[column]);
        var variance = rows.Average(row => (row[column] - mean) * (row[column] - mean));
        var scale = variance > 1e-12 ? 1 / Math.Sqrt(variance) : 0;
        foreach (var row in rows)
            row[column] = (row[column] - mean) * scale;
    }

    /// <summary>The part with which each person is held out.</summary>
    private static int[] PartsOf(Node[] measurable, PersonIndex people)
    {
        var parts = measurable.Select(node => people[node].Department).OfType<string>()
            .CountBy(department => department)
            .Where(department => department.Value >= DepartmentMin && 2 * department.Value <= measurable.Length)
            .Select(department => department.Key)
            .Order(StringComparer.Ordinal)
            .Index()
            .ToDictionary(department => department.Item, department => PartCount + department.Index);
        return [.. measurable.Select((node, i) =>
            parts.GetValueOrDefault(people[node].Department ?? "", i % PartCount))];
    }

    /// <summary>Each value less what the fit without its part gives. A fit is one small system of sums.</summary>
    private static double[] Residuals(double[][] rows, double[] values, int[] parts)
    {
        var (all, ofPart) = (new Sums(), new Dictionary<int, Sums>());
        for (var i = 0; i < rows.Length; i++)
        {
            all.Add(rows[i], values[i]);
            if (!ofPart.TryGetValue(parts[i], out var sums))
                ofPart.Add(parts[i], sums = new());
            sums.Add(rows[i], values[i]);
        }
        var fits = ofPart.ToDictionary(part => part.Key, part => all.FitWithout(part.Value));
        return [.. rows.Select((row, i) => values[i] - fits[parts[i]].DotProduct(Vector<double>.Build.Dense(row)))];
    }

    /// <summary>What a ridge regression needs of its rows.</summary>
    private sealed class Sums
    {
        private readonly Matrix<double> _gram = Matrix<double>.Build.Dense(Columns, Columns);
        private readonly Vector<double> _moments = Vector<double>.Build.Dense(Columns);

        public void Add(double[] row, double value)
        {
            for (var a = 0; a < Columns; a++)
            {
                _moments[a] += row[a] * value;
                for (var b = 0; b < Columns; b++)
                    _gram[a, b] += row[a] * row[b];
            }
        }

        public Vector<double> FitWithout(Sums part)
        {
            var ridge = Matrix<double>.Build.DenseDiagonal(Columns, Columns, column => column == 0 ? 0 : Ridge);
            return (_gram - part._gram + ridge).Cholesky().Solve(_moments - part._moments);
        }
    }

    /// <summary>Numbers of groups: levels from the top, joined until there are enough people.</summary>
    private static int[] LevelGroups(int[] levels)
    {
        var groupOfLevel = new Dictionary<int, int>();
        var (group, count) = (0, 0);
        foreach (var level in levels.CountBy(level => level).OrderBy(level => level.Key))
        {
            groupOfLevel.Add(level.Key, group);
            count += level.Value;
            if (count >= LevelMin)
                (group, count) = (group + 1, 0);
        }
        // What is left at the bottom joins the last group that is large enough.
        return Array.ConvertAll(levels, level =>
            count > 0 && groupOfLevel[level] == group ? Math.Max(0, group - 1) : groupOfLevel[level]);
    }

    /// <summary>
    /// Each residual against mean and spread of the others of its group: Student's prediction of one more value.
    /// </summary>
    private static double[] CompareWithin(double[] residuals, int[] groups)
    {
        var compared = new double[residuals.Length];
        foreach (var members in Enumerable.Range(0, residuals.Length).GroupBy(i => groups[i]))
        {
            var sum = members.Sum(i => residuals[i]);
            var squares = members.Sum(i => residuals[i] * residuals[i]);
            var others = members.Count() - 1;
            foreach (var i in members)
            {
                var mean = (sum - residuals[i]) / others;
                var variance = (squares - residuals[i] * residuals[i] - others * mean * mean) / (others - 1);
                var error = Math.Sqrt(Math.Max(variance, 0) * (1 + 1.0 / others));
                compared[i] = error > 1e-12 ? (residuals[i] - mean) / error : 0;
            }
        }
        return compared;
    }
}

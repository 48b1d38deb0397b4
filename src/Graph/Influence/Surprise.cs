using InfluencerMap.Graph.Company;
using MathNet.Numerics.LinearAlgebra;

namespace InfluencerMap.Graph.Influence;

/// <summary>
/// Influence that position and volume do not explain: for each person the externally studentised residual of one ridge
/// regression. About 5 in 100 people lie beyond ±2 by chance.
/// </summary>
/// <remarks>
/// Explained: the logit of the score. By: level, log(1 + direct reports), log(1 + people below), log(1 + interactions),
/// each scaled to variance 1, and the department where it has at least 10 people. Volume is in the model, or surprise
/// would mean "sends much mail". Ridge parameter 1: a department of n people is trusted n / (n + 1).
/// A person's own score takes part in the fit that it is compared with; the studentising allows for that (exactly
/// without ridge, nearly with it), but departments are not held out in turn.
/// </remarks>
internal static class Surprise
{
    public const int PeopleMin = 50;
    public const int DepartmentMin = 10;
    private const double Ridge = 1;
    private const int Numbers = 4;

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
        var rows = RowsOf(measurable, people, chart, activity, out var columnCount);
        var logits = Array.ConvertAll(measurable, node => Logit(scores[node], measurable.Length));
        var residuals = Studentise(rows, logits, columnCount);
        for (var i = 0; i < measurable.Length; i++)
            surprise[measurable[i]] = residuals[i];
        return surprise;
    }

    /// <summary>Half a person away from the ends, where the logit would not be finite.</summary>
    private static double Logit(double score, int count) =>
        Math.Log((score * (count - 1) + 0.5) / ((1 - score) * (count - 1) + 0.5));

    /// <summary>One person's explanation: 1, four numbers, and the column of the department or 0 for none.</summary>
    private readonly record struct Row(double[] Values, int DepartmentColumn);

    private static Row[] RowsOf(
        Node[] measurable, PersonIndex people, OrgChart chart, Activity activity, out int columnCount)
    {
        var departmentColumn = measurable.Select(node => people[node].Department)
            .OfType<string>()
            .CountBy(department => department)
            .Where(department => department.Value >= DepartmentMin)
            .Select(department => department.Key)
            .Order(StringComparer.Ordinal)
            .Index()
            .ToDictionary(d => d.Item, d => 1 + Numbers + d.Index);
        columnCount = 1 + Numbers + departmentColumn.Count;

        var rows = Array.ConvertAll(measurable, node =>
        {
            var person = people[node];
            double[] values =
            [
                1,
                chart.LevelOf(person.Id),
                Math.Log(1 + chart.DirectReportsOf(person.Id)),
                Math.Log(1 + chart.SubtreeSizeOf(person.Id)),
                Math.Log(1 + activity.InteractionCountByNode[node]),
            ];
            return new Row(values, departmentColumn.GetValueOrDefault(person.Department ?? "", 0));
        });
        for (var column = 1; column <= Numbers; column++)
            Standardise(rows, column);
        return rows;
    }

    private static void Standardise(Row[] rows, int column)
    {
        var mean = rows.Average(row => row.Values[column]);
        var variance = rows.Average(row => (row.Values[column] - mean) * (row.Values[column] - mean));
        var scale = variance > 1e-12 ? 1 / Math.Sqrt(variance) : 0;
        foreach (var row in rows)
            row.Values[column] = (row.Values[column] - mean) * scale;
    }

    /// <summary>
    /// With A = XᵀX + ridge (none on the constant), fit = X A⁻¹ Xᵀ y and leverage h = xᵀ A⁻¹ x; rows have six entries,
    /// so that departments cost nothing a person.
    /// </summary>
    private static double[] Studentise(Row[] rows, double[] values, int columnCount)
    {
        var gram = Matrix<double>.Build.Dense(columnCount, columnCount);
        var moments = Vector<double>.Build.Dense(columnCount);
        for (var column = 1; column < columnCount; column++)
            gram[column, column] = Ridge;
        for (var i = 0; i < rows.Length; i++)
        {
            foreach (var (a, x) in Entries(rows[i]))
            {
                moments[a] += x * values[i];
                foreach (var (b, z) in Entries(rows[i]))
                    gram[a, b] += x * z;
            }
        }
        var inverse = gram.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(columnCount));
        var coefficients = inverse * moments;

        var residuals = new double[rows.Length];
        var leverages = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            residuals[i] = values[i];
            foreach (var (a, x) in Entries(rows[i]))
            {
                residuals[i] -= x * coefficients[a];
                foreach (var (b, z) in Entries(rows[i]))
                    leverages[i] += x * inverse[a, b] * z;
            }
        }
        return Studentise(residuals, leverages);
    }

    /// <summary>Each residual over the spread that the others' residuals have.</summary>
    private static double[] Studentise(double[] residuals, double[] leverages)
    {
        var squares = residuals.Sum(residual => residual * residual);
        var freedom = residuals.Length - leverages.Sum() - 1;
        return [.. residuals.Zip(leverages, (residual, leverage) =>
        {
            var free = Math.Max(1 - leverage, 1e-9);
            var spread = Math.Sqrt(Math.Max(squares - residual * residual / free, 0) / freedom);
            return spread > 0 ? residual / (spread * Math.Sqrt(free)) : 0;
        })];
    }

    private static IEnumerable<(int Column, double Value)> Entries(Row row)
    {
        for (var column = 0; column <= Numbers; column++)
            yield return (column, row.Values[column]);
        if (row.DepartmentColumn > 0)
            yield return (row.DepartmentColumn, 1);
    }
}

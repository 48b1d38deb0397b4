namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Goes for ties as HR, from measures alone: whoever has one tie has the PageRank that this one person gives along it,
/// and reaches in two steps as many as that person has ties.
/// </summary>
internal static class AttackMeasures
{
    private const double Damping = 0.85;

    /// <returns>Of two keys; and the keys of people with one tie.</returns>
    public static (Scores Scores, string[] Focus) Run(HrView view)
    {
        var scores = new Scores();
        var rows = view.Rows.Where(row => row["pageRank"] is not null && row["degree"] is not null).ToArray();
        var single = rows.Where(row => (int)row["degree"]! == 1).ToArray();
        foreach (var one in single)
            foreach (var other in rows.Where(row => HrView.KeyOf(row) != HrView.KeyOf(one)))
                scores[HrView.KeyOf(one), HrView.KeyOf(other)] = -Miss(one, other, rows.Length);
        return (scores, [.. single.Select(HrView.KeyOf)]);
    }

    /// <summary>How far the measures of one are from what a tie to the other alone would give.</summary>
    private static double Miss(System.Text.Json.Nodes.JsonNode one, System.Text.Json.Nodes.JsonNode other, int count)
    {
        var miss = Math.Abs(Number(one, "reachTwoSteps") - Number(other, "degree"));
        var strength = Math.Max(1e-9, Number(other, "strength"));
        // How many people the night had is not told exactly: the best of those that it may have had.
        var walk = Enumerable.Range(count, 40).Min(n => Math.Abs(
            Number(one, "pageRank") - (1 - Damping) / n
            - Damping * Number(other, "pageRank") * Number(one, "strength") / strength));
        return miss + 1e4 * walk;
    }

    private static double Number(System.Text.Json.Nodes.JsonNode row, string name) => (double?)row[name] ?? 0;
}

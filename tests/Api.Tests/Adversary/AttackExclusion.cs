using System.Text.Json.Nodes;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Goes for people who were excluded after the night, as HR: where ranks of one answer and of another differ,
/// where figures that are functions of places have a gap, how many are missing, and whom the staff list has more of.
/// </summary>
internal static class AttackExclusion
{
    /// <summary>Of each place in the ranking shown: is somebody missing behind it? Found by halving.</summary>
    /// <param name="hr">The caller.</param>
    /// <param name="view">The ranking.</param>
    /// <param name="requestsMost">Cards asked for at most.</param>
    public static async Task<Scores> ByHistoryAsync(Prober hr, HrView view, int requestsMost)
    {
        var (scores, shifts) = (new Scores(), new Dictionary<int, int?>());
        var keys = view.Keys;
        if (keys.Length > 0)
            await HalveAsync(0, keys.Length - 1);
        return scores;

        async Task HalveAsync(int from, int to)
        {
            var (low, high) = (await ShiftAsync(from), await ShiftAsync(to));
            if (low is null || high is null || low == high || requestsMost <= 0)
                return;
            if (to - from == 1)
            {
                scores[keys[from]] = 1;
                return;
            }
            await HalveAsync(from, (from + to) / 2);
            await HalveAsync((from + to) / 2, to);
        }

        async Task<int?> ShiftAsync(int place)
        {
            if (shifts.TryGetValue(place, out var known))
                return known;
            requestsMost--;
            var card = (await hr.GetAsync($"/v1/people/{keys[place]}")).Json;
            var now = card?["history"]?.AsArray().FirstOrDefault(one => (string?)one!["runId"] == view.Run);
            return shifts[place] = (int?)now?["rank"] - (int?)card?["person"]?["rank"];
        }
    }

    /// <summary>
    /// Moves of a rule name places, too. Where they skip one that the ranking does not, somebody is missing.
    /// </summary>
    public static async Task<Scores> ByMovesAsync(Prober hr, HrView view)
    {
        var scores = new Scores();
        var ranks = view.Keys.Index().ToDictionary(one => one.Item, one => one.Index + 1);
        var reply = await hr.GetAsync($"/v1/runs/{view.Run}/hygiene");
        foreach (var rule in reply.Json?["rules"]?.AsArray() ?? [])
        {
            var shift = 0;
            foreach (var move in (rule!["withoutIt"]?["moves"]?.AsArray() ?? [])
                .Where(move => move!["rankWith"] is not null && ranks.ContainsKey(HrView.KeyOf(move)))
                .OrderBy(move => (int)move!["rankWith"]!))
            {
                var (key, skipped) = (HrView.KeyOf(move!), (int)move!["rankWith"]! - ranks[HrView.KeyOf(move)]);
                if (skipped > shift && ranks[key] > 1)
                    scores[view.Keys[ranks[key] - 2]] = 1;
                shift = skipped;
            }
        }
        return scores;
    }

    /// <summary>
    /// The share of betweenness in the score, and its percentile, are functions of the place by betweenness: a place
    /// that nobody shown has is somebody's. By key of whoever stands right before it.
    /// </summary>
    public static Scores ByBetweennessPlaces(HrView view)
    {
        var scores = new Scores();
        var rows = view.Rows.Where(row => (double?)row["betweenness"] > 0)
            .OrderByDescending(row => (double)row["betweenness"]!).ToArray();
        if (rows.Length < 3)
            return scores;
        foreach (var figure in new[] { "betweennessPercentile", "betweennessShare" })
        {
            // Of a share, the logarithm of the place; of a percentile, the place itself.
            double[] values = [.. rows.Select(row => (double?)row[figure] ?? 0)];
            double[] places = figure == "betweennessShare"
                ? [.. values.Select(value => PlaceOf(value, values, rows.Length))]
                : [.. values.Select(value => (values[0] - value) * UnitOf(values) + 1)];
            for (var i = 0; i + 1 < rows.Length; i++)
                if (places[i + 1] - places[i] > 1.5)
                    scores.Add(HrView.KeyOf(rows[i]), "", 1);
        }
        return scores;
    }

    /// <summary>
    /// Scores that were given anew may run against ranks that were not: somebody between is missing.
    /// </summary>
    public static Scores ByScoreOrder(HrView view)
    {
        var scores = new Scores();
        double[] values = [.. view.Rows.Select(row => (double?)row["score"] ?? 0)];
        for (var i = 0; i + 1 < values.Length; i++)
            if (values[i + 1] > values[i] + 1e-9)
                scores[HrView.KeyOf(view.Rows[i])] = 1;
        return scores;
    }

    /// <summary>How many places one step of a percentile is: the reciprocal of the smallest step.</summary>
    private static double UnitOf(double[] values) => 1 / Math.Max(1e-9, values.Zip(values.Skip(1))
        .Select(pair => pair.First - pair.Second).Where(step => step > 1e-9).DefaultIfEmpty(1).Min());

    /// <summary>The share is w · (1 − ln(place) / ln(n)): w is the first one's, n fits best of those tried.</summary>
    private static double PlaceOf(double value, double[] values, int count)
    {
        var weight = values[0];
        var n = Enumerable.Range(count, 120).MinBy(n => values.Take(40).Sum(
            one => Math.Abs(Place(one, n) - Math.Round(Place(one, n)))));
        return Place(value, n);

        double Place(double share, int n) => Math.Exp((1 - share / weight) * Math.Log(n));
    }

    /// <summary>A difference either way, but none that rounding to two digits explains.</summary>
    private static double? MoreThanRounded(int? rounded, double? exact)
    {
        if (rounded is not { } told || exact is not { } known)
            return null;
        var explained = told < 100 ? 2.5 : Math.Pow(10, Math.Floor(Math.Log10(told)) - 1) / 2;
        return Math.Abs(told - known) <= explained ? 0 : Math.Abs(told - known);
    }

    /// <summary>How many people more than are shown a figure speaks of: ways to count those excluded.</summary>
    public static async Task<Dictionary<string, double>> CountAsync(Prober hr, HrView view)
    {
        var run = (await hr.GetAsync($"/v1/runs/{view.Run}")).Json;
        var groups = (await hr.GetAsync("/v1/groups?by=department")).Json;
        var card = (await hr.GetAsync($"/v1/people/{view.Keys[0]}")).Json;
        var history = card?["history"]?.AsArray().FirstOrDefault(one => (string?)one!["runId"] == view.Run);
        var reach = view.Rows.Where(row => (double?)row["reachTwoStepsShare"] > 0).ToArray();
        var found = new Dictionary<string, double?>
        {
            ["ranked in the run"] = MoreThanRounded((int?)run?["rankedCount"], view.Total),
            ["ranked in the history"] = (int?)history?["rankedCount"] - view.Total,
            ["ranked on the card"] = (int?)card?["rankedCount"] - view.Total,
            // In both the people without a rank are counted, whose number is the same before and after.
            ["people of the run, less those of its groups"] =
                MoreThanRounded((int?)run?["personCount"], Everybody(groups)),
            ["reach over its share"] = reach.Length == 0 || Everybody(groups) is null ? null : Math.Round(
                reach.Average(row => (double)row["reachTwoSteps"]! / (double)row["reachTwoStepsShare"]!))
                + 1 - Everybody(groups),
        };
        return found.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!.Value);
    }

    /// <summary>
    /// Whether somebody is excluded, from how many the staff list has more than is told: by department, site and job
    /// family, and by what the ranking finds in a department.
    /// </summary>
    public static async Task<Scores> ByStaffListAsync(Prober hr, StaffMember[] staff)
    {
        var scores = new Scores();
        foreach (var (by, valueOf) in new (string, Func<StaffMember, string>)[]
            { ("department", one => one.Department), ("site", one => one.Site), ("jobFamily", one => one.JobFamily) })
        {
            var listed = staff.CountBy(valueOf).ToDictionary();
            foreach (var (name, count) in await AttackAttributes.GroupsAsync(hr, by))
                foreach (var member in staff.Where(one => valueOf(one) == name))
                    scores.Add($"{member.Number}", "", Math.Log(
                        Math.Max(0.02, (double)(listed[name] - count) / listed[name])));
        }
        return scores;
    }

    private static int? Everybody(JsonNode? groups) =>
        groups?["groups"]?.AsArray().Select(group => (int)group!["personCount"]! / (double)group["headcountShare"]!)
            .Select(count => (int?)Math.Round(count)).FirstOrDefault();
}

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Sets the rows of the ranking beside the staff list, as HR: who is who, from department, level, reports and place on
/// the chart, and from what filters leave out.
/// </summary>
internal static class AttackStaffList
{
    /// <returns>Of key and number on the staff list.</returns>
    public static async Task<Scores> RunAsync(Prober hr, StaffMember[] staff)
    {
        var scores = new Scores();
        var view = await HrView.ReadAsync(hr);
        var managers = await ManagersAsync(hr, view);
        var places = ChartPlaces(staff);
        foreach (var row in view.Rows)
        {
            var key = HrView.KeyOf(row);
            var candidates = staff.Where(one =>
                ((string?)row["department"] is not { } department || one.Department == department)
                && ((int?)row["level"] is not { } level || one.Level == level)
                && ((int?)row["directReports"] is not { } reports || one.DirectReports == reports)
                && (!managers.TryGetValue(key, out var found) || found.IsManager == one.DirectReports > 0)
                && (!managers.TryGetValue(key, out var told) || told.Department is null
                    || told.Department == one.Department)).ToArray();
            foreach (var one in candidates)
                scores[key, $"{one.Number}"] = (1.0 / candidates.Length) * ((int?)row["chartPlace"] is { } place
                    ? Math.Exp(-Math.Abs(place - places[one.Number]) / 20.0)
                    : 1);
        }
        return scores;
    }

    /// <summary>
    /// Score less surprise is what level, span, unit and volume explain: the same for people alike in them. Whoever
    /// stands apart from their department is held to be a manager.
    /// </summary>
    public static Scores BySurprise(HrView view)
    {
        var scores = new Scores();
        var rows = view.Rows.Where(row => row["surprise"] is not null).ToArray();
        if (rows.Length < 3)
            return scores;
        double[] values = [.. rows.Select(row => Logit((double)row["score"]!))];
        double[] surprises = [.. rows.Select(row => (double)row["surprise"]!)];
        var (meanValue, meanSurprise) = (values.Average(), surprises.Average());
        var slope = values.Zip(surprises, (value, surprise) => (value - meanValue) * (surprise - meanSurprise)).Sum()
            / surprises.Sum(surprise => (surprise - meanSurprise) * (surprise - meanSurprise));
        foreach (var unit in rows.Index().GroupBy(row => (string?)row.Item["department"]))
        {
            var explained = unit
                .Select(row => (HrView.KeyOf(row.Item), values[row.Index] - slope * surprises[row.Index]))
                .OrderBy(one => one.Item2).ToArray();
            var middle = explained[explained.Length / 2].Item2;
            foreach (var (key, value) in explained)
                scores[key] = Math.Abs(value - middle);
        }
        return scores;

        static double Logit(double score) => Math.Log((score + 0.002) / (1.002 - score));
    }

    /// <summary>Two lists that differ in whoever has reports, by department where it may be asked for.</summary>
    private static async Task<Dictionary<string, (bool IsManager, string? Department)>> ManagersAsync(
        Prober hr, HrView all)
    {
        var found = new Dictionary<string, (bool, string?)>();
        var without = await HrView.ReadAsync(hr, "&managers=exclude");
        if (without.Rows.Length == 0)
            return found;
        foreach (var key in all.Keys)
            found[key] = (!without.Keys.Contains(key), null);
        foreach (var (name, _) in await AttackAttributes.GroupsAsync(hr, "department"))
        {
            var both = await HrView.ReadAsync(hr, $"&department={Uri.EscapeDataString(name)}");
            foreach (var key in both.Keys)
                found[key] = (found[key].Item1, name);
        }
        return found;
    }

    /// <summary>As the chart gives them: level, then people below, then reports; equals share the first.</summary>
    private static Dictionary<int, int> ChartPlaces(StaffMember[] staff)
    {
        var below = staff.ToDictionary(one => one.Number, _ => 0);
        var managers = staff.ToDictionary(one => one.Number, one => one.Manager);
        foreach (var one in staff)
            for (var up = one.Manager; up is { } number; up = managers.GetValueOrDefault(number))
                below[number] = below.GetValueOrDefault(number) + 1;
        return staff.ToDictionary(one => one.Number, one => 1 + staff.Count(other =>
            (other.Level, -below[other.Number], -other.DirectReports)
                .CompareTo((one.Level, -below[one.Number], -one.DirectReports)) < 0));
    }
}

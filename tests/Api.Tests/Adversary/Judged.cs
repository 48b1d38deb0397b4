namespace InfluencerMap.Tests.Adversary;

/// <summary>What an adversary found, held against the truth: the same for the product and for a hole.</summary>
internal static class Judged
{
    /// <summary>Person cards that may be asked for to find where places are missing.</summary>
    public const int CardsMost = 160;

    public static Judge Departments(MadeCompany company, AttackAttributes.Finding found) =>
        Questions.Values(company, found.Targets, one => one.Department, found.Departments);

    public static Judge Teams(MadeCompany company, AttackAttributes.Finding found) =>
        Questions.Values(
            company, found.TeamTargets, one => one.Manager is { } manager ? company.KeyOf(manager) : null, found.Teams);

    /// <summary>Share of the groups too small to be shown whose name and size are known.</summary>
    public static double WithheldKnown(MadeCompany company, AttackAttributes.Finding found)
    {
        (string By, string Name, int Count)[] small =
        [
            .. from trait in new (string Name, Func<StaffMember, string> Of)[]
               {
                   ("department", one => one.Department), ("site", one => one.Site),
                   ("jobFamily", one => one.JobFamily),
               }
               from part in company.Present.CountBy(trait.Of)
               where part.Value < 10
               select (trait.Name, part.Key, part.Value),
        ];
        return (double)small.Count(part => found.Groups.GetValueOrDefault($"{part.By}={part.Name}") == part.Count)
            / small.Length;
    }

    /// <summary>Behind which place somebody excluded or erased was, of all places or the first ones.</summary>
    public static Judge Gaps(MadeCompany company, HrView view, Scores scores, int? top = null) =>
        Gaps(company, view.Keys, [.. company.Stored.Where(one => one.Rank is not null).Select(
            one => one.PersonId.Value)],
            scores, top);

    /// <summary>The same among those shown in the order of betweenness.</summary>
    public static Judge BetweennessGaps(MadeCompany company, HrView view, Scores scores) =>
        Gaps(company,
            [.. view.Rows.Where(row => (double?)row["betweenness"] > 0)
                .OrderByDescending(row => (double)row["betweenness"]!).Select(HrView.KeyOf)],
            [.. company.Stored.Where(one => one is { Rank: not null, Betweenness: > 0 })
                .OrderByDescending(one => one.Betweenness).Select(one => one.PersonId.Value)],
            scores, top: null);

    private static Judge Gaps(MadeCompany company, string[] shown, int[] stored, Scores scores, int? top)
    {
        var (behind, last) = (new HashSet<string>(), (string?)null);
        foreach (var id in stored.Take(top ?? stored.Length))
            if (company.Excluded.Contains(id) || company.Erased.Contains(id))
                behind.UnionWith(last is null ? [] : [last]);
            else
                last = company.KeyOf(id);
        string[] places = [.. shown.Take((top ?? shown.Length) - 1)];
        return Questions.Of([.. behind.Intersect(places)], [.. places.Except(behind)], scores);
    }

    public static Judge Agreed(
        MadeCompany company, AttackConsent.Finding found, Func<string, string>? known = null)
    {
        var agreed = company.Nameable.Select(company.KeyOf).ToHashSet();
        return Questions.Of(agreed, [.. company.Keys.Except(agreed)], found.Scores, known);
    }

    /// <summary>Who of the staff list is excluded.</summary>
    public static Judge Excluded(MadeCompany company, Scores scores) => Questions.Of(
        [.. company.Excluded.Select(number => $"{number}")],
        [.. company.Present.Select(one => $"{one.Number}")], scores);

    /// <summary>
    /// Who is who, of those who stand alone or among few by department, level and reports: rankings must not show
    /// enough to tell them from others like that.
    /// </summary>
    public static Judge Identities(MadeCompany company, Scores scores)
    {
        var counts = company.Staff.CountBy(one => (one.Department, one.Level, one.DirectReports)).ToDictionary();
        string[] few = [.. company.Keys.Where(company.Ranks.ContainsKey).Where(
            key => counts[(company[key].Department, company[key].Level, company[key].DirectReports)] < 10)];
        return Questions.Values(company, few, one => $"{one.Number}", scores);
    }
}

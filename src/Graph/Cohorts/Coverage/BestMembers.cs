using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>
/// The members of greatest value where values simply add up: exact within the quotas of one attribute, whose groups
/// share no one. The attribute that allows least gives the bound.
/// </summary>
internal static class BestMembers
{
    public static (long Sum, Node[] Members) Of(long[] values, CohortConstraints constraints)
    {
        var order = Node.Each(values.Length)
            .Where(node => !constraints.IsExcluded[node])
            .OrderByDescending(node => constraints.IsIncluded[node])
            .ThenByDescending(node => values[node])
            .ThenBy(node => constraints.Standing[node])
            .ToArray();
        var quotas = constraints.Groups.Select(group => group.Quota).Distinct().DefaultIfEmpty(-1);
        return quotas.Select(quota => Within(quota, order, values, constraints)).MinBy(best => best.Sum);
    }

    /// <summary>First who must be in, then each group's best up to its lower bound, then the best that fit.</summary>
    private static (long Sum, Node[] Members) Within(
        int quota, Node[] order, long[] values, CohortConstraints constraints)
    {
        var counts = new int[constraints.Groups.Count];
        var taken = new bool[values.Length];
        var members = new List<Node>();
        Take((node, _) => constraints.IsIncluded[node]);
        Take((_, group) => group >= 0 && counts[group] < constraints.Groups[group].Min);
        Take((_, group) => group < 0 || counts[group] < constraints.Groups[group].Max);
        return (members.Sum(node => values[node]), [.. members]);

        void Take(Func<Node, int, bool> mayJoin)
        {
            foreach (var node in order)
            {
                if (members.Count == constraints.Options.Size)
                    return;
                var group = constraints.GroupsOf(node).FirstOrDefault(g => constraints.Groups[g].Quota == quota, -1);
                if (taken[node] || !mayJoin(node, group))
                    continue;
                taken[node] = true;
                members.Add(node);
                if (group >= 0)
                    counts[group]++;
            }
        }
    }
}

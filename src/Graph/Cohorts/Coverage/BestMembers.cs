namespace InfluencerMap.Graph.Cohorts;

/// <summary>
/// The members of greatest value where values simply add up: exact within the quotas of one attribute, whose groups
/// share no one. The attribute that allows least gives the bound.
/// </summary>
internal static class BestMembers
{
    public static (long Sum, int[] Members) Of(long[] values, CohortWishes wishes)
    {
        var order = Enumerable.Range(0, values.Length)
            .Where(node => !wishes.IsExcluded[node])
            .OrderByDescending(node => wishes.IsIncluded[node])
            .ThenByDescending(node => values[node])
            .ThenBy(node => wishes.Standing[node])
            .ToArray();
        var quotas = wishes.Groups.Select(group => group.Quota).Distinct().DefaultIfEmpty(-1);
        return quotas.Select(quota => Within(quota, order, values, wishes)).MinBy(best => best.Sum);
    }

    /// <summary>First who must be in, then each group's best up to its lower bound, then the best that fit.</summary>
    private static (long Sum, int[] Members) Within(int quota, int[] order, long[] values, CohortWishes wishes)
    {
        var counts = new int[wishes.Groups.Count];
        var taken = new bool[values.Length];
        var members = new List<int>();
        Take((node, _) => wishes.IsIncluded[node]);
        Take((_, group) => group >= 0 && counts[group] < wishes.Groups[group].Min);
        Take((_, group) => group < 0 || counts[group] < wishes.Groups[group].Max);
        return (members.Sum(node => values[node]), [.. members]);

        void Take(Func<int, int, bool> mayJoin)
        {
            foreach (var node in order)
            {
                if (members.Count == wishes.Options.Size)
                    return;
                var group = wishes.GroupsOf(node).FirstOrDefault(g => wishes.Groups[g].Quota == quota, -1);
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

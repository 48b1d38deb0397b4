using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>
/// Replaces members by people of a higher score wherever the cohort loses nothing by it: equal gains are decided
/// by score, also where swaps left a member adding less than when they joined.
/// </summary>
internal static class HigherStanding
{
    private const int SweepsMax = 100;

    /// <summary>In large companies only members who add nobody or one person are worth the search.</summary>
    private const int OwnMaxWhenLarge = 1;

    public static Node[] Of(
        Coverage coverage, CohortConstraints constraints, Feasibility feasibility, IReadOnlyList<Node> chosen,
        IReadOnlySet<Node> kept, CancellationToken cancellation)
    {
        Node[] members = [.. chosen];
        var ownMax = Math.Max(coverage.NodeCount, coverage.ElementCount) <= CohortSearch.SwapAlwaysMax
            ? long.MaxValue
            : OwnMaxWhenLarge;
        var state = new CohortState(coverage, members);
        for (var (sweep, changed) = (0, true); changed && sweep < SweepsMax; sweep++)
        {
            changed = false;
            foreach (var place in Enumerable.Range(0, members.Length)
                .OrderByDescending(place => constraints.Standing[members[place]]).ToArray())
            {
                cancellation.ThrowIfCancellationRequested();
                var member = members[place];
                if (constraints.IsIncluded[member] || kept.Contains(member) || state.OwnOf(place) > ownMax)
                    continue;
                if (Successor(coverage, constraints, feasibility, members, place, state, cancellation)
                    is not { } successor)
                    continue;
                members[place] = successor;
                state = new(coverage, members);
                changed = true;
            }
        }
        return members;
    }

    /// <summary>The highest by score, above the member, who covers as much in the member's place.</summary>
    private static Node? Successor(
        Coverage coverage, CohortConstraints constraints, Feasibility feasibility, Node[] members, int place,
        CohortState state, CancellationToken cancellation)
    {
        var (member, own) = (members[place], state.OwnOf(place));
        long[]? gains = null;
        if (own > 0)
        {
            var weights = state.Uncovered.Copy();
            foreach (var element in coverage.ElementsOf(member, new int[coverage.ElementCount]))
                if (state.OwnerOf(element) == place)
                    weights.Values[element] = 1;
            weights.Slice();
            gains = coverage.WeighAll(weights, constraints.Options.Threads, cancellation);
        }
        var blockedKinds = new HashSet<int>();
        foreach (var node in constraints.ByStanding)
        {
            if (node == member)
                return null;
            if (constraints.IsExcluded[node] || state.IsMember(node) || gains?[node] < own
                || blockedKinds.Contains(feasibility.KindOf(node)))
                continue;
            if (feasibility.CanComplete(members.Select((other, at) => at == place ? node : other)) is true)
                return node;
            blockedKinds.Add(feasibility.KindOf(node));
        }
        return null;
    }
}

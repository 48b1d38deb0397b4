namespace InfluencerMap.Graph.Cohorts;

/// <summary>Draws cohorts that hold to the wishes: everybody in an order drawn anew joins who still fits.</summary>
/// <param name="wishes">What is asked.</param>
/// <param name="feasibility">Answers who fits; knows one cohort at least.</param>
internal sealed class RandomCohorts(CohortWishes wishes, Feasibility feasibility)
{
    public const string TooHard = "no random cohort was found within these quotas in time";

    /// <summary>Steps of search for all draws together; beyond, comparing would take longer than choosing.</summary>
    private const int StepsMax = 20_000;

    private readonly long _stepsBefore = feasibility.StepsTaken;
    private ulong _draw;

    /// <summary>Members of the next one; null where drawing takes too long.</summary>
    public int[]? Next()
    {
        var members = Enumerable.Range(0, wishes.NodeCount).Where(node => wishes.IsIncluded[node]).ToList();
        var order = Enumerable.Range(0, wishes.NodeCount)
            .Where(node => !wishes.IsExcluded[node] && !wishes.IsIncluded[node])
            .OrderBy(node => Hash.Of(wishes.Options.Seed, _draw, (ulong)node))
            .ToArray();
        _draw++;
        // Who was passed over undecided may fit once more members are known: a second round takes them.
        for (var round = 0; round < 2; round++)
            Join(members, order);
        return members.Count == wishes.Options.Size ? [.. members] : null;
    }

    private void Join(List<int> members, int[] order)
    {
        var (isMember, blockedKinds) = (members.ToHashSet(), new HashSet<int>());
        foreach (var node in order)
        {
            if (members.Count == wishes.Options.Size || feasibility.StepsTaken - _stepsBefore > StepsMax)
                return;
            if (isMember.Contains(node) || blockedKinds.Contains(feasibility.KindOf(node)))
                continue;
            members.Add(node);
            var isFit = feasibility.CanComplete(members);
            if (isFit is true)
                continue;
            members.RemoveAt(members.Count - 1);
            if (isFit is false)
                blockedKinds.Add(feasibility.KindOf(node));
        }
    }
}

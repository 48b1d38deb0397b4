using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Draws cohorts that keep the constraints: people join in a newly drawn order if they still fit.</summary>
/// <param name="constraints">What is asked.</param>
/// <param name="feasibility">Answers who fits; knows one cohort at least.</param>
internal sealed class RandomCohorts(CohortConstraints constraints, Feasibility feasibility)
{
    public const string TooHard = "no random cohort was found within these quotas in time";

    /// <summary>Steps of search for all draws together; beyond, comparing would take longer than choosing.</summary>
    private const int StepsMax = 20_000;

    private readonly long _stepsBefore = feasibility.StepsTaken;
    private ulong _draw;

    /// <summary>Members of the next one; null where drawing takes too long.</summary>
    public Node[]? Next()
    {
        var members = Node.Each(constraints.NodeCount).Where(node => constraints.IsIncluded[node]).ToList();
        var order = Node.Each(constraints.NodeCount)
            .Where(node => !constraints.IsExcluded[node] && !constraints.IsIncluded[node])
            .OrderBy(node => Hash.Of(constraints.Options.Seed, _draw, (ulong)node.Index))
            .ToArray();
        _draw++;
        // Who was passed over undecided may fit once more members are known: a second round takes them.
        for (var round = 0; round < 2; round++)
            Join(members, order);
        return members.Count == constraints.Options.Size ? [.. members] : null;
    }

    private void Join(List<Node> members, Node[] order)
    {
        var (isMember, blockedKinds) = (members.ToHashSet(), new HashSet<int>());
        foreach (var node in order)
        {
            if (members.Count == constraints.Options.Size || feasibility.StepsTaken - _stepsBefore > StepsMax)
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

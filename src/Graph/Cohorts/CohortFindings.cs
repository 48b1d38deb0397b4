using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Says of chosen members what each is worth, who waits, and what changed.</summary>
internal sealed class CohortFindings(
    Coverage coverage, CohortConstraints constraints, Feasibility feasibility, PersonIndex people, Node[] members)
{
    private readonly CohortState _state = new(coverage, members);

    public static Cohort Of(
        Coverage coverage, CohortConstraints constraints, Feasibility feasibility, PersonIndex people, Node[] members,
        CohortCertificate certificate, CancellationToken cancellation)
    {
        var report = new CohortFindings(coverage, constraints, feasibility, people, members);
        var isExact = !constraints.Options.Reach.IsSampled;
        return new()
        {
            Options = constraints.Options,
            Members = report.Members(isExact, cancellation),
            WaitList = report.WaitList(cancellation),
            Certificate = certificate,
            NeverReached = isExact ? report.PeopleWhere(report.IsLeftOut) : [],
            FilledFrom = report.FilledFrom(),
            Changes = [.. report.Changes()],
        };
    }

    private CohortMember[] Members(bool isExact, CancellationToken cancellation)
    {
        var alternates = Alternates(cancellation);
        var everything = ElementWeights.Where(new int[coverage.ElementCount], 0);
        var soFar = new CohortState(coverage, []);
        var described = new CohortMember[members.Length];
        for (var place = 0; place < described.Length; place++)
        {
            var (node, owner) = (members[place], place);
            var added = coverage.Weigh(node, soFar.Uncovered);
            soFar.Add(node);
            described[place] = new(
                people[node].Id, People(coverage.Weigh(node, everything)), People(added),
                People(_state.OwnOf(place)),
                isExact ? PeopleWhere(element => _state.OwnerOf(element) == owner) : [], alternates[place]);
        }
        return described;
    }

    private bool IsLeftOut(Node node) =>
        constraints.Reachable.IsTied[node] && _state.Counts[node] == 0 && !_state.IsMember(node);

    /// <summary>
    /// The place after the last member who adds somebody else, where nobody outside would either; null else.
    /// </summary>
    private int? FilledFrom()
    {
        if (Outsiders().Any(node => AddsSomebodyElse(node, _state)))
            return null;
        var soFar = new CohortState(coverage, []);
        var addingCount = 0;
        for (var place = 0; place < members.Length; place++)
        {
            if (AddsSomebodyElse(members[place], soFar))
                addingCount = place + 1;
            soFar.Add(members[place]);
        }
        return addingCount < members.Length ? addingCount + 1 : null;
    }

    private bool AddsSomebodyElse(Node node, CohortState state)
    {
        if (coverage.Weigh(node, state.Uncovered) == 0)
            return false;
        foreach (var element in coverage.ElementsOf(node, new int[coverage.ElementCount]))
            if (state.Counts[element] == 0 && coverage.PersonOf(element) != node)
                return true;
        return false;
    }

    /// <summary>For each member the few who could best stand in, all constraints kept.</summary>
    private CohortCandidate[][] Alternates(CancellationToken cancellation)
    {
        var gains = Array.ConvertAll(members, _ => new long[coverage.NodeCount]);
        Sweep.Over(coverage.NodeCount, constraints.Options.Threads, () =>
        {
            var scratch = new SwapScratch(coverage.ElementCount, members.Length);
            return node =>
            {
                _state.ValueSwaps(node, scratch);
                for (var place = 0; place < gains.Length; place++)
                    gains[place][node] = scratch.Gains[place];
            };
        }, cancellation);
        return [.. gains.Select((byNode, place) => StandIns(place)
            .OrderByDescending(node => byNode[node]).ThenBy(node => constraints.Standing[node])
            .Where(node => Fits(node, place))
            .Take(CohortChoice.AlternatesShown)
            .Select(node => new CohortCandidate(people[node].Id, People(byNode[node])))
            .ToArray())];
    }

    private IEnumerable<Node> StandIns(int place) => constraints.IsIncluded[members[place]] ? [] : Outsiders();

    private IEnumerable<Node> Outsiders() => Node.Each(coverage.NodeCount)
        .Where(node => !constraints.IsExcluded[node] && !_state.IsMember(node));

    private bool Fits(Node node, int place)
    {
        var others = members.Select((member, at) => at == place ? node : member);
        return feasibility.KindOf(node) == feasibility.KindOf(members[place])
            || feasibility.CanComplete(others) is true;
    }

    private CohortCandidate[] WaitList(CancellationToken cancellation)
    {
        var gains = coverage.WeighAll(_state.Uncovered, constraints.Options.Threads, cancellation);
        return [.. Outsiders()
            .OrderByDescending(node => gains[node]).ThenBy(node => constraints.Standing[node])
            .Take(constraints.Options.WaitListSize)
            .Select(node => new CohortCandidate(people[node].Id, People(gains[node])))];
    }

    /// <summary>Pairs those who go with those who come, both by key, so that each line reads as one change.</summary>
    private IEnumerable<CohortChange> Changes()
    {
        var previous = constraints.Options.Previous.ToHashSet();
        if (previous.Count == 0)
            yield break;
        var joiners = new Queue<PersonId>(members.Order()
            .Select(node => people[node].Id).Where(id => !previous.Contains(id)));
        foreach (var id in previous.OrderBy(people.NodeOf).ThenBy(id => id))
        {
            var node = people.NodeOf(id);
            if (node is { } stayed && _state.IsMember(stayed))
                continue;
            yield return new(id, joiners.TryDequeue(out var joiner) ? joiner : null, ReasonFor(node));
        }
        foreach (var joiner in joiners)
            yield return new(null, joiner, ChangeReason.Larger);
    }

    private ChangeReason ReasonFor(Node? gone)
    {
        if (gone is not { } node)
            return ChangeReason.NotInGraph;
        var isAbleToStay = !constraints.IsExcluded[node] && Enumerable.Range(0, members.Length)
            .Any(place => !constraints.IsIncluded[members[place]] && Fits(node, place));
        return isAbleToStay ? ChangeReason.ReachesLess : ChangeReason.Wishes;
    }

    private double People(long elements) => elements * coverage.PeoplePerElement;

    private PersonId[] PeopleWhere(Func<Node, bool> holds) =>
        [.. people.Nodes.Where(holds).Select(node => people[node].Id)];
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Says of chosen members what each is worth, who waits, and what changed.</summary>
internal sealed class CohortFindings
{
    private readonly Coverage _coverage;
    private readonly CohortWishes _wishes;
    private readonly Feasibility _feasibility;
    private readonly PersonIndex _people;
    private readonly int[] _members;
    private readonly CohortState _state;

    private CohortFindings(
        Coverage coverage, CohortWishes wishes, Feasibility feasibility, PersonIndex people, int[] members)
    {
        (_coverage, _wishes, _feasibility, _people, _members) = (coverage, wishes, feasibility, people, members);
        _state = new(coverage, members);
    }

    public static Cohort Of(
        Coverage coverage, CohortWishes wishes, Feasibility feasibility, PersonIndex people, int[] members,
        CohortCertificate certificate, CancellationToken cancellation)
    {
        var report = new CohortFindings(coverage, wishes, feasibility, people, members);
        var isExact = !wishes.Options.Reach.IsSampled;
        return new()
        {
            Options = wishes.Options,
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
        var everything = ElementWeights.Where(new int[_coverage.ElementCount], 0);
        var soFar = new CohortState(_coverage, []);
        var members = new CohortMember[_members.Length];
        for (var place = 0; place < members.Length; place++)
        {
            var (node, owner) = (_members[place], place);
            var added = _coverage.Weigh(node, soFar.Uncovered);
            soFar.Add(node);
            members[place] = new(
                _people.People[node].Id, People(_coverage.Weigh(node, everything)), People(added),
                People(_state.OwnOf(place)),
                isExact ? PeopleWhere(element => _state.OwnerOf(element) == owner) : [], alternates[place]);
        }
        return members;
    }

    private bool IsLeftOut(int node) =>
        _wishes.Reachable.IsTied[node] && _state.Counts[node] == 0 && !_state.IsMember(node);

    /// <summary>
    /// The place after the last member who adds somebody else, where nobody outside would either; null else.
    /// </summary>
    private int? FilledFrom()
    {
        if (Outsiders().Any(AddsSomebodyElse))
            return null;
        var soFar = new CohortState(_coverage, []);
        var buffer = new int[_coverage.ElementCount];
        var addingCount = 0;
        for (var place = 0; place < _members.Length; place++)
        {
            foreach (var element in _coverage.ElementsOf(_members[place], buffer))
                if (soFar.Counts[element] == 0 && _coverage.PersonOf(element) != _members[place])
                    addingCount = place + 1;
            soFar.Add(_members[place]);
        }
        return addingCount < _members.Length ? addingCount + 1 : null;
    }

    private bool AddsSomebodyElse(int node)
    {
        if (_coverage.Weigh(node, _state.Uncovered) == 0)
            return false;
        foreach (var element in _coverage.ElementsOf(node, new int[_coverage.ElementCount]))
            if (_state.Counts[element] == 0 && _coverage.PersonOf(element) != node)
                return true;
        return false;
    }

    /// <summary>For each member the few who could best stand in, all wishes kept.</summary>
    private CohortCandidate[][] Alternates(CancellationToken cancellation)
    {
        var gains = new long[_members.Length][];
        for (var place = 0; place < gains.Length; place++)
            gains[place] = new long[_coverage.NodeCount];
        Sweep.Over(_coverage.NodeCount, _wishes.Options.Threads, () =>
        {
            var scratch = new SwapScratch(_coverage.ElementCount, _members.Length);
            return node =>
            {
                _state.ValueSwaps(node, scratch);
                for (var place = 0; place < gains.Length; place++)
                    gains[place][node] = scratch.Gains[place];
            };
        }, cancellation);
        return [.. gains.Select((byNode, place) => StandIns(place)
            .OrderByDescending(node => byNode[node]).ThenBy(node => _wishes.Standing[node])
            .Where(node => Fits(node, place))
            .Take(CohortChoice.AlternatesShown)
            .Select(node => new CohortCandidate(_people.People[node].Id, People(byNode[node])))
            .ToArray())];
    }

    private IEnumerable<int> StandIns(int place) => _wishes.IsIncluded[_members[place]] ? [] : Outsiders();

    private IEnumerable<int> Outsiders() => Enumerable.Range(0, _coverage.NodeCount)
        .Where(node => !_wishes.IsExcluded[node] && !_state.IsMember(node));

    private bool Fits(int node, int place)
    {
        var others = _members.Select((member, at) => at == place ? node : member);
        return _feasibility.KindOf(node) == _feasibility.KindOf(_members[place])
            || _feasibility.CanComplete(others) is true;
    }

    private CohortCandidate[] WaitList(CancellationToken cancellation)
    {
        var gains = _coverage.WeighAll(_state.Uncovered, _wishes.Options.Threads, cancellation);
        return [.. Outsiders()
            .OrderByDescending(node => gains[node]).ThenBy(node => _wishes.Standing[node])
            .Take(_wishes.Options.WaitListSize)
            .Select(node => new CohortCandidate(_people.People[node].Id, People(gains[node])))];
    }

    /// <summary>Pairs those who go with those who come, both by key, so that each line reads as one change.</summary>
    private IEnumerable<CohortChange> Changes()
    {
        var previous = _wishes.Options.Previous.ToHashSet();
        if (previous.Count == 0)
            yield break;
        var joiners = new Queue<int>(_members.Order()
            .Select(node => _people.People[node].Id).Where(id => !previous.Contains(id)));
        foreach (var id in previous.OrderBy(_people.NodeOf).ThenBy(id => id))
        {
            var node = _people.NodeOf(id);
            if (node >= 0 && _state.IsMember(node))
                continue;
            yield return new(id, joiners.TryDequeue(out var joiner) ? joiner : null, ReasonFor(node));
        }
        foreach (var joiner in joiners)
            yield return new(null, joiner, ChangeReason.Larger);
    }

    private ChangeReason ReasonFor(int node)
    {
        if (node < 0)
            return ChangeReason.NotInGraph;
        var isAbleToStay = !_wishes.IsExcluded[node] && Enumerable.Range(0, _members.Length)
            .Any(place => !_wishes.IsIncluded[_members[place]] && Fits(node, place));
        return isAbleToStay ? ChangeReason.ReachesLess : ChangeReason.Wishes;
    }

    private double People(long elements) => elements * _coverage.PeoplePerElement;

    private int[] PeopleWhere(Func<int, bool> holds) =>
        [.. Enumerable.Range(0, _people.Count).Where(holds).Select(node => _people.People[node].Id)];
}

using System.Collections.Concurrent;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Finds members who together cover much: lazy greedy, then swaps.</summary>
/// <remarks>
/// Lazy greedy (Minoux 1978): what a person adds never grows as others join, so an old value is an upper bound and most
/// people are evaluated once. Equal gains go to the higher score; at the end a member is replaced by somebody with a
/// higher score wherever nothing is lost by it (<see cref="HigherStanding"/>).
/// Up to <see cref="SwapAlwaysMax"/> people and elements swaps are tried after every addition and not only at the end;
/// without quotas a larger cohort then never covers less than a smaller one.
/// </remarks>
internal sealed class CohortSearch(
    Coverage coverage, CohortConstraints constraints, Feasibility feasibility, IReadOnlyCollection<Node> previous,
    CancellationToken cancellation)
{
    public const int SwapAlwaysMax = 5_000;

    private const int SweepsMax = 100;
    private const int SweepsMaxWhenLarge = 6;
    private const int SwapsASweep = 64;

    private readonly HashSet<Node> _kept = [.. previous];
    private readonly List<Node> _members = [];
    private readonly HashSet<int> _blockedKinds = [];
    private PriorityQueue<Node, (long Loss, int Standing)> _byGain = new();
    private CohortState _state = new(coverage, []);

    private int Threads => constraints.Options.Threads;

    /// <summary>The members, in no order.</summary>
    /// <param name="coverage">What each person covers.</param>
    /// <param name="constraints">What is asked; a cohort must exist.</param>
    /// <param name="feasibility">Answers whether some members can be completed.</param>
    /// <param name="previous">Members of an earlier cohort, kept unless a swap adds much.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <param name="start">Members to begin with, as far as they fit, and to replace for any gain.</param>
    public static Node[] Find(
        Coverage coverage, CohortConstraints constraints, Feasibility feasibility, IReadOnlyCollection<Node> previous,
        CancellationToken cancellation, IReadOnlyCollection<Node>? start = null)
    {
        var search = new CohortSearch(coverage, constraints, feasibility, previous, cancellation);
        search.Run(start ?? []);
        return HigherStanding.Of(coverage, constraints, feasibility, search._members, search._kept, cancellation);
    }

    private void Run(IReadOnlyCollection<Node> start)
    {
        _members.AddRange(Node.Each(constraints.NodeCount).Where(node => constraints.IsIncluded[node]));
        foreach (var node in _kept.Concat(start).Distinct().Order())
            if (!constraints.IsIncluded[node] && !constraints.IsExcluded[node]
                && _members.Count < constraints.Options.Size
                && CanAdd(node))
                _members.Add(node);
        Refresh();
        var isSmall = coverage.NodeCount <= SwapAlwaysMax;
        var swapsAlways = isSmall && coverage.ElementCount <= SwapAlwaysMax;
        while (_members.Count < constraints.Options.Size)
        {
            AddBest();
            if (swapsAlways)
                Swap(SweepsMax);
        }
        Swap(isSmall ? SweepsMax : SweepsMaxWhenLarge);
    }

    private bool CanAdd(Node node) => feasibility.CanComplete(_members.Append(node)) is true;

    /// <summary>Values everybody anew: needed where members were taken out, since gains may then have grown.</summary>
    private void Refresh()
    {
        _state = new(coverage, _members);
        _blockedKinds.Clear();
        var gains = coverage.WeighAll(_state.Uncovered, Threads, cancellation);
        _byGain = new(Node.Each(gains.Length)
            .Where(node => !constraints.IsExcluded[node] && !_members.Contains(node))
            .Select(node => (node, (-gains[node], constraints.Standing[node]))));
    }

    private void AddBest()
    {
        if (TryAddBest())
            return;
        // Questions that stayed undecided passed over somebody whom the known completion by now holds.
        Refresh();
        if (!TryAddBest())
            throw new InvalidOperationException("A cohort exists, but no next member was found.");
    }

    private bool TryAddBest()
    {
        while (_byGain.TryDequeue(out var node, out var old))
        {
            var kind = feasibility.KindOf(node);
            if (_blockedKinds.Contains(kind))
                continue;
            var gain = coverage.Weigh(node, _state.Uncovered);
            var key = (-gain, constraints.Standing[node]);
            if (gain < -old.Loss && _byGain.TryPeek(out _, out var next) && key.CompareTo(next) > 0)
            {
                _byGain.Enqueue(node, key);
                continue;
            }
            var isFit = feasibility.CanComplete(_members.Append(node));
            // Whoever does not fit with these members will not fit with more of them.
            if (isFit is false)
                _blockedKinds.Add(kind);
            if (isFit is not true)
                continue;
            _members.Add(node);
            _state.Add(node);
            return true;
        }
        return false;
    }

    private void Swap(int sweepsMax)
    {
        var changed = false;
        _state = new(coverage, _members);
        for (var sweep = 0; sweep < sweepsMax; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            var applied = false;
            foreach (var (node, member) in BestSwaps())
                applied |= TrySwap(node, member);
            if (!applied)
                break;
            changed = true;
        }
        if (changed)
            Refresh();
    }

    /// <summary>For everybody outside, the member whose place they would best take; the greatest gains first.</summary>
    private IEnumerable<(Node Node, Node Member)> BestSwaps()
    {
        var state = _state;
        var leastOwn = Enumerable.Range(0, _members.Count)
            .Where(place => !constraints.IsIncluded[_members[place]])
            .Select(place => state.OwnOf(place)).DefaultIfEmpty(long.MaxValue).Min();
        var found = new ConcurrentBag<(long Gain, Node Node, Node Member)>();
        Sweep.Over(coverage.NodeCount, Threads, () =>
        {
            var scratch = new SwapScratch(coverage.ElementCount, _members.Count);
            return node =>
            {
                if (constraints.IsExcluded[node] || state.IsMember(node)
                    || coverage.Weigh(node, state.Uncovered) == 0
                    || coverage.Weigh(node, state.CoveredOnceAtMost) <= leastOwn)
                    return;
                state.ValueSwaps(node, scratch);
                var best = -1;
                for (var place = 0; place < _members.Count; place++)
                    if (scratch.Gains[place] >= LeastGain(_members[place])
                        && (best < 0 || scratch.Gains[place] > scratch.Gains[best])
                        && FitsInPlaceOf(node, place))
                        best = place;
                if (best >= 0)
                    found.Add((scratch.Gains[best], node, _members[best]));
            };
        }, cancellation);
        return found.OrderByDescending(swap => swap.Gain).ThenBy(swap => constraints.Standing[swap.Node])
            .Take(SwapsASweep)
            .Select(swap => (swap.Node, swap.Member));
    }

    /// <summary>Applies the swap if it still gains after those before it.</summary>
    private bool TrySwap(Node node, Node member)
    {
        var place = _members.IndexOf(member);
        if (place < 0)
            return false;
        var scratch = new SwapScratch(coverage.ElementCount, _members.Count);
        _state.ValueSwaps(node, scratch);
        if (scratch.Gains[place] < LeastGain(member) || !FitsInPlaceOf(node, place))
            return false;
        _members[place] = node;
        if (feasibility.CanComplete(_members) is true)
        {
            _state = new(coverage, _members);
            return true;
        }
        _members[place] = member;
        return false;
    }

    private long LeastGain(Node member)
    {
        if (constraints.IsIncluded[member])
            return long.MaxValue;
        return _kept.Contains(member) ? LeastGainOver(coverage, constraints) : 1;
    }

    /// <summary>Elements that replacing a member of an earlier cohort must add at least.</summary>
    public static int LeastGainOver(Coverage coverage, CohortConstraints constraints) =>
        Math.Max(1, (int)Math.Ceiling(constraints.Options.Continuity * coverage.CoverableCount));

    /// <summary>Whether upper bounds hold; lower ones may still be met by members to come.</summary>
    private bool FitsInPlaceOf(Node node, int place)
    {
        foreach (var group in constraints.GroupsOf(node))
        {
            var count = 0;
            for (var other = 0; other < _members.Count; other++)
                if (other != place && constraints.GroupsOf(_members[other]).Contains(group))
                    count++;
            if (count + 1 > constraints.Groups[group].Max)
                return false;
        }
        return true;
    }
}

using System.Numerics.Tensors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Which of the constraints a question is about.</summary>
/// <param name="Size">The size counts; else any number of members will do.</param>
/// <param name="IsIncluded">Who must be in.</param>
/// <param name="IsExcluded">Who must be out.</param>
/// <param name="Groups">The groups of the constraints, a bound that does not count being 0 or the greatest.</param>
internal sealed record AskedConstraints(int? Size, bool[] IsIncluded, bool[] IsExcluded, QuotaGroup[] Groups);

/// <summary>Whether a cohort exists that holds to the constraints, with or without members already chosen.</summary>
/// <remarks>
/// People of the same groups are alike here, so only their number counts: one whole number per kind of people. The
/// cohort found last, the witness, answers most questions at once: it holds the people asked about already, or does
/// after one exchange. Else <see cref="SeatSearch"/> decides. A no is always a proof; only a question of three or more
/// overlapping attributes may stay undecided.
/// </remarks>
internal sealed class Feasibility
{
    private const int StepsToComplete = 300;
    private const int StepsToExist = 20_000;

    private readonly KindBounds _bounds;
    private readonly int[] _included;
    private readonly bool _isSomebodyInAndOut;
    private int[]? _witness;
    private int[] _witnessCounts = [];

    public Feasibility(CohortConstraints constraints, AskedConstraints asked)
    {
        _bounds = new(constraints, asked);
        _included = new int[_bounds.Available.Length];
        for (var node = 0; node < constraints.NodeCount; node++)
        {
            _isSomebodyInAndOut |= asked.IsIncluded[node] && asked.IsExcluded[node];
            if (asked.IsIncluded[node])
                _included[_bounds.KindOfNode[node]]++;
        }
    }

    /// <summary>Steps that searches have taken so far: what questions have cost.</summary>
    public long StepsTaken { get; private set; }

    /// <summary>Kind of the node: people of one kind are in the same bounded groups.</summary>
    public int KindOf(Node node) => _bounds.KindOfNode[node];

    /// <summary>Whether any cohort holds to the constraints; null where the search did not decide it.</summary>
    public bool? Exists() => _isSomebodyInAndOut ? false : Decide(_included, StepsToExist);

    /// <summary>
    /// Whether these people can be completed to a cohort that keeps the constraints; null where it was not decided.
    /// Once some have a completion, so has each of the next ones that it holds.
    /// </summary>
    public bool? CanComplete(IEnumerable<Node> members)
    {
        var chosen = new int[_included.Length];
        foreach (var member in members)
            chosen[KindOf(member)]++;
        TensorPrimitives.Max<int>(chosen, _included, chosen);
        return Decide(chosen, StepsToComplete);
    }

    private bool? Decide(int[] chosen, int stepsMax)
    {
        var counts = _bounds.CountsOf(chosen);
        if (!_bounds.MayGrow(chosen, counts))
            return false;
        if (_bounds.IsFull(counts))
            return _bounds.Holds(counts) ? Found(chosen, counts) : false;
        if (_witness is not null && (!KindBounds.IsAnyAbove(chosen, _witness) || Exchange(chosen)))
            return true;
        var search = new SeatSearch(_bounds, stepsMax);
        var found = search.Find(chosen);
        StepsTaken += search.StepCount;
        if (found is not null)
            return Found(found, _bounds.CountsOf(found));
        return search.IsDecided ? false : null;
    }

    private bool Found(int[] cohort, int[] counts)
    {
        (_witness, _witnessCounts) = (cohort, counts);
        return true;
    }

    /// <summary>Whether the witness holds the chosen after one of its people gives way to one who is missing.</summary>
    private bool Exchange(int[] chosen)
    {
        var joins = -1;
        for (var kind = 0; kind < chosen.Length; kind++)
        {
            if (chosen[kind] <= _witness![kind])
                continue;
            if (joins >= 0 || chosen[kind] > _witness[kind] + 1)
                return false;
            joins = kind;
        }
        for (var leaves = 0; leaves < chosen.Length; leaves++)
        {
            if (_witness![leaves] <= chosen[leaves])
                continue;
            var counts = (int[])_witnessCounts.Clone();
            foreach (var group in _bounds.GroupsOfKind[leaves])
                counts[group]--;
            foreach (var group in _bounds.GroupsOfKind[joins])
                counts[group]++;
            if (!_bounds.Holds(counts))
                continue;
            var cohort = (int[])_witness.Clone();
            cohort[leaves]--;
            cohort[joins]++;
            return Found(cohort, counts);
        }
        return false;
    }
}

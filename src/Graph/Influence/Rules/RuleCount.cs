using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>How often a rule applied, and to how many people.</summary>
/// <param name="rule">Name of the rule.</param>
/// <param name="unit">What is counted.</param>
internal sealed class RuleCount(string rule, string unit)
{
    private readonly HashSet<int> _people = [];
    private long _count;
    private int _one = -1, _other = -1;

    public HygieneCount Count => InfluenceRules.Named(rule).Count(unit, _count, _people.Count);

    /// <summary>Counts an interaction of two people, of whom either may be nobody.</summary>
    public void Add(PersonId one, PersonId other) => Add(one.Value - 1, other.Value - 1);

    /// <summary>Counts two people by numbers from 0, all nodes or all ids less 1; −1 stands for nobody.</summary>
    public void Add(int one, int other)
    {
        _count++;
        // Interactions come pair by pair: most are of the pair just noted.
        if (one == _one && other == _other)
            return;
        (_one, _other) = (one, other);
        if (one >= 0)
            _people.Add(one);
        if (other >= 0)
            _people.Add(other);
    }
}

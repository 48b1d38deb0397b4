namespace InfluencerMap.Graph.Influence;

/// <summary>How often a rule met two people, and how many people it met.</summary>
internal sealed class Touched
{
    private readonly HashSet<int> _nodes = [];
    private long _count;
    private int _u = -1, _v = -1;

    public void Add(int u, int v)
    {
        _count++;
        // Interactions come pair by pair: most are of the pair just noted.
        if (u == _u && v == _v)
            return;
        (_u, _v) = (u, v);
        _nodes.Add(u);
        _nodes.Add(v);
    }

    public HygieneCount Count(InfluenceRule rule, string unit) => rule.Count(unit, _count, _nodes.Count);
}

namespace InfluencerMap.Graph.Tests;

/// <summary>Burt's formulas from a dense matrix, every sum over all nodes, divisions as they are written.</summary>
internal sealed class NaiveHoles
{
    private readonly int _count;
    private readonly double[,] _both;

    public NaiveHoles(InteractionGraph graph, bool useStrengths)
    {
        _count = graph.NodeCount;
        _both = new double[_count, _count];
        for (var one = 0; one < _count; one++)
            for (var arc = graph.OutOffsets[one]; arc < graph.OutOffsets[one + 1]; arc++)
            {
                _both[one, graph.OutTargets[arc]] += graph.OutStrengths[arc];
                _both[graph.OutTargets[arc], one] += graph.OutStrengths[arc];
            }
        for (var one = 0; one < _count && !useStrengths; one++)
            for (var other = 0; other < _count; other++)
                _both[one, other] = _both[one, other] > 0 ? 1 : 0;
    }

    public double?[] Constraint() => ByNode(1, i => Contacts(i).Sum(j => By(i, j)));

    public double?[] EffectiveSize() => ByNode(1, i => Contacts(i).Sum(j =>
        1 - Others(i, j).Sum(q => P(i, q) * _both[j, q] / Contacts(j).Max(k => _both[j, k]))));

    public double?[] Hierarchy() => ByNode(2, i =>
    {
        var (n, mean) = ((double)Contacts(i).Count(), Contacts(i).Average(j => By(i, j)));
        return Contacts(i).Sum(j => By(i, j) / mean * Math.Log(By(i, j) / mean)) / (n * Math.Log(n));
    });

    private double By(int i, int j) => Math.Pow(P(i, j) + Others(i, j).Sum(q => P(i, q) * P(q, j)), 2);

    private double P(int i, int j) => _both[i, j] / Contacts(i).Sum(k => _both[i, k]);

    private IEnumerable<int> Contacts(int i) => Enumerable.Range(0, _count).Where(j => _both[i, j] > 0);

    private IEnumerable<int> Others(int i, int j) => Contacts(i).Where(q => q != j && _both[q, j] > 0);

    private double?[] ByNode(int contactsMin, Func<int, double> figure) =>
        [.. Enumerable.Range(0, _count).Select(i => Contacts(i).Count() < contactsMin ? (double?)null : figure(i))];
}

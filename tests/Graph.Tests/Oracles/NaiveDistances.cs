namespace InfluencerMap.Graph.Tests;

/// <summary>Steps between all pairs (Floyd 1962), and the measures that follow from them by definition.</summary>
internal sealed class NaiveDistances
{
    private const int NoWay = int.MaxValue / 4;

    private readonly int[][] _steps;

    public NaiveDistances(InteractionGraph graph)
    {
        var nodeCount = graph.NodeCount;
        _steps = [.. Enumerable.Range(0, nodeCount).Select(_ => Enumerable.Repeat(NoWay, nodeCount).ToArray())];
        for (var node = 0; node < nodeCount; node++)
        {
            foreach (var neighbour in graph.OutNeighbours(node))
                _steps[node][neighbour] = 1;
            _steps[node][node] = 0;
        }
        for (var middle = 0; middle < nodeCount; middle++)
            for (var source = 0; source < nodeCount; source++)
                for (var target = 0; target < nodeCount; target++)
                    _steps[source][target] =
                        Math.Min(_steps[source][target], _steps[source][middle] + _steps[middle][target]);
    }

    public int[] Within(int steps) => [.. _steps.Select(row => row.Count(step => step >= 1 && step <= steps))];

    public int[] Reached() => Within(NoWay - 1);

    public double[] Harmonic() => [.. _steps.Select(row => Others(row).Sum(step => 1.0 / step))];

    public double[] Closeness() => [.. _steps.Select(row =>
        Others(row).Any() ? Others(row).Count() / (row.Length - 1.0) / Others(row).Average() : 0)];

    public int[] Eccentricity() => [.. _steps.Select(row => Others(row).DefaultIfEmpty(0).Max())];

    /// <summary>What raw betweenness sums to: the people in between, over all connected ordered pairs.</summary>
    public double PeopleInBetween() => _steps.Sum(row => Others(row).Sum(step => step - 1.0));

    private static IEnumerable<int> Others(int[] row) => row.Where(step => step is >= 1 and < NoWay);
}

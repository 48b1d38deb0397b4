using System.Numerics;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Everybody within some steps of each person, and the person: one row of bits per person.</summary>
/// <remarks>n² / 8 bytes: 1.25 GB for 100,000 people, whatever the number of steps.</remarks>
internal sealed class StepCoverage : Coverage
{
    /// <summary>Up to this many the rows stay under 2 GB.</summary>
    public const int PersonCountMax = 120_000;

    private readonly ulong[][] _rows;

    private StepCoverage(ulong[][] rows, Reachable reachable)
        : base(rows.Length, rows.Length, reachable) => (_rows, CoverableCount) = (rows, reachable.Count);

    public override int CoverableCount { get; }

    /// <param name="graph">Read along the ties.</param>
    /// <param name="stepsMax">Steps at most.</param>
    /// <param name="reachable">Whose being reached counts; nobody covers the others.</param>
    /// <param name="threads">Workers at most.</param>
    /// <param name="cancellation">Ends the searches.</param>
    public static StepCoverage Of(
        InteractionGraph graph, int stepsMax, Reachable reachable, int threads, CancellationToken cancellation)
    {
        if (graph.NodeCount > PersonCountMax)
            throw new ArgumentException(
                $"{graph.NodeCount} people are more than the {PersonCountMax} whose reach in steps fits into memory; "
                + "ask for influence instead.", nameof(graph));
        var rows = new ulong[graph.NodeCount][];
        Sweep.Over(graph.NodeCount, threads, () =>
        {
            var paths = new ShortestPaths(graph);
            return node => rows[node] = RowOf(paths.SearchSteps(node, stepsMax), reachable.Counts);
        }, cancellation);
        return new(rows, reachable);
    }

    public override Node PersonOf(int element) => new(element);

    /// <inheritdoc/>
    /// <remarks>Five planes of prices, 64 people per word.</remarks>
    public override long SweepCost => 5L * NodeCount * ((NodeCount + 63) / 64);

    public override long Weigh(Node node, ElementWeights weights)
    {
        var row = _rows[node];
        var sum = 0L;
        for (var plane = 0; plane < weights.Planes.Length; plane++)
        {
            var bits = weights.Planes[plane].AsSpan(0, row.Length);
            var count = 0;
            for (var word = 0; word < row.Length; word++)
                count += BitOperations.PopCount(row[word] & bits[word]);
            sum += (long)count << plane;
        }
        return sum;
    }

    public override ReadOnlySpan<int> ElementsOf(Node node, int[] buffer)
    {
        var count = 0;
        var row = _rows[node];
        for (var word = 0; word < row.Length; word++)
            for (var bits = row[word]; bits != 0; bits &= bits - 1)
                buffer[count++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
        return buffer.AsSpan(0, count);
    }

    private static ulong[] RowOf(ReadOnlySpan<int> reached, bool[] counts)
    {
        var row = new ulong[(counts.Length + 63) / 64];
        foreach (var node in reached)
            row[node >> 6] |= counts[node] ? 1ul << node : 0;
        return row;
    }
}

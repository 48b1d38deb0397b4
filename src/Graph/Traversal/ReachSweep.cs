using System.Numerics;

namespace InfluencerMap.Graph.Traversal;

/// <summary>
/// Breadth-first search towards 64 targets at once, one bit a target: one worker's state and integer counts.
/// </summary>
/// <remarks>
/// As in MS-BFS (Then et al., VLDB 2014). It runs against the ties, so that the bits found at a node are the people
/// that
/// this node itself reaches. Counts are integers: workers' counts may be added in any order.
/// </remarks>
internal sealed class ReachSweep
{
    private readonly InteractionGraph _graph;
    private readonly ulong[] _seen;
    private ulong[] _front;
    private ulong[] _next;

    public ReachSweep(InteractionGraph graph, int stepsMax)
    {
        _graph = graph;
        _seen = new ulong[graph.NodeCount];
        _front = new ulong[graph.NodeCount];
        _next = new ulong[graph.NodeCount];
        AtStep = new int[stepsMax][];
        for (var step = 0; step < stepsMax; step++)
            AtStep[step] = new int[graph.NodeCount];
        Reached = new int[graph.NodeCount];
        DistanceSum = new long[graph.NodeCount];
        Eccentricity = new int[graph.NodeCount];
    }

    /// <summary>People whom each node reaches in exactly 1, 2, … steps.</summary>
    public int[][] AtStep { get; }

    /// <summary>People whom each node reaches in any number of steps.</summary>
    public int[] Reached { get; }

    /// <summary>Sum of the distances to them.</summary>
    public long[] DistanceSum { get; }

    /// <summary>The greatest of the distances.</summary>
    public int[] Eccentricity { get; }

    /// <summary>Counts the targets of one block; <paramref name="harmonic"/> gets the sums of 1 / distance.</summary>
    public void AddBlock(int first, int end, Span<double> harmonic)
    {
        Array.Clear(_seen);
        Array.Clear(_front);
        for (var target = first; target < end; target++)
            _seen[target] = _front[target] = 1UL << (target - first);
        var allTargets = ulong.MaxValue >> (SourceBlocks.Size - (end - first));
        for (var step = 1; Step(step, allTargets, harmonic); step++)
            (_front, _next) = (_next, _front);
    }

    private bool Step(int step, ulong allTargets, Span<double> harmonic)
    {
        var offsets = _graph.OutOffsets;
        var targets = _graph.OutTargets;
        var (seen, front, next) = (_seen, _front, _next);
        var isAnyFound = false;
        for (var node = 0; node < seen.Length; node++)
        {
            next[node] = 0;
            var missing = allTargets & ~seen[node];
            if (missing == 0)
                continue;
            var found = 0UL;
            foreach (var neighbour in targets[offsets[node]..offsets[node + 1]])
                found |= front[neighbour];
            found &= missing;
            if (found == 0)
                continue;
            isAnyFound = true;
            next[node] = found;
            seen[node] |= found;
            Count(node, step, BitOperations.PopCount(found), harmonic);
        }
        return isAnyFound;
    }

    private void Count(int node, int step, int found, Span<double> harmonic)
    {
        if (step <= AtStep.Length)
            AtStep[step - 1][node] += found;
        Reached[node] += found;
        DistanceSum[node] += (long)found * step;
        Eccentricity[node] = Math.Max(Eccentricity[node], step);
        harmonic[node] += (double)found / step;
    }
}

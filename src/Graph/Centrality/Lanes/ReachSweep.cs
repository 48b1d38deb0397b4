using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Breadth-first search towards 512 targets at once, one bit per target: one worker's state and integer counts.
/// </summary>
/// <remarks>
/// MS-BFS (Then et al., VLDB 2014), one cache line per node. It runs against the ties, so that the bits found at a node
/// are the people that this node itself reaches. Counts are integers: workers' counts may be added in any order.
/// </remarks>
/// <param name="graph">Searched against its ties.</param>
/// <param name="stepsMax">The most steps that are counted in <see cref="AtStep"/>.</param>
/// <param name="keepsSteps">Whether each step is counted by itself; else all up to the most as one.</param>
internal sealed unsafe class ReachSweep(LaneGraph graph, int stepsMax, bool keepsSteps = true) : IDisposable
{
    /// <summary>Targets per block.</summary>
    public const int BlockSize = 512;

    // A pushed arc reads and writes a row; a pulled one only reads, and stops when all targets are found.
    private const int PushCost = 4;

    private readonly NativeArray<Vector512<ulong>> _seen = new(graph.NodeCount);
    private readonly int[] _active = new int[graph.NodeCount];
    private NativeArray<Vector512<ulong>> _front = new(graph.NodeCount), _next = new(graph.NodeCount);
    private int[] _frontNodes = new int[graph.NodeCount], _nextNodes = new int[graph.NodeCount];
    private int _activeCount;
    private int _nextCount;

    /// <summary>
    /// People whom each node reaches in exactly 1, 2, … steps; one list of them all where steps are not kept.
    /// </summary>
    public int[][] AtStep { get; } =
        [.. Enumerable.Range(0, keepsSteps ? stepsMax : 1).Select(_ => new int[graph.NodeCount])];

    /// <summary>People whom each node reaches in any number of steps.</summary>
    public int[] Reached { get; } = new int[graph.NodeCount];

    /// <summary>Sum of the distances to them.</summary>
    public long[] DistanceSum { get; } = new long[graph.NodeCount];

    /// <summary>The greatest of the distances.</summary>
    public int[] Eccentricity { get; } = new int[graph.NodeCount];

    /// <summary>Counts the targets of one block; <paramref name="harmonic"/> gets the sums of 1 / distance.</summary>
    public void AddBlock(int first, int end, Span<double> harmonic)
    {
        Start(first, end);
        for (var step = 1; _nextCount > 0; step++)
        {
            // What was found in the last step is the front of this one. A small front pushes to its neighbours; a large
            // one is pulled by everybody who still lacks a target.
            var frontCount = _nextCount;
            (_front, _next, _frontNodes, _nextNodes, _nextCount) = (_next, _front, _nextNodes, _frontNodes, 0);
            long pushArcCount = 0;
            foreach (var node in _frontNodes.AsSpan(0, frontCount))
                pushArcCount += graph.InDegree(node);
            if (pushArcCount * PushCost < (double)graph.ArcCount * _activeCount / graph.NodeCount)
                Push(frontCount, step, harmonic);
            else
                Pull(step, harmonic);
            foreach (var node in _frontNodes.AsSpan(0, frontCount))
                _front.Pointer[node] = default;
        }
    }

    public void Dispose()
    {
        _seen.Dispose();
        _front.Dispose();
        _next.Dispose();
    }

    private void Start(int first, int end)
    {
        var beyond = Vector512<ulong>.Zero;
        for (var bit = end - first; bit < BlockSize; bit++)
            ((ulong*)&beyond)[bit / 64] |= 1ul << bit;
        _seen.Span.Fill(beyond);
        _activeCount = graph.NodeCount;
        for (var node = 0; node < _activeCount; node++)
            _active[node] = node;
        _nextCount = 0;
        for (var target = first; target < end; target++)
        {
            var bit = target - first;
            ((ulong*)(_seen.Pointer + target))[bit / 64] |= 1ul << bit;
            ((ulong*)(_next.Pointer + target))[bit / 64] |= 1ul << bit;
            _nextNodes[_nextCount++] = target;
        }
    }

    /// <summary>Every node asks those it is tied to what they found a step ago, until it lacks nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pull(int step, Span<double> harmonic)
    {
        var front = _front.Pointer;
        var seen = _seen.Pointer;
        var kept = 0;
        foreach (var node in _active.AsSpan(0, _activeCount))
        {
            var missing = ~seen[node];
            if (missing == Vector512<ulong>.Zero)
                continue;
            _active[kept++] = node;
            var found = Vector512<ulong>.Zero;
            var end = graph.OutTargets + graph.OutOffsets[node + 1];
            for (var arc = graph.OutTargets + graph.OutOffsets[node]; arc < end; arc++)
            {
                // Once nothing missing is left to find, the rest of the row cannot add anything.
                found |= front[*arc];
                if (Vector512.AndNot(missing, found) == Vector512<ulong>.Zero)
                    break;
            }
            found &= missing;
            if (found != Vector512<ulong>.Zero)
                Count(node, found, step, harmonic);
        }
        _activeCount = kept;
    }

    /// <summary>Nodes that were reached in the last step pass it on to all their neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Push(int frontCount, int step, Span<double> harmonic)
    {
        var front = _front.Span;
        var next = _next.Span;
        var touchedCount = 0;
        foreach (var node in _frontNodes.AsSpan(0, frontCount))
        {
            var passed = front[node];
            for (var arc = graph.InOffsets[node]; arc < graph.InOffsets[node + 1]; arc++)
            {
                // A row that is empty was not touched in this step before: note the node once.
                ref var row = ref next[graph.InSources[arc]];
                if (row == Vector512<ulong>.Zero)
                    _nextNodes[touchedCount++] = graph.InSources[arc];
                row |= passed;
            }
        }
        for (var i = 0; i < touchedCount; i++)
        {
            var node = _nextNodes[i];
            // Rows were filled without asking who had seen what: only what is new counts.
            var found = Vector512.AndNot(next[node], _seen.Span[node]);
            if (found == Vector512<ulong>.Zero)
                next[node] = found;
            else
                Count(node, found, step, harmonic);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(int node, Vector512<ulong> found, int step, Span<double> harmonic)
    {
        _seen.Pointer[node] |= found;
        _next.Pointer[node] = found;
        _nextNodes[_nextCount++] = node;
        var count = 0;
        for (var word = 0; word < Vector512<ulong>.Count; word++)
            count += BitOperations.PopCount(((ulong*)(_next.Pointer + node))[word]);
        if (step <= stepsMax)
            AtStep[Math.Min(step, AtStep.Length) - 1][node] += count;
        Reached[node] += count;
        DistanceSum[node] += (long)count * step;
        Eccentricity[node] = Math.Max(Eccentricity[node], step);
        harmonic[node] += (double)count / step;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// <see cref="LaneSteps{T,TLanes}"/> where ties have lengths 1 … 8: one level per distance, and an arc of length k
/// meets the front of k distances ago. Each node keeps the fronts of the last eight distances in one cache line.
/// </summary>
internal static unsafe class LaneLengths<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : struct, ILanes<T>
{
    private const int RingMask = TieLengths.LengthMax - 1;

    /// <inheritdoc cref="LaneSteps{T,TLanes}.Search"/>
    public static bool Search(
        LaneGraph graph, LaneWorkspace<T> work, ReadOnlySpan<int> sources, long visitsMax, int cutoff)
    {
        LaneBatch<T, TLanes>.Start(graph, work, sources);
        work.ShowFront(0);
        Touch(graph, work, distance: 0);
        // One level per distance, empty ones too. After eight empty ones in a row no tie is long enough to go on.
        for (var emptyInARow = 0; emptyInARow < TieLengths.LengthMax && work.LevelCount <= cutoff;)
        {
            var distance = work.LevelCount;
            work.ReserveVisits(graph.NodeCount);
            PullTouched(graph, work, distance);
            emptyInARow = work.EndLevel() == 0 ? emptyInARow + 1 : 0;
            // The new front takes the slot of the one eight distances ago, which no tie can reach now.
            if (distance >= TieLengths.LengthMax)
                work.HideFront(distance - TieLengths.LengthMax);
            work.ShowFront(distance);
            if (work.VisitCount > visitsMax)
                break;
            Touch(graph, work, distance);
        }
        Clear(work);
        return work.VisitCount <= visitsMax;
    }

    /// <inheritdoc cref="LaneSteps{T,TLanes}.Return"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Return(LaneGraph graph, LaneWorkspace<T> work, double* scores, double* squares)
    {
        for (var distance = work.LevelCount - 1; distance >= 1; distance--)
        {
            for (var visit = work.LevelStarts[distance]; visit < work.LevelStarts[distance + 1]; visit++)
            {
                var node = work.VisitNodes[visit];
                var mask = work.VisitMasks[visit];
                var start = graph.OutOffsets[node];
                var hitCount = FindHits(
                    graph.OutTargets + start, graph.OutTargets + graph.OutOffsets[node + 1], graph.OutLengths + start,
                    work.Front, distance, sign: 1, mask, work.Hits, work.HitMasks, out _);
                LaneBatch<T, TLanes>.Finish(graph, work, node, mask, hitCount, scores, squares);
            }
            if (distance + TieLengths.LengthMax < work.LevelCount)
                work.HideFront(distance + TieLengths.LengthMax);
            work.ShowFront(distance);
        }
        for (var distance = Math.Min(work.LevelCount - 1, TieLengths.LengthMax); distance >= 1; distance--)
            work.HideFront(distance);
    }

    /// <summary>Takes away the fronts and marks of nodes that are not gone on from.</summary>
    private static void Clear(LaneWorkspace<T> work)
    {
        for (var level = Math.Max(work.LevelCount - TieLengths.LengthMax, 0); level < work.LevelCount; level++)
            work.HideFront(level);
        new Span<ulong>(work.Touched, work.TouchedWordCount * TieLengths.LengthMax).Clear();
    }

    /// <summary>Marks whom the front of this distance may reach, under the distance at which it would.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Touch(LaneGraph graph, LaneWorkspace<T> work, int distance)
    {
        var seen = work.Seen;
        var touched = work.Touched;
        var wordCount = work.TouchedWordCount;
        for (var visit = work.LevelStarts[distance]; visit < work.LevelStarts[distance + 1]; visit++)
        {
            var mask = work.VisitMasks[visit];
            var end = graph.OutOffsets[work.VisitNodes[visit] + 1];
            for (var arc = graph.OutOffsets[work.VisitNodes[visit]]; arc < end; arc++)
            {
                // Under the distance at which the target would be reached: that is when it is pulled.
                var target = graph.OutTargets[arc];
                var slot = (distance + graph.OutLengths[arc]) & RingMask;
                touched[slot * wordCount + (target >> 6)] |= ((mask & ~seen[target]) != 0 ? 1ul : 0) << target;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PullTouched(LaneGraph graph, LaneWorkspace<T> work, int distance)
    {
        var touched = work.Touched + (distance & RingMask) * work.TouchedWordCount;
        for (var word = 0; word < work.TouchedWordCount; word++)
        {
            for (var bits = touched[word]; bits != 0; bits &= bits - 1)
            {
                var node = word * 64 + BitOperations.TrailingZeroCount(bits);
                var start = graph.InOffsets[node];
                var hitCount = FindHits(
                    graph.InSources + start, graph.InSources + graph.InOffsets[node + 1], graph.InLengths + start,
                    work.Front, distance, sign: -1, ~work.Seen[node], work.Hits, work.HitMasks, out var reached);
                if (reached != 0)
                    LaneBatch<T, TLanes>.CountPaths(work, node, reached, hitCount);
            }
            touched[word] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindHits(
        int* arc, int* end, byte* length, ulong* fronts, int distance, int sign, ulong wanted,
        int* hits, ulong* hitMasks, out ulong met)
    {
        nuint hitCount = 0;
        met = 0;
        for (; arc < end; arc++, length++)
        {
            // An arc of length k meets the front of k distances before (or after, in the backward pass).
            var slot = (uint)(distance + sign * *length) & RingMask;
            var common = fronts[(nuint)(uint)*arc * TieLengths.LengthMax + slot] & wanted;
            hits[hitCount] = *arc;
            hitMasks[hitCount] = common;
            hitCount += common != 0 ? 1u : 0u;
            met |= common;
        }
        return (int)hitCount;
    }
}

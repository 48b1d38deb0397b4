using System.Numerics;
using System.Runtime.CompilerServices;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Brandes 2001 for up to 64 sources at once, one per lane, level by level, every tie one step: path counts are pulled
/// along in-arcs, then coefficients (1 + dependency) / count are pulled back along out-arcs. An arc costs one addition
/// per lane in each pass, and a division is paid once per node and lane.
/// </summary>
/// <remarks>
/// Whether a level is found by scanning all unfinished nodes or only those that the frontier touches is a matter of
/// cost alone: both then pull the same terms in the order of the row, so that the bits are the same.
/// The loops are compiled at full optimisation at once: small graphs are done before tiering would get there.
/// </remarks>
internal static unsafe class LaneSteps<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : struct, ILanes<T>
{
    // Touching an arc costs about four times as much as scanning it: it writes, and the row is scanned anyway.
    private const int TouchCost = 4;

    /// <summary>
    /// Finds all levels up to the cutoff, as long as the nodes are visited at most so many times in all.
    /// </summary>
    /// <returns>False when given up; the workspace is then fit for a new batch.</returns>
    public static bool Search(
        LaneGraph graph, LaneWorkspace<T> work, ReadOnlySpan<int> sources, long visitsMax, int cutoff)
    {
        // Level 0 is the sources themselves, each in its own lane; every further level is found from the one before.
        LaneBatch<T, TLanes>.Start(graph, work, sources);
        work.ShowFront(0);
        work.StartActive(graph.ArcCount);
        while (work.VisitCount <= visitsMax && work.LevelCount <= cutoff && Advance(graph, work))
        {
        }
        work.HideFront(work.LevelCount - 1);
        return work.VisitCount <= visitsMax;
    }

    /// <summary>
    /// After a search, adds the dependencies of all its sources to the scores, and their squares where asked.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Return(LaneGraph graph, LaneWorkspace<T> work, double* scores, double* squares)
    {
        // From the farthest level back. Rows hold path counts before their visit and coefficients after it, so a node
        // finds the coefficients of all that lie one step farther.
        for (var level = work.LevelCount - 1; level >= 1; level--)
        {
            for (var visit = work.LevelStarts[level]; visit < work.LevelStarts[level + 1]; visit++)
            {
                var node = work.VisitNodes[visit];
                var mask = work.VisitMasks[visit];
                var hitCount = FindHits(
                    graph.OutTargets + graph.OutOffsets[node], graph.OutTargets + graph.OutOffsets[node + 1],
                    work.Front, mask, work.Hits, work.HitMasks, out _);
                LaneBatch<T, TLanes>.Finish(graph, work, node, mask, hitCount, scores, squares);
            }
            // The level just finished becomes the front: the level before it looks for successors there alone.
            if (level + 1 < work.LevelCount)
                work.HideFront(level + 1);
            work.ShowFront(level);
        }
        if (work.LevelCount > 1)
            work.HideFront(1);
    }

    /// <summary>Finds the next level; false where there is none.</summary>
    private static bool Advance(LaneGraph graph, LaneWorkspace<T> work)
    {
        // A small front touches few nodes and is followed along its own arcs; a large one is met by scanning everybody
        // whom some lane has not reached.
        var level = work.LevelCount - 1;
        long frontArcCount = 0;
        for (var visit = work.LevelStarts[level]; visit < work.LevelStarts[level + 1]; visit++)
            frontArcCount += graph.OutDegree(work.VisitNodes[visit]);
        work.ReserveVisits(graph.NodeCount);
        if (frontArcCount * TouchCost < work.ActiveArcCount)
            PullTouched(graph, work, level);
        else
            PullActive(graph, work);
        if (work.VisitCount == work.LevelStarts[level + 1])
            return false;
        work.EndLevel();
        work.HideFront(level);
        work.ShowFront(level + 1);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PullActive(LaneGraph graph, LaneWorkspace<T> work)
    {
        var kept = 0;
        long arcCount = 0;
        for (var i = 0; i < work.ActiveCount; i++)
        {
            // Nodes that all lanes have reached leave the list for good; those kept stay ascending.
            var node = work.Active[i];
            if (work.Seen[node] == ulong.MaxValue)
                continue;
            Pull(graph, work, node);
            work.Active[kept++] = node;
            arcCount += graph.InDegree(node);
        }
        work.ActiveCount = kept;
        work.ActiveArcCount = arcCount;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PullTouched(LaneGraph graph, LaneWorkspace<T> work, int level)
    {
        var seen = work.Seen;
        var touched = work.Touched;
        for (var visit = work.LevelStarts[level]; visit < work.LevelStarts[level + 1]; visit++)
        {
            // Mark who may be reached, one bit per node, so that each is pulled once and in ascending order below.
            var mask = work.VisitMasks[visit];
            var end = graph.OutTargets + graph.OutOffsets[work.VisitNodes[visit] + 1];
            for (var arc = graph.OutTargets + graph.OutOffsets[work.VisitNodes[visit]]; arc < end; arc++)
                touched[*arc >> 6] |= ((mask & ~seen[*arc]) != 0 ? 1ul : 0) << *arc;
        }
        for (var word = 0; word < work.TouchedWordCount; word++)
        {
            for (var bits = touched[word]; bits != 0; bits &= bits - 1)
                Pull(graph, work, word * 64 + BitOperations.TrailingZeroCount(bits));
            touched[word] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pull(LaneGraph graph, LaneWorkspace<T> work, int node)
    {
        var hitCount = FindHits(
            graph.InSources + graph.InOffsets[node], graph.InSources + graph.InOffsets[node + 1],
            work.Front, ~work.Seen[node], work.Hits, work.HitMasks, out var reached);
        if (reached != 0)
            LaneBatch<T, TLanes>.CountPaths(work, node, reached, hitCount);
    }

    /// <summary>
    /// The neighbours whose front meets the wanted lanes. Free of branches: the outcome is close to a coin toss.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindHits(
        int* arc, int* end, ulong* front, ulong wanted, int* hits, ulong* hitMasks, out ulong met)
    {
        nuint hitCount = 0;
        met = 0;
        for (; arc < end; arc++)
        {
            // Unsigned, so that no index is extended by sign: these are the most frequent lines of all.
            var common = front[(uint)*arc] & wanted;
            // Always written, and kept only where the count moves on: no branch to mispredict.
            hits[hitCount] = *arc;
            hitMasks[hitCount] = common;
            hitCount += common != 0 ? 1u : 0u;
            met |= common;
        }
        return (int)hitCount;
    }
}

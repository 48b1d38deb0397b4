using System.Numerics;
using System.Runtime.CompilerServices;

namespace InfluencerMap.Graph.Kernels;

/// <summary>What a batch of sources does the same way whether ties are one step each or have lengths.</summary>
internal static unsafe class LaneBatch<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : struct, ILanes<T>
{
    /// <summary>
    /// Puts each source into its lane: the first level of visits. Lanes without a source count as finished.
    /// </summary>
    public static void Start(LaneGraph graph, LaneWorkspace<T> work, ReadOnlySpan<int> sources)
    {
        work.Clear(sources.Length);
        for (var lane = 0; lane < sources.Length; lane++)
        {
            var source = sources[lane];
            work.SourceWeights[lane] = T.CreateChecked(graph.Weights[source]);
            work.Rows[(long)source * LaneWorkspace<T>.Lanes + lane] = T.One;
            work.Seen[source] |= 1ul << lane;
            work.Touched[source >> 6] |= 1ul << source;
        }
        var unused = sources.Length == 64 ? 0 : ulong.MaxValue << sources.Length;
        work.ReserveVisits(sources.Length);
        for (var word = 0; word < work.TouchedWordCount; word++)
        {
            for (var bits = work.Touched[word]; bits != 0; bits &= bits - 1)
            {
                var source = word * 64 + BitOperations.TrailingZeroCount(bits);
                work.AddVisit(source, work.Seen[source] & ~unused);
            }
            work.Touched[word] = 0;
        }
        work.EndLevel();
    }

    /// <summary>Writes the path counts of the hits' lanes that have not seen the node before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CountPaths(LaneWorkspace<T> work, int node, ulong reached, int hitCount)
    {
        TLanes.Gather(work.Sum, work.Rows, work.Hits, work.HitMasks, hitCount);
        TLanes.StoreCounts(work.Rows + (long)node * LaneWorkspace<T>.Lanes, work.Sum, reached, work.Peak);
        work.Seen[node] |= reached;
        work.AddVisit(node, reached);
    }

    /// <summary>
    /// Turns the node's path counts into coefficients and adds its dependencies to its score, and their squares to its
    /// sum of squares where there is one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish(
        LaneGraph graph, LaneWorkspace<T> work, int node, ulong mask, int hitCount, double* scores, double* squares)
    {
        TLanes.Gather(work.Sum, work.Rows, work.Hits, work.HitMasks, hitCount);
        if (squares != null)
            squares[node] += double.CreateTruncating(TLanes.SumSquares(
                work.Rows + (long)node * LaneWorkspace<T>.Lanes, work.Sum, mask, work.Scratch));
        scores[node] += double.CreateTruncating(TLanes.Finish(
            work.Rows + (long)node * LaneWorkspace<T>.Lanes, work.Sum, mask,
            T.CreateTruncating(graph.Weights[node]), work.SourceWeights));
    }
}

using System.Numerics;

namespace InfluencerMap.Graph.Kernels;

/// <summary>Rows one lane at a time: what the vector paths must equal bit for bit.</summary>
internal readonly unsafe struct LanesScalar<T> : ILanes<T> where T : unmanaged, INumber<T>
{
    public static void Gather(T* sum, T* rows, int* hits, ulong* hitMasks, int hitCount)
    {
        new Span<T>(sum, 64).Clear();
        for (var hit = 0; hit < hitCount; hit++)
        {
            var row = rows + (long)hits[hit] * 64;
            for (var mask = hitMasks[hit]; mask != 0; mask &= mask - 1)
                sum[BitOperations.TrailingZeroCount(mask)] += row[BitOperations.TrailingZeroCount(mask)];
        }
    }

    public static void StoreCounts(T* row, T* sum, ulong mask, T* peak)
    {
        for (; mask != 0; mask &= mask - 1)
        {
            var lane = BitOperations.TrailingZeroCount(mask);
            row[lane] = sum[lane];
            peak[lane] = T.Max(peak[lane], sum[lane]);
        }
    }

    public static T Finish(T* row, T* sum, ulong mask, T weight, T* sourceWeights)
    {
        for (var lane = 0; lane < 64; lane++)
        {
            var dependency = T.Zero;
            if ((mask >> lane & 1) != 0)
            {
                dependency = row[lane] * sum[lane];
                row[lane] = (weight + dependency) / row[lane];
                dependency *= sourceWeights[lane];
            }
            sum[lane] = lane < LaneTree.Stride ? dependency : T.Zero;
            if (lane >= LaneTree.Stride)
                sum[lane % LaneTree.Stride] += dependency;
        }
        return LaneTree.Sum(sum);
    }

    public static T SumSquares(T* row, T* sum, ulong mask, T* scratch)
    {
        new Span<T>(scratch, LaneTree.Stride).Clear();
        for (; mask != 0; mask &= mask - 1)
        {
            var lane = BitOperations.TrailingZeroCount(mask);
            var dependency = row[lane] * sum[lane];
            scratch[lane % LaneTree.Stride] += dependency * dependency;
        }
        return LaneTree.Sum(scratch);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Rows in 256-bit vectors, for processors without mask registers: a lane outside the mask adds zero.
/// </summary>
internal readonly unsafe struct Lanes256<T> : ILanes<T> where T : unmanaged, INumber<T>
{
    private const int Group = 4;

    private static int Width => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather(T* sum, T* rows, int* hits, ulong* hitMasks, int hitCount)
    {
        for (var lane = 0; lane < 64; lane += Group * Width)
        {
            var sum0 = Vector256<T>.Zero;
            var sum1 = Vector256<T>.Zero;
            var sum2 = Vector256<T>.Zero;
            var sum3 = Vector256<T>.Zero;
            for (var hit = 0; hit < hitCount; hit++)
            {
                var mask = hitMasks[hit] >> lane;
                var row = rows + (long)hits[hit] * 64 + lane;
                sum0 += Vector256.Load(row) & MaskOf(mask);
                sum1 += Vector256.Load(row + Width) & MaskOf(mask >> Width);
                sum2 += Vector256.Load(row + 2 * Width) & MaskOf(mask >> 2 * Width);
                sum3 += Vector256.Load(row + 3 * Width) & MaskOf(mask >> 3 * Width);
            }
            sum0.Store(sum + lane);
            sum1.Store(sum + lane + Width);
            sum2.Store(sum + lane + 2 * Width);
            sum3.Store(sum + lane + 3 * Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreCounts(T* row, T* sum, ulong mask, T* peak)
    {
        for (var lane = 0; lane < 64; lane += Width)
        {
            var counts = Vector256.Load(sum + lane);
            Vector256.ConditionalSelect(MaskOf(mask >> lane), counts, Vector256.Load(row + lane)).Store(row + lane);
            Vector256.MaxNative(Vector256.Load(peak + lane), counts).Store(peak + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Finish(T* row, T* sum, ulong mask, T weight, T* sourceWeights)
    {
        var weights = Vector256.Create(weight);
        for (var start = 0; start < LaneTree.Stride; start += Width)
        {
            var total = Vector256<T>.Zero;
            for (var lane = start; lane < 64; lane += LaneTree.Stride)
            {
                var lanes = MaskOf(mask >> lane);
                var counts = Vector256.Load(row + lane);
                var dependencies = counts * Vector256.Load(sum + lane);
                Vector256.ConditionalSelect(lanes, (weights + dependencies) / counts, counts).Store(row + lane);
                total += (dependencies * Vector256.Load(sourceWeights + lane)) & lanes;
            }
            total.Store(sum + start);
        }
        return LaneTree.Sum(sum);
    }

    public static T SumSquares(T* row, T* sum, ulong mask, T* scratch)
    {
        for (var start = 0; start < LaneTree.Stride; start += Width)
        {
            var total = Vector256<T>.Zero;
            for (var lane = start; lane < 64; lane += LaneTree.Stride)
            {
                var dependencies = Vector256.Load(row + lane) * Vector256.Load(sum + lane);
                total += (dependencies * dependencies) & MaskOf(mask >> lane);
            }
            total.Store(scratch + start);
        }
        return LaneTree.Sum(scratch);
    }

    /// <summary>All bits set in each lane whose bit is set in the low end of the mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> MaskOf(ulong mask)
    {
        if (sizeof(T) == 8)
        {
            var wide = Vector256.Create(1ul, 2, 4, 8);
            return Vector256.Equals(Vector256.Create(mask) & wide, wide).As<ulong, T>();
        }
        var bits = Vector256.Create(1u, 2, 4, 8, 16, 32, 64, 128);
        return Vector256.Equals(Vector256.Create((uint)mask) & bits, bits).As<uint, T>();
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Rows in 512-bit vectors. Written so that the masks stay in mask registers: look at the machine code after a
/// change.
/// </summary>
internal readonly unsafe struct Lanes512<T> : ILanes<T> where T : unmanaged, INumber<T>
{
    // Four accumulators stay in registers for all hits of a node: a whole row of floats, half a row of doubles.
    private const int Group = 4;

    private static int Width => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather(T* sum, T* rows, int* hits, ulong* hitMasks, int hitCount)
    {
        for (var lane = 0; lane < 64; lane += Group * Width)
        {
            var sum0 = Vector512<T>.Zero;
            var sum1 = Vector512<T>.Zero;
            var sum2 = Vector512<T>.Zero;
            var sum3 = Vector512<T>.Zero;
            // Hits in the order of the row, so that every width adds the same terms in the same order. A lane outside
            // the hit's mask keeps its sum: blending costs less than loading zeros.
            for (nuint hit = 0; hit < (nuint)hitCount; hit++)
            {
                var mask = (byte*)(hitMasks + hit) + lane / 8;
                var row = rows + (nuint)(uint)hits[hit] * 64 + lane;
                sum0 = Add(sum0, row, SignsOf(mask, 0));
                sum1 = Add(sum1, row + Width, SignsOf(mask, 1));
                sum2 = Add(sum2, row + 2 * Width, SignsOf(mask, 2));
                sum3 = Add(sum3, row + 3 * Width, SignsOf(mask, 3));
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
            var counts = Vector512.Load(sum + lane);
            Store(row + lane, MaskOf(mask >> lane, 0), counts);
            Vector512.MaxNative(Vector512.Load(peak + lane), counts).Store(peak + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Finish(T* row, T* sum, ulong mask, T weight, T* sourceWeights)
    {
        var weights = Vector512.Create(weight);
        for (var start = 0; start < LaneTree.Stride; start += Width)
        {
            var total = Vector512<T>.Zero;
            for (var lane = start; lane < 64; lane += LaneTree.Stride)
            {
                // The row held path counts; the coefficients take their place in the lanes of this visit alone.
                var lanes = MaskOf(mask >> lane, 0);
                var counts = Vector512.Load(row + lane);
                var dependencies = counts * Vector512.Load(sum + lane);
                Store(row + lane, lanes, (weights + dependencies) / counts);
                total += (dependencies * Vector512.Load(sourceWeights + lane)) & lanes;
            }
            total.Store(sum + start);
        }
        return LaneTree.Sum(sum);
    }

    public static T SumSquares(T* row, T* sum, ulong mask, T* scratch)
    {
        for (var start = 0; start < LaneTree.Stride; start += Width)
        {
            var total = Vector512<T>.Zero;
            for (var lane = start; lane < 64; lane += LaneTree.Stride)
            {
                var dependencies = Vector512.Load(row + lane) * Vector512.Load(sum + lane);
                total += (dependencies * dependencies) & MaskOf(mask >> lane, 0);
            }
            total.Store(scratch + start);
        }
        return LaneTree.Sum(scratch);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Add(Vector512<T> sum, T* row, Vector512<T> signs) => sizeof(T) == 4
        ? Avx512F.BlendVariable(
            sum.AsSingle(), sum.AsSingle() + Vector512.Load((float*)row), signs.AsSingle()).As<float, T>()
        : Avx512F.BlendVariable(
            sum.AsDouble(), sum.AsDouble() + Vector512.Load((double*)row), signs.AsDouble()).As<double, T>();

    /// <summary>
    /// The sign bit set in each lane of the given vector of the row whose bit is set in the mask: all that blending
    /// reads, and an instruction less than whole lanes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> SignsOf(byte* mask, int vector)
    {
        if (sizeof(T) == 8)
            return Avx512F.ShiftLeftLogicalVariable(
                Vector512.Create((ulong)mask[vector]),
                Vector512.Create(63ul, 62, 61, 60, 59, 58, 57, 56)).As<ulong, T>();
        var half = Vector512.Create(((uint*)mask)[vector / 2]);
        return vector % 2 == 0
            ? Avx512F.ShiftLeftLogicalVariable(half, Vector512.Create(
                31u, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16)).As<uint, T>()
            : Avx512F.ShiftLeftLogicalVariable(half, Vector512.Create(
                15u, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)).As<uint, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* row, Vector512<T> lanes, Vector512<T> values)
    {
        if (sizeof(T) == 4)
            Avx512F.MaskStore((float*)row, lanes.AsSingle(), values.AsSingle());
        else
            Avx512F.MaskStore((double*)row, lanes.AsDouble(), values.AsDouble());
    }

    /// <summary>All bits set in each lane of the given vector of the row whose bit is set in the mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> MaskOf(ulong mask, int vector)
    {
        if (sizeof(T) == 8)
        {
            var bits = Vector512.Create(1ul, 2, 4, 8, 16, 32, 64, 128);
            return Vector512.Equals(Vector512.Create(mask >> (8 * vector)) & bits, bits).As<ulong, T>();
        }
        // Two vectors share one broadcast half of the mask, each with its own bits.
        var half = Vector512.Create((uint)(mask >> (vector / 2 * 32)));
        var low = Vector512.Create(
            1u, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        var high = Vector512.Create(
            1u << 16, 1u << 17, 1u << 18, 1u << 19, 1u << 20, 1u << 21, 1u << 22, 1u << 23,
            1u << 24, 1u << 25, 1u << 26, 1u << 27, 1u << 28, 1u << 29, 1u << 30, 1u << 31);
        return vector % 2 == 0
            ? Vector512.Equals(half & low, low).As<uint, T>()
            : Vector512.Equals(half & high, high).As<uint, T>();
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// The one order in which 64 lanes are added up: lanes 16 apart first, one after the other; then the 16 sums by halves.
/// </summary>
internal static unsafe class LaneTree
{
    public const int Stride = 16;

    /// <summary>Adds 16 sums up by halves, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(T* sums) where T : unmanaged, INumber<T>
    {
        var half = Stride / 2;
        for (; half >= Vector128<T>.Count; half /= 2)
            for (var i = 0; i < half; i += Vector128<T>.Count)
                (Vector128.Load(sums + i) + Vector128.Load(sums + i + half)).Store(sums + i);
        for (; half > 0; half /= 2)
            for (var i = 0; i < half; i++)
                sums[i] += sums[i + half];
        return sums[0];
    }
}

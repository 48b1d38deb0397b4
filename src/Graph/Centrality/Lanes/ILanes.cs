using System.Numerics;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Arithmetic on rows of 64 lanes, one source per lane. Every implementation does the same operations on each lane in
/// the same order, without fused multiply-add or estimates, so that all of them give the same bits.
/// </summary>
/// <typeparam name="T">float, or double in audit mode.</typeparam>
internal unsafe interface ILanes<T> where T : unmanaged, INumber<T>
{
    /// <summary>Lane by lane, the sum of the hits' rows in order, where the hit's mask has the lane.</summary>
    static abstract void Gather(T* sum, T* rows, int* hits, ulong* hitMasks, int hitCount);

    /// <summary>
    /// Writes the sums in the lanes of <paramref name="mask"/>, leaves the others, and raises <paramref
    /// name="peak"/>.
    /// </summary>
    static abstract void StoreCounts(T* row, T* sum, ulong mask, T* peak);

    /// <summary>
    /// Turns path counts into coefficients in the lanes of <paramref name="mask"/>:
    /// dependency = count · sum; row = (weight + dependency) / count.
    /// </summary>
    /// <returns>The dependencies times their source's weight, added up by <see cref="LaneTree"/>.</returns>
    static abstract T Finish(T* row, T* sum, ulong mask, T weight, T* sourceWeights);

    /// <summary>
    /// The squares of the dependencies in the lanes of <paramref name="mask"/>, added up by <see cref="LaneTree"/>:
    /// to be called before <see cref="Finish"/>. <paramref name="scratch"/> has room for 16.
    /// </summary>
    static abstract T SumSquares(T* row, T* sum, ulong mask, T* scratch);
}

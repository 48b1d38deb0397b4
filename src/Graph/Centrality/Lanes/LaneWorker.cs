using System.Numerics;

namespace InfluencerMap.Graph.Kernels;

/// <summary>One worker of the lane engine: block after block in the same memory.</summary>
internal abstract class LaneWorker : IDisposable
{
    public abstract void AddBlock(int first, int end, Span<double> sums);

    /// <summary>Whether a search from these sources visits the nodes at most so many times.</summary>
    public abstract bool VisitsAtMost(long visitsMax, ReadOnlySpan<int> sources);

    public abstract void Dispose();
}

/// <inheritdoc/>
internal sealed unsafe class LaneWorker<T, TLanes>(LaneBrandes engine, int[]? sources) : LaneWorker
    where T : unmanaged, INumber<T>
    where TLanes : struct, ILanes<T>
{
    // Quotients of counts up to here stay in the normal range.
    private static readonly T PathCountMax = T.CreateChecked(
        typeof(T) == typeof(float) ? 1e30 : ScalarBrandes.PathCountMax);

    private readonly LaneGraph _graph = engine.Lanes;
    private readonly LaneWorkspace<T> _work = new(engine.Lanes);
    private readonly int[] _batch = new int[LaneWorkspace<T>.Lanes];
    private BlockKernel? _scalar;
    private double[] _scalarSums = [];

    public override void AddBlock(int first, int end, Span<double> sums)
    {
        var batch = _batch.AsSpan(0, end - first);
        for (var lane = 0; lane < batch.Length; lane++)
            batch[lane] = sources is null ? first + lane : sources[first + lane];

        if (engine.UsesLanes && VisitsAtMost(long.MaxValue, batch) && IsInRange())
            Return(batch, sums);
        else
            foreach (var source in batch)
                AddByScalars(source, sums);
    }

    public override bool VisitsAtMost(long visitsMax, ReadOnlySpan<int> sources) => _graph.OutLengths is null
        ? LaneSteps<T, TLanes>.Search(_graph, _work, sources, visitsMax, engine.Cutoff)
        : LaneLengths<T, TLanes>.Search(_graph, _work, sources, visitsMax, engine.Cutoff);

    public override void Dispose() => _work.Dispose();

    private bool IsInRange()
    {
        for (var lane = 0; lane < LaneWorkspace<T>.Lanes; lane++)
            if (!(_work.Peak[lane] <= PathCountMax))
                return false;
        return true;
    }

    private void Return(ReadOnlySpan<int> batch, Span<double> sums)
    {
        fixed (double* scores = sums)
        {
            var squares = engine.Squares ? scores + _graph.NodeCount : null;
            if (_graph.OutLengths is null)
                LaneSteps<T, TLanes>.Return(_graph, _work, scores, squares);
            else
                LaneLengths<T, TLanes>.Return(_graph, _work, scores, squares);
        }
        if (!engine.Endpoints)
            return;
        for (var visit = _work.LevelStarts[1]; visit < _work.VisitCount; visit++)
            for (var mask = _work.VisitMasks[visit]; mask != 0; mask &= mask - 1)
            {
                sums[_work.VisitNodes[visit]] += 1;
                sums[batch[BitOperations.TrailingZeroCount(mask)]] += 1;
            }
    }

    /// <summary>Does a source alone, in double with exponents, where its paths outnumber the lanes' range.</summary>
    private void AddByScalars(int source, Span<double> sums)
    {
        if (_scalar is null)
            (_scalar, _scalarSums) = engine.NewScalar();
        Array.Clear(_scalarSums);
        var node = engine.NodeAt(source);
        _scalar(node, node + 1, _scalarSums);
        engine.AddScalarSums(source, _scalarSums, sums);
    }
}

using System.Numerics.Tensors;
using System.Runtime.ExceptionServices;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Adds what the sources from <paramref name="first"/> to <paramref name="end"/>, exclusive, contribute to
/// <paramref name="sums"/>, which starts at zero. The working state is the delegate's target: one per worker.
/// </summary>
internal delegate void BlockKernel(int first, int end, Span<double> sums);

/// <summary>
/// Runs a kernel over all sources in blocks on several workers and adds the blocks' sums in block order,
/// so that the totals have the same bits for any number of workers.
/// </summary>
/// <remarks>
/// Two buffers of sums per worker bound the memory: a worker that runs ahead waits until an earlier block is in.
/// Blocks are handed out in ascending order together with a buffer, so the earliest one always goes on.
/// </remarks>
internal sealed class SourceBlocks
{
    /// <summary>Sources per block where none is said; fixed, because it decides the order of additions.</summary>
    public const int Size = 64;

    private readonly object _gate = new();
    private readonly int _sourceCount;
    private readonly int _blockSize;
    private readonly double[] _totals;
    private readonly Stack<double[]> _freeSums;
    private readonly double[]?[] _finishedSums;
    private readonly IProgress<MeasureProgress>? _progress;
    private int _blocksTaken;
    private int _blocksAdded;
    private ExceptionDispatchInfo? _failure;

    private SourceBlocks(
        int sourceCount, int blockSize, int sumCount, int workerCount, IProgress<MeasureProgress>? progress)
    {
        (_sourceCount, _blockSize, _progress) = (sourceCount, blockSize, progress);
        _totals = new double[sumCount];
        _finishedSums = new double[2 * workerCount][];
        _freeSums = new(_finishedSums.Select(_ => new double[sumCount]));
    }

    private int BlockCount => (_sourceCount + _blockSize - 1) / _blockSize;

    /// <summary>The totals over all sources.</summary>
    /// <param name="sourceCount">Sources, numbered from 0 in the order of addition.</param>
    /// <param name="sumCount">Length of the sums and of the result.</param>
    /// <param name="threads">Workers at most; 0 for one per core.</param>
    /// <param name="newWorker">Makes one worker's kernel with its own state; called from that worker.</param>
    /// <param name="progress">Gets a report for every block, in order, from the worker that added it.</param>
    /// <param name="cancellation">Checked once per block.</param>
    /// <param name="blockSize">Sources per block; never to depend on the machine.</param>
    public static double[] Sum(
        int sourceCount, int sumCount, int threads, Func<BlockKernel> newWorker,
        IProgress<MeasureProgress>? progress, CancellationToken cancellation, int blockSize = Size)
    {
        cancellation.ThrowIfCancellationRequested();
        var workerCount = Math.Clamp((sourceCount + blockSize - 1) / blockSize, 1, Workers.CountOf(threads));
        var blocks = new SourceBlocks(sourceCount, blockSize, sumCount, workerCount, progress);
        if (workerCount == 1)
            blocks.Work(newWorker, cancellation);
        else
            Parallel.For(0, workerCount, new() { MaxDegreeOfParallelism = workerCount },
                _ => blocks.Work(newWorker, cancellation));
        blocks._failure?.Throw();
        return blocks._totals;
    }

    private void Work(Func<BlockKernel> newWorker, CancellationToken cancellation)
    {
        BlockKernel? kernel = null;
        try
        {
            while (TryTake(out var block, out var sums))
            {
                cancellation.ThrowIfCancellationRequested();
                kernel ??= newWorker();
                Array.Clear(sums);
                kernel(block * _blockSize, Math.Min((block + 1) * _blockSize, _sourceCount), sums);
                AddInOrder(block, sums);
            }
        }
        catch (Exception exception)
        {
            Stop(exception);
        }
    }

    private bool TryTake(out int block, out double[] sums)
    {
        lock (_gate)
        {
            while (_failure is null && _blocksTaken < BlockCount && _freeSums.Count == 0)
                Monitor.Wait(_gate);
            var isMore = _failure is null && _blocksTaken < BlockCount;
            block = isMore ? _blocksTaken++ : 0;
            sums = isMore ? _freeSums.Pop() : [];
            return isMore;
        }
    }

    private void AddInOrder(int block, double[] sums)
    {
        lock (_gate)
        {
            // Blocks end in any order and are added in theirs: one that is early waits in its slot.
            _finishedSums[block % _finishedSums.Length] = sums;
            while (_finishedSums[_blocksAdded % _finishedSums.Length] is { } next)
            {
                TensorPrimitives.Add<double>(_totals, next, _totals);
                _finishedSums[_blocksAdded % _finishedSums.Length] = null;
                _freeSums.Push(next);
                _blocksAdded++;
                _progress?.Report(new(Math.Min(_blocksAdded * _blockSize, _sourceCount), _sourceCount));
            }
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>
    /// Keeps the first failure for the caller and wakes workers that wait for a block that will not come.
    /// </summary>
    private void Stop(Exception exception)
    {
        lock (_gate)
        {
            _failure ??= ExceptionDispatchInfo.Capture(exception);
            Monitor.PulseAll(_gate);
        }
    }
}

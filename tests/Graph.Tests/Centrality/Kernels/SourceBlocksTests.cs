using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph.Tests;

public class SourceBlocksTests
{
    private const int SourceCount = 40 * SourceBlocks.Size + 5;

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(8), InlineData(64)]
    public void Blocks_are_added_in_order_whoever_finishes_first(int threads)
    {
        // Sums of very different size: any other order of additions gives other bits.
        var expected = new double[2];
        for (var block = 0; block * SourceBlocks.Size < SourceCount; block++)
            for (var sum = 0; sum < 2; sum++)
                expected[sum] += Term(block, sum);

        Assert.Equal(expected, Sum(threads, (first, _, sums) =>
        {
            var block = first / SourceBlocks.Size;
            Thread.SpinWait(block % 7 == 0 ? 50_000 : 50);
            for (var sum = 0; sum < sums.Length; sum++)
                sums[sum] += Term(block, sum);
        }));
    }

    [Theory, InlineData(1), InlineData(3)]
    public void Every_source_is_in_one_block(int threads)
    {
        var seen = new int[SourceCount];
        Sum(threads, (first, end, _) =>
        {
            Assert.Equal(0, first % SourceBlocks.Size);
            for (var source = first; source < end; source++)
                Interlocked.Increment(ref seen[source]);
        });
        Assert.All(seen, times => Assert.Equal(1, times));
    }

    [Theory, InlineData(1), InlineData(3)]
    public void Progress_rises_by_blocks_to_the_end(int threads)
    {
        var reports = new Reports();
        Sum(threads, (_, _, _) => { }, reports);
        Assert.Equal(
            Enumerable.Range(1, 40).Select(block => block * SourceBlocks.Size).Append(SourceCount),
            reports.Seen.Select(report => report.SourcesDone));
        Assert.All(reports.Seen, report => Assert.Equal(SourceCount, report.SourceCount));
    }

    [Theory, InlineData(1), InlineData(3)]
    public void Cancelling_ends_within_a_block_a_worker(int threads)
    {
        using var cancelling = new CancellationTokenSource();
        var blockCount = 0;
        Assert.Throws<OperationCanceledException>(() => SourceBlocks.Sum(
            SourceCount, 2, threads, () => (_, _, _) =>
            {
                if (Interlocked.Increment(ref blockCount) == 5)
                    cancelling.Cancel();
            }, null, cancelling.Token));
        Assert.InRange(blockCount, 5, 5 + threads);
    }

    [Theory, InlineData(1), InlineData(3)]
    public void Failure_of_one_worker_ends_the_others_and_reaches_the_caller_unwrapped(int threads)
    {
        var othersDone = 0;
        var error = Assert.Throws<InvalidDataException>(() => Sum(threads, (first, _, _) =>
        {
            if (first > 0)
            {
                Interlocked.Increment(ref othersDone);
                return;
            }
            WaitUntilNoBufferIsFree(threads, ref othersDone);
            throw new InvalidDataException("Block 0.");
        }));
        Assert.Equal("Block 0.", error.Message);
    }

    [Fact]
    public void Workers_that_run_ahead_wait_for_the_earliest_block()
    {
        const int threads = 3;
        var othersDone = 0;
        var othersDoneBeforeTheFirst = 0;
        Sum(threads, (first, _, _) =>
        {
            if (first > 0)
            {
                Interlocked.Increment(ref othersDone);
                return;
            }
            WaitUntilNoBufferIsFree(threads, ref othersDone);
            othersDoneBeforeTheFirst = Volatile.Read(ref othersDone);
        });
        Assert.Equal(2 * threads - 1, othersDoneBeforeTheFirst);
    }

    [Fact]
    public void No_sources_give_sums_of_zero() =>
        Assert.Equal([0, 0], SourceBlocks.Sum(
            0, 2, 4, () => throw new InvalidOperationException("No worker is needed."), null,
            TestContext.Current.CancellationToken));

    /// <summary>Two buffers a worker, the caller holding one of them; then some time for who would run on.</summary>
    private static void WaitUntilNoBufferIsFree(int threads, ref int othersDone)
    {
        var expected = threads > 1 ? 2 * threads - 1 : 0;
        for (var waited = 0; waited < 1000 && Volatile.Read(ref othersDone) < expected; waited++)
            Thread.Sleep(10);
        Thread.Sleep(20);
    }

    private static double Term(int block, int sum) => Math.Pow(10, (block * 13 + sum) % 17) / 3;

    private static double[] Sum(int threads, BlockKernel kernel, IProgress<MeasureProgress>? progress = null) =>
        SourceBlocks.Sum(SourceCount, 2, threads, () => kernel, progress, TestContext.Current.CancellationToken);

    private sealed class Reports : IProgress<MeasureProgress>
    {
        public List<MeasureProgress> Seen { get; } = [];

        public void Report(MeasureProgress value) => Seen.Add(value);
    }
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph;

/// <summary>How many workers share a loop: as many as asked for, or one per core where 0 are.</summary>
internal static class Workers
{
    public static int CountOf(int threads) => threads > 0 ? threads : Environment.ProcessorCount;

    public static ParallelOptions Of(int threads, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = CountOf(threads), CancellationToken = cancellation };
}

/// <summary>Visits all nodes on several workers; each visit writes its own node's results only.</summary>
internal static class Sweep
{
    private const int NodesAtATime = 64;

    public static void Over(int nodeCount, int threads, Func<Action<Node>> newWorker, CancellationToken cancellation)
    {
        var blockCount = (nodeCount + NodesAtATime - 1) / NodesAtATime;
        Parallel.For(0, blockCount, Workers.Of(threads, cancellation), newWorker, (block, _, visit) =>
        {
            for (var node = block * NodesAtATime; node < Math.Min((block + 1) * NodesAtATime, nodeCount); node++)
                visit(new(node));
            return visit;
        }, _ => { });
    }
}

namespace InfluencerMap.Graph.Company;

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

using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph.Tests;

/// <summary>A worker allocates when it starts and never again.</summary>
public class AllocationTests
{
    private static readonly InteractionGraph Organisation = RandomGraphs.Make(23, directed: true, nodeCountMax: 90);

    [Theory, InlineData(false, false), InlineData(true, false), InlineData(true, true)]
    public void Second_block_of_betweenness_allocates_nothing(bool weighted, bool endpoints)
    {
        var kernel = new ScalarBrandes(
            Organisation, weighted ? TieLengths.FromValues(Organisation) : null, new() { Endpoints = endpoints });
        Assert.Equal(0, BytesOfSecondBlock(kernel.AddBlock, Organisation.NodeCount));
    }

    [Fact]
    public void Second_block_of_a_ladder_beyond_double_allocates_nothing()
    {
        var ladder = KnownGraphs.Ladder(970);
        var kernel = new ScalarBrandes(ladder, null, new());
        Assert.Equal(0, BytesOfSecondBlock(kernel.AddBlock, ladder.NodeCount));
    }

    [Fact]
    public void Second_block_of_reach_allocates_nothing()
    {
        using var lanes = new LaneGraph(Organisation, null, CommunityTree.Walk(Organisation), []);
        using var sweep = new ReachSweep(lanes, stepsMax: 3);
        Assert.Equal(0, BytesOfSecondBlock(sweep.AddBlock, Organisation.NodeCount));
    }

    private static long BytesOfSecondBlock(BlockKernel kernel, int nodeCount)
    {
        var sums = new double[nodeCount];
        kernel(0, 5, sums);
        var before = GC.GetAllocatedBytesForCurrentThread();
        kernel(0, 5, sums);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

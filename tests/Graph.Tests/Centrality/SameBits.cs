using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace InfluencerMap.Graph.Tests;

/// <summary>The same graph gives the same bytes for any number of threads and any order of its ties.</summary>
public class SameBits
{
    private static readonly int[] ThreadCounts = [1, 2, 3, 8];

    [Theory, InlineData(false, false), InlineData(true, false), InlineData(false, true), InlineData(true, true)]
    public void Betweenness_has_one_hash_for_any_number_of_threads(bool directed, bool weighted)
    {
        var graph = Large(directed);
        var lengths = weighted ? TieLengths.FromValues(graph) : null;
        var hashes = ThreadCounts.Select(
            threads => Hash(Measured.Betweenness(graph, new() { Threads = threads }, lengths)));
        Assert.Single(hashes.Distinct());
    }

    [Fact]
    public void Reach_has_one_hash_for_any_number_of_threads()
    {
        var graph = Large(directed: true);
        var reaches = ThreadCounts.Select(threads => Measured.Reach(graph, threads: threads)).ToArray();
        Assert.Single(reaches.Select(reach => Hash(reach.Harmonic)).Distinct());
        Assert.Single(reaches.Select(reach => Hash(reach.Closeness)).Distinct());
        Assert.Single(reaches.Select(reach => Hash([.. reach.Within(2).Select(people => (double)people)])).Distinct());
    }

    [Fact]
    public void Order_of_the_ties_changes_no_bit()
    {
        var ties = RandomGraphs.Ties(2, nodeCountMax: 400, out var nodeCount);
        var scores = Measured.Betweenness(GraphBuilder.Build(nodeCount, ties, directed: true));
        Array.Reverse(ties);
        Assert.Equal(Hash(scores), Hash(Measured.Betweenness(GraphBuilder.Build(nodeCount, ties, directed: true))));
    }

    [Fact]
    public void Negative_number_of_threads_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new BetweennessOptions { Threads = -1 });
        Assert.Contains("-1 threads; the least is 0, for one per core.", error.Message);
    }

    [Fact]
    public void Lengths_of_another_graph_are_refused()
    {
        var lengths = TieLengths.FromStrengths(Large(directed: false));
        Assert.Throws<ArgumentException>(() => Measured.Betweenness(Large(directed: true), null, lengths));
    }

    [Fact]
    public void Cancelled_measures_give_no_scores()
    {
        var cancelled = new CancellationToken(canceled: true);
        var graph = Large(directed: true);
        Assert.Throws<OperationCanceledException>(() => Betweenness.Exact(graph, cancellation: cancelled));
        Assert.Throws<OperationCanceledException>(() => Reach.Compute(graph, cancellation: cancelled));
        Assert.Throws<OperationCanceledException>(() => PageRank.Compute(graph, cancellation: cancelled));
    }

    /// <summary>Several blocks of sources, and path counts that make sums round.</summary>
    internal static InteractionGraph Large(bool directed)
    {
        var random = new Random(1);
        var ties = Enumerable.Range(0, 3000)
            .Select(_ => new Tie(random.Next(500), random.Next(500), random.Next(1, 9)))
            .DistinctBy(tie => (Math.Min(tie.Source, tie.Target), Math.Max(tie.Source, tie.Target)));
        return GraphBuilder.Build(500, [.. ties], directed);
    }

    private static string Hash(double[] scores) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<double>(scores)));
}

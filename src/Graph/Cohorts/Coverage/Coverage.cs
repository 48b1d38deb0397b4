using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>
/// What each person covers: the people within some steps, or the sampled sets that the person stands in. All choosing
/// and bounding is done on this alone.
/// </summary>
internal abstract class Coverage(int nodeCount, int elementCount, Reachable reachable)
{
    public int NodeCount { get; } = nodeCount;

    public int ElementCount { get; } = elementCount;

    /// <summary>Elements that count: the others stand for people whose being reached does not.</summary>
    public abstract int CoverableCount { get; }

    /// <summary>People that a covered element stands for.</summary>
    public double PeoplePerElement => (double)reachable.Count / Math.Max(1, CoverableCount);

    /// <summary>Share of the people who have a tie that so many covered elements are, 0 … 1.</summary>
    public double ShareOf(int covered) => covered * PeoplePerElement / Math.Max(1, reachable.TiedCount);

    /// <summary>The person whom the element stands for being reached.</summary>
    public abstract Node PersonOf(int element);

    /// <summary>About how many operations it takes to weigh all nodes once.</summary>
    public abstract long SweepCost { get; }

    /// <summary>Sum of the weights of what the node covers.</summary>
    public abstract long Weigh(Node node, ElementWeights weights);

    /// <summary>What the node covers, ascending; valid until the buffer is used again.</summary>
    /// <param name="node">The node.</param>
    /// <param name="buffer">Room for <see cref="ElementCount"/> elements.</param>
    public abstract ReadOnlySpan<int> ElementsOf(Node node, int[] buffer);

    /// <summary>The weights of all nodes.</summary>
    public long[] WeighAll(ElementWeights weights, int threads, CancellationToken cancellation)
    {
        var sums = new long[NodeCount];
        Sweep.Over(NodeCount, threads, () => node => sums[node] = Weigh(node, weights), cancellation);
        return sums;
    }

    /// <summary>How many of the nodes cover each element.</summary>
    public int[] CountsOf(IEnumerable<Node> nodes)
    {
        var counts = new int[ElementCount];
        var buffer = new int[ElementCount];
        foreach (var node in nodes)
            foreach (var element in ElementsOf(node, buffer))
                counts[element]++;
        return counts;
    }
}

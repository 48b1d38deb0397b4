using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>
/// Reverse-reachable sets: for a person drawn at random, everybody whose word would get to that person in one drawing
/// of who passes it on. The share of sets that a cohort stands in is the share of people it is expected to reach
/// (Borgs, Brautbar, Chayes, Lucier 2014).
/// </summary>
/// <remarks>
/// Set i takes its randomness from (seed, i) alone. Kept by person: which sets each stands in, ascending.
/// </remarks>
internal sealed class SampledCoverage : Coverage
{
    /// <summary>Memberships that are kept at most: 800 MB while sorted by person.</summary>
    public const int EntriesMax = 100_000_000;

    private readonly int[] _offsets;
    private readonly int[] _sets;

    private readonly Node[] _roots;

    private SampledCoverage(Reachable reachable, Node[] roots, int[] offsets, int[] sets)
        : base(offsets.Length - 1, roots.Length, reachable) => (_roots, _offsets, _sets) = (roots, offsets, sets);

    public override int CoverableCount => ElementCount;

    public int EntryCount => _sets.Length;

    public override long SweepCost => EntryCount + 8L * ElementCount;

    public static SampledCoverage Draw(
        Transmission transmission, Reachable reachable, int setCount, ulong seed, int threads,
        CancellationToken cancellation)
    {
        var blocks = new Node[ReverseSets.BlockCount(setCount)][];
        var ends = new int[setCount];
        ReverseSets.Over(transmission, reachable, setCount, seed, threads, (block, sets) =>
        {
            blocks[block] = sets.Members.ToArray();
            sets.Ends.CopyTo(ends.AsSpan(block * ReverseSets.BlockSize));
        }, cancellation);
        return Sort(transmission.NodeCount, reachable, blocks, ends);
    }

    public override Node PersonOf(int element) => _roots[element];

    public override long Weigh(Node node, ElementWeights weights)
    {
        var sum = 0L;
        var values = weights.Values;
        foreach (var set in _sets.AsSpan(_offsets[node], _offsets[node + 1] - _offsets[node]))
            sum += values[set];
        return sum;
    }

    public override ReadOnlySpan<int> ElementsOf(Node node, int[] buffer) =>
        _sets.AsSpan(_offsets[node], _offsets[node + 1] - _offsets[node]);

    /// <summary>From the members of each set to the sets of each person.</summary>
    private static SampledCoverage Sort(int nodeCount, Reachable reachable, Node[][] blocks, int[] ends)
    {
        var roots = new Node[ends.Length];
        var people = new CountingSort(nodeCount);
        foreach (var block in blocks)
            foreach (var node in block)
                people.Count(node);
        var offsets = people.Offsets();
        var sets = new int[offsets[nodeCount]];
        for (var block = 0; block < blocks.Length; block++)
        {
            var first = block * ReverseSets.BlockSize;
            var set = first;
            var members = blocks[block];
            for (var at = 0; at < members.Length; at++)
            {
                while (at >= ends[set])
                    set++;
                // A set begins with the person that it was drawn for.
                if (at == (set == first ? 0 : ends[set - 1]))
                    roots[set] = members[at];
                sets[people.Place(members[at])] = set;
            }
            blocks[block] = [];
        }
        return new(reachable, roots, offsets, sets);
    }
}

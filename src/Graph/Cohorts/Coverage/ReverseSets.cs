using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Draws reverse-reachable sets in blocks, on several workers.</summary>
internal static class ReverseSets
{
    public const int BlockSize = 256;

    public static int BlockCount(int setCount) => (setCount + BlockSize - 1) / BlockSize;

    /// <summary>Hands each block to <paramref name="take"/>, from whichever worker drew it.</summary>
    public static void Over(
        Transmission transmission, Reachable reachable, int setCount, ulong seed, int threads,
        Action<int, SetBlock> take, CancellationToken cancellation)
    {
        Node[] roots = [.. Node.Each(transmission.NodeCount).Where(node => reachable.Counts[node])];
        var workers = Workers.Of(threads, cancellation);
        Parallel.For(0, BlockCount(setCount), workers, () => new SetBlock(transmission, roots), (block, _, sets) =>
        {
            sets.Draw(block * BlockSize, Math.Min((block + 1) * BlockSize, setCount), seed);
            take(block, sets);
            return sets;
        }, _ => { });
    }

    /// <summary>How many of the sets hold a member: drawn and checked, not kept.</summary>
    public static int CountHit(
        Transmission transmission, Reachable reachable, int setCount, ulong seed, IReadOnlyCollection<Node> members,
        int threads, CancellationToken cancellation)
    {
        var isMember = new bool[transmission.NodeCount];
        foreach (var member in members)
            isMember[member] = true;
        var hits = new int[BlockCount(setCount)];
        Over(
            transmission, reachable, setCount, seed, threads,
            (block, sets) => hits[block] = sets.CountHit(isMember), cancellation);
        return hits.Sum();
    }
}

/// <summary>The sets of one block, one after the other.</summary>
/// <param name="transmission">How likely each tie passes word on.</param>
/// <param name="roots">The people that sets are drawn for, each as often: whose being reached counts.</param>
internal sealed class SetBlock(Transmission transmission, Node[] roots)
{
    private readonly int[] _seenIn = new int[transmission.NodeCount];
    private readonly Node[] _drawn = new Node[transmission.NodeCount];
    private readonly int[] _ends = new int[ReverseSets.BlockSize];
    private Node[] _members = new Node[Math.Max(4096, transmission.NodeCount)];
    private int _mark;
    private int _count;
    private int _setCount;

    public ReadOnlySpan<Node> Members => _members.AsSpan(0, _count);

    /// <summary>Where each set ends in <see cref="Members"/>.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, _setCount);

    public void Draw(int first, int end, ulong seed)
    {
        (_count, _setCount) = (0, 0);
        for (var set = first; set < end; set++)
        {
            if (_members.Length - _count < transmission.NodeCount)
                Array.Resize(ref _members, 2 * _members.Length);
            DrawSet(new Hash(seed, (ulong)set));
            _ends[_setCount++] = _count;
        }
    }

    public int CountHit(bool[] isMember)
    {
        var (hits, at) = (0, 0);
        foreach (var end in Ends)
        {
            var isHit = false;
            for (; at < end; at++)
                isHit |= isMember[_members[at]];
            hits += isHit ? 1 : 0;
        }
        return hits;
    }

    private void DrawSet(Hash hash)
    {
        var mark = ++_mark;
        var head = _count;
        var root = roots[hash.Next() % (ulong)roots.Length];
        _seenIn[root] = mark;
        _members[_count++] = root;
        for (; head < _count; head++)
        {
            var drawnCount = transmission.Draw(_members[head], ref hash, _drawn);
            foreach (var source in _drawn.AsSpan(0, drawnCount))
            {
                if (_seenIn[source] == mark)
                    continue;
                _seenIn[source] = mark;
                _members[_count++] = source;
            }
        }
    }
}

using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph;

/// <summary>The roles of who stands between two people without a tie of their own (Gould, Fernandez 1989).</summary>
/// <param name="Coordinator">All three in one group.</param>
/// <param name="Itinerant">The two in one group, the broker in another.</param>
/// <param name="Representative">From the broker's own group to another: source and broker share a group.</param>
/// <param name="Gatekeeper">From another group to the broker's own: broker and target share a group.</param>
/// <param name="Liaison">Three groups.</param>
/// <param name="Total">All paths brokered, each once.</param>
public readonly record struct BrokerageCounts(
    long Coordinator, long Itinerant, long Representative, long Gatekeeper, long Liaison, long Total);

/// <summary>Brokerage roles by a grouping of the nodes: whole numbers, exact.</summary>
public static class BrokerageRoles
{
    /// <summary>
    /// Counts, for every node v, the paths a → v → c of two ties where a has none to c, by the groups of the three.
    /// </summary>
    /// <param name="graph">
    /// Directed: paths follow the ties. Undirected: each path a – v – c counts once, not in both directions; then one
    /// with one end in v's group is both a representative's and a gatekeeper's, and <c>Total</c> holds it once.
    /// Strengths are not read.
    /// </param>
    /// <param name="groups">The group of each node; paths from and to those without one are not counted.</param>
    /// <param name="threads">Workers at most; 0 for one per core.</param>
    /// <param name="cancellation">Checked once per 64 nodes.</param>
    /// <returns>In node order; null (<see cref="Absence.NoUnit"/>) for who has no group.</returns>
    /// <exception cref="ArgumentException">Graph and grouping are not of one size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of threads.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// As <c>brokerage</c> in R's sna counts directed graphs. All pairs of a neighbour in and one out, from the
    /// numbers per group, without the pairs that are one person or have a tie: O(sum over ties of the shorter row).
    /// </remarks>
    public static BrokerageCounts?[] Count(
        InteractionGraph graph, Grouping groups, int threads = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        groups.RequireFor(graph);
        if (threads < 0)
            Throw.ThreadsNegative(threads);
        cancellation.ThrowIfCancellationRequested();
        var counts = new BrokerageCounts?[graph.NodeCount];
        Sweep.Over(graph.NodeCount, threads, () =>
        {
            var sweep = new RoleSweep(graph, groups);
            return node => counts[node] = sweep.Count(node);
        }, cancellation);
        return counts;
    }
}

/// <summary>One worker's state: how many neighbours of one node are in each group.</summary>
internal sealed class RoleSweep(InteractionGraph graph, Grouping groups)
{
    private readonly SharedNeighbours _shared = new(graph);
    private readonly long[] _into = new long[groups.Count];
    private long _intoAll, _coordinator, _itinerant, _representative, _gatekeeper, _all;

    public BrokerageCounts? Count(Node node)
    {
        if (!groups.Holds(node))
            return null;
        var own = groups.Of(node);
        (_intoAll, _coordinator, _itinerant, _representative, _gatekeeper, _all) = (0, 0, 0, 0, 0, 0);
        foreach (var source in Node.Of(graph.InNeighbours(node)))
            if (groups.Holds(source))
                (_into[groups.Of(source)], _intoAll) = (_into[groups.Of(source)] + 1, _intoAll + 1);
        foreach (var target in Node.Of(graph.OutNeighbours(node)))
            if (groups.Holds(target))
                AddPathsTo(groups.Of(target), own);
        LeaveOutClosed(node, own);
        foreach (var source in Node.Of(graph.InNeighbours(node)))
            if (groups.Holds(source))
                _into[groups.Of(source)] = 0;

        var halved = graph.IsDirected ? 1 : 2;
        var liaison = _all - _coordinator - _itinerant - _representative - _gatekeeper;
        return new(
            _coordinator / halved, _itinerant / halved, _representative, _gatekeeper, liaison / halved, _all / halved);
    }

    /// <summary>From everybody who leads to the node, to one target of a group.</summary>
    private void AddPathsTo(int target, int own)
    {
        _all += _intoAll;
        if (target == own)
            (_coordinator, _gatekeeper) = (_coordinator + _into[own], _gatekeeper + _intoAll - _into[own]);
        else
            (_itinerant, _representative) = (_itinerant + _into[target], _representative + _into[own]);
    }

    /// <summary>Takes back pairs that are one person, and those with a tie of their own.</summary>
    private void LeaveOutClosed(Node node, int own)
    {
        _shared.Mark(node);
        foreach (var source in Node.Of(graph.InNeighbours(node)))
        {
            if (!groups.Holds(source))
                continue;
            if (_shared.IsMarked(source))
                LeaveOut(groups.Of(source), groups.Of(source), own);
            foreach (var (_, other) in _shared.With(source))
                if (groups.Of(new(graph.OutTargets[other])) is >= 0 and var target)
                    LeaveOut(groups.Of(source), target, own);
        }
    }

    private void LeaveOut(int source, int target, int own)
    {
        _all--;
        if (source == own && target == own)
            _coordinator--;
        else if (source == target)
            _itinerant--;
        else if (source == own)
            _representative--;
        else if (target == own)
            _gatekeeper--;
    }
}

namespace InfluencerMap.Graph;

/// <summary>
/// Triangles: the targets that one marked node has in common with others, in ascending order. One worker's state,
/// reused from node to node without allocating.
/// </summary>
internal sealed class SharedNeighbours
{
    private const int NotMarked = -1;

    // Of a row so many times longer than the marked one, the targets are searched and not scanned.
    private const int SearchedFrom = 16;

    private readonly InteractionGraph _graph;
    private readonly int[] _markedArcs;
    private readonly (int Own, int Other)[] _shared;
    private int _marked = NotMarked;

    public SharedNeighbours(InteractionGraph graph)
    {
        _graph = graph;
        _markedArcs = new int[graph.NodeCount];
        Array.Fill(_markedArcs, NotMarked);
        var degreeMax = 0;
        for (var row = 0; row < graph.NodeCount; row++)
            degreeMax = Math.Max(degreeMax, graph.OutNeighbours(row).Length);
        _shared = new (int, int)[degreeMax];
    }

    /// <summary>Marks the targets of one node, in place of those of the one before.</summary>
    public void Mark(int row)
    {
        if (_marked != NotMarked)
            foreach (var target in _graph.OutNeighbours(_marked))
                _markedArcs[target] = NotMarked;
        for (var arc = _graph.OutOffsets[row]; arc < _graph.OutOffsets[row + 1]; arc++)
            _markedArcs[_graph.OutTargets[arc]] = arc;
        _marked = row;
    }

    /// <summary>Whether the marked node has a tie to this one.</summary>
    public bool IsMarked(int other) => _markedArcs[other] != NotMarked;

    /// <summary>The arcs of the marked node and of another that lead to the same target.</summary>
    public ReadOnlySpan<(int Own, int Other)> With(int other)
    {
        var (start, end) = (_graph.OutOffsets[other], _graph.OutOffsets[other + 1]);
        var (ownStart, ownEnd) = (_graph.OutOffsets[_marked], _graph.OutOffsets[_marked + 1]);
        var targets = _graph.OutTargets;
        var count = 0;
        if ((end - start) / SearchedFrom < ownEnd - ownStart)
        {
            for (var arc = start; arc < end; arc++)
                if (_markedArcs[targets[arc]] is >= 0 and var own)
                    _shared[count++] = (own, arc);
        }
        else
        {
            for (var own = ownStart; own < ownEnd; own++)
                if (targets[start..end].BinarySearch(targets[own]) is >= 0 and var place)
                    _shared[count++] = (own, start + place);
        }
        return _shared.AsSpan(0, count);
    }
}

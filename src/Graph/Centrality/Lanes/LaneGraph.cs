namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// A graph as the lane kernels read it: chosen nodes only, numbered by place so that neighbours lie close together,
/// both directions in native memory, rows ascending.
/// </summary>
internal sealed unsafe class LaneGraph : IDisposable
{
    private readonly LaneArcs _outArcs, _inArcs;
    private readonly NativeArray<int> _weights;

    /// <param name="graph">Where the ties come from.</param>
    /// <param name="lengths">Lengths of its ties; null where each is one step.</param>
    /// <param name="nodes">The node at each place; ties to nodes that have no place are left out.</param>
    /// <param name="weights">How many people each node stands for; null where each stands for itself.</param>
    public LaneGraph(InteractionGraph graph, TieLengths? lengths, ReadOnlySpan<int> nodes, ReadOnlySpan<int> weights)
    {
        NodeCount = nodes.Length;
        Places = new int[graph.NodeCount];
        Places.AsSpan().Fill(-1);
        for (var place = 0; place < nodes.Length; place++)
            Places[nodes[place]] = place;

        // Rows fill in the order of the places on the other side, and so ascend without being sorted.
        _outArcs = new(nodes, Places, graph.InOffsets, graph.InSources, lengths is null ? [] : lengths.InLengths);
        _inArcs = graph.IsDirected
            ? new(nodes, Places, graph.OutOffsets, graph.OutTargets, lengths is null ? [] : lengths.OutLengths)
            : _outArcs;
        _weights = new(NodeCount);
        for (var place = 0; place < nodes.Length; place++)
            _weights.Pointer[place] = weights.IsEmpty ? 1 : weights[nodes[place]];
        DegreeMax = Math.Max(_outArcs.DegreeMax, _inArcs.DegreeMax);
    }

    public int NodeCount { get; }

    /// <summary>The place of each of the caller's nodes; −1 where it has none.</summary>
    public int[] Places { get; }

    public int DegreeMax { get; }

    public long ArcCount => _outArcs.Count;

    public int* OutOffsets => _outArcs.Offsets;

    public int* OutTargets => _outArcs.Nodes;

    public int* InOffsets => _inArcs.Offsets;

    public int* InSources => _inArcs.Nodes;

    /// <summary>Lengths, parallel to the targets; null where every tie is one step.</summary>
    public byte* OutLengths => _outArcs.Lengths;

    /// <summary>Lengths, parallel to the sources; null where every tie is one step.</summary>
    public byte* InLengths => _inArcs.Lengths;

    /// <summary>How many people each node stands for.</summary>
    public int* Weights => _weights.Pointer;

    public int OutDegree(int node) => OutOffsets[node + 1] - OutOffsets[node];

    public int InDegree(int node) => InOffsets[node + 1] - InOffsets[node];

    public void Dispose()
    {
        _outArcs.Dispose();
        _inArcs.Dispose();
        _weights.Dispose();
    }
}

/// <summary>One direction of a <see cref="LaneGraph"/>.</summary>
internal sealed unsafe class LaneArcs : IDisposable
{
    private readonly NativeArray<int> _offsets, _nodes;
    private readonly NativeArray<byte>? _lengths;

    /// <summary>Transposes the given rows into places.</summary>
    public LaneArcs(
        ReadOnlySpan<int> nodes, ReadOnlySpan<int> places,
        ReadOnlySpan<int> offsets, ReadOnlySpan<int> neighbours, ReadOnlySpan<byte> lengths)
    {
        var rows = new CountingSort(nodes.Length);
        foreach (var node in nodes)
            foreach (var neighbour in neighbours[offsets[node]..offsets[node + 1]])
                if (places[neighbour] >= 0)
                    rows.Count(places[neighbour]);
        _offsets = NativeArray<int>.Of(rows.Offsets());
        for (var place = 0; place < nodes.Length; place++)
            DegreeMax = Math.Max(DegreeMax, Offsets[place + 1] - Offsets[place]);

        Count = Offsets[nodes.Length];
        _nodes = new(Count);
        _lengths = lengths.IsEmpty ? null : new(Count);
        for (var place = 0; place < nodes.Length; place++)
            for (var arc = offsets[nodes[place]]; arc < offsets[nodes[place] + 1]; arc++)
                if (places[neighbours[arc]] is >= 0 and var row)
                {
                    var slot = rows.Place(row);
                    Nodes[slot] = place;
                    if (!lengths.IsEmpty)
                        Lengths[slot] = lengths[arc];
                }
    }

    public int Count { get; }

    public int DegreeMax { get; }

    public int* Offsets => _offsets.Pointer;

    public int* Nodes => _nodes.Pointer;

    public byte* Lengths => _lengths is null ? null : _lengths.Pointer;

    public void Dispose()
    {
        _offsets.Dispose();
        _nodes.Dispose();
        _lengths?.Dispose();
    }
}

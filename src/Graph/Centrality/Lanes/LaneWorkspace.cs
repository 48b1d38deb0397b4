using System.Numerics;
using System.Runtime.CompilerServices;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// One worker's memory, kept from batch to batch. A row holds path counts in the forward pass and is overwritten by
/// coefficients in the backward pass, so one array of rows serves both passes: 64 · 4 bytes per node, 64 · 8 in double.
/// </summary>
internal sealed unsafe class LaneWorkspace<T>(LaneGraph graph) : IDisposable where T : unmanaged, INumber<T>
{
    public const int Lanes = 64;

    private readonly int _slotCount = SlotCountOf(graph);
    private readonly NativeArray<T> _rows = new((long)graph.NodeCount * Lanes), _vectors = new(4 * Lanes);
    private readonly NativeArray<ulong> _seen = new(graph.NodeCount);
    private readonly NativeArray<ulong> _front = new((long)graph.NodeCount * SlotCountOf(graph));
    private readonly NativeArray<ulong> _touched = new((graph.NodeCount / 64 + 1L) * SlotCountOf(graph));
    private readonly NativeArray<int> _hits = new(graph.DegreeMax + 1);
    private readonly NativeArray<ulong> _hitMasks = new(graph.DegreeMax + 1);
    private readonly NativeArray<int> _active = new(graph.NodeCount);
    private NativeArray<int> _visitNodes = new(4L * graph.NodeCount);
    private NativeArray<ulong> _visitMasks = new(4L * graph.NodeCount);
    private int[] _levelStarts = new int[64];

    public T* Rows => _rows.Pointer;

    public T* Sum => _vectors.Pointer;

    /// <summary>
    /// The largest path count met in each lane: where it is out of bounds, the batch is done again in double.
    /// </summary>
    public T* Peak => _vectors.Pointer + Lanes;

    public T* SourceWeights => _vectors.Pointer + 2 * Lanes;

    public T* Scratch => _vectors.Pointer + 3 * Lanes;

    /// <summary>The lanes that have reached each node.</summary>
    public ulong* Seen => _seen.Pointer;

    /// <summary>
    /// The lanes whose front each node is in; with lengths, one after the other for the last eight distances.
    /// </summary>
    public ulong* Front => _front.Pointer;

    /// <summary>One bit per node that the front may reach; with lengths, a set per distance modulo eight.</summary>
    public ulong* Touched => _touched.Pointer;

    public int TouchedWordCount { get; } = graph.NodeCount / 64 + 1;

    /// <summary>The neighbours that count for the node at hand.</summary>
    public int* Hits => _hits.Pointer;

    /// <summary>The lanes in which each hit counts.</summary>
    public ulong* HitMasks => _hitMasks.Pointer;

    /// <summary>The nodes that some lane has not reached, ascending.</summary>
    public int* Active => _active.Pointer;

    public int ActiveCount { get; set; }

    public long ActiveArcCount { get; set; }

    /// <summary>Every node once per level that reaches it, level by level, ascending within a level.</summary>
    public int* VisitNodes => _visitNodes.Pointer;

    /// <summary>The lanes that reach the node at that level.</summary>
    public ulong* VisitMasks => _visitMasks.Pointer;

    public int VisitCount { get; private set; }

    /// <summary>Where each level starts in the visits, and at <see cref="LevelCount"/> their number.</summary>
    public ReadOnlySpan<int> LevelStarts => _levelStarts;

    public int LevelCount { get; private set; }

    public void Clear(int sourceCount)
    {
        _seen.Span.Fill(sourceCount == Lanes ? 0 : ulong.MaxValue << sourceCount);
        _vectors.Span.Clear();
        (VisitCount, LevelCount) = (0, 0);
    }

    public void StartActive(long arcCount)
    {
        (ActiveCount, ActiveArcCount) = (graph.NodeCount, arcCount);
        for (var node = 0; node < graph.NodeCount; node++)
            Active[node] = node;
    }

    public void ReserveVisits(int count)
    {
        if (VisitCount + count <= _visitNodes.Length)
            return;
        _visitNodes = Grow(_visitNodes, VisitCount + count);
        _visitMasks = Grow(_visitMasks, VisitCount + count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddVisit(int node, ulong mask)
    {
        VisitNodes[VisitCount] = node;
        VisitMasks[VisitCount++] = mask;
    }

    /// <summary>Ends a level and returns its number of visits.</summary>
    public int EndLevel()
    {
        if (LevelCount + 2 > _levelStarts.Length)
            Array.Resize(ref _levelStarts, 2 * _levelStarts.Length);
        _levelStarts[++LevelCount] = VisitCount;
        return VisitCount - _levelStarts[LevelCount - 1];
    }

    /// <summary>Enters a level's visits as its front.</summary>
    public void ShowFront(int level)
    {
        var front = Front + level % _slotCount;
        for (var visit = _levelStarts[level]; visit < _levelStarts[level + 1]; visit++)
            front[(long)VisitNodes[visit] * _slotCount] = VisitMasks[visit];
    }

    /// <summary>Takes a level out of the front, before another takes its place.</summary>
    public void HideFront(int level)
    {
        var front = Front + level % _slotCount;
        for (var visit = _levelStarts[level]; visit < _levelStarts[level + 1]; visit++)
            front[(long)VisitNodes[visit] * _slotCount] = 0;
    }

    public void Dispose()
    {
        _rows.Dispose();
        _vectors.Dispose();
        _seen.Dispose();
        _front.Dispose();
        _touched.Dispose();
        _hits.Dispose();
        _hitMasks.Dispose();
        _active.Dispose();
        _visitNodes.Dispose();
        _visitMasks.Dispose();
    }

    private static int SlotCountOf(LaneGraph graph) => graph.OutLengths is null ? 1 : TieLengths.LengthMax;

    private static NativeArray<TItem> Grow<TItem>(NativeArray<TItem> array, long length) where TItem : unmanaged
    {
        var grown = new NativeArray<TItem>(Math.Max(length, 2 * array.Length));
        array.Span.CopyTo(grown.Span);
        array.Dispose();
        return grown;
    }
}

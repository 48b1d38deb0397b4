namespace InfluencerMap.Graph;

/// <summary>
/// An immutable graph of nodes <c>0 … NodeCount − 1</c> in compressed sparse rows, readable along and against its ties.
/// </summary>
/// <remarks>
/// Built by <see cref="GraphBuilder"/>: no self-ties, no parallel ties, every row ascending by neighbour.
/// An undirected tie is two arcs, and both directions then share one set of arrays.
/// Safe for any number of concurrent readers.
/// </remarks>
public sealed partial class InteractionGraph
{
    private readonly int[] _outOffsets;
    private readonly int[] _outTargets;
    private readonly double[] _outStrengths;
    private readonly int[] _inOffsets;
    private readonly int[] _inSources;
    private readonly double[] _inStrengths;

    internal InteractionGraph(
        bool isDirected, CompressedRows outRows, CompressedRows inRows, int selfTieCount, int mergedTieCount)
    {
        IsDirected = isDirected;
        (_outOffsets, _outTargets, _outStrengths) = outRows;
        (_inOffsets, _inSources, _inStrengths) = inRows;
        SelfTieCount = selfTieCount;
        MergedTieCount = mergedTieCount;
    }

    /// <summary>Number of nodes, including those without any tie.</summary>
    public int NodeCount => _outOffsets.Length - 1;

    /// <summary>Number of arcs: ties of a directed graph, twice the ties of an undirected one.</summary>
    public int ArcCount => _outTargets.Length;

    /// <summary>False when every tie counts both ways.</summary>
    public bool IsDirected { get; }

    /// <summary>How many ties from a node to itself the builder dropped.</summary>
    public int SelfTieCount { get; }

    /// <summary>How many parallel ties the builder merged into an earlier one, adding the strengths.</summary>
    public int MergedTieCount { get; }

    /// <summary>Row starts into <see cref="OutTargets"/>; length <c>NodeCount + 1</c>.</summary>
    public ReadOnlySpan<int> OutOffsets => _outOffsets;

    /// <summary>Targets of all arcs, row by row, ascending within a row; length <c>ArcCount</c>.</summary>
    public ReadOnlySpan<int> OutTargets => _outTargets;

    /// <summary>Strengths, parallel to <see cref="OutTargets"/>.</summary>
    public ReadOnlySpan<double> OutStrengths => _outStrengths;

    /// <summary>Row starts into <see cref="InSources"/>; length <c>NodeCount + 1</c>.</summary>
    public ReadOnlySpan<int> InOffsets => _inOffsets;

    /// <summary>
    /// Sources of all arcs, row by row of their targets, ascending within a row; length <c>ArcCount</c>.
    /// </summary>
    public ReadOnlySpan<int> InSources => _inSources;

    /// <summary>Strengths, parallel to <see cref="InSources"/>.</summary>
    public ReadOnlySpan<double> InStrengths => _inStrengths;

    /// <summary>The nodes that <paramref name="node"/> has a tie to, ascending.</summary>
    public ReadOnlySpan<int> OutNeighbours(int node) => _outTargets.AsSpan(_outOffsets[node].._outOffsets[node + 1]);

    /// <summary>The nodes that have a tie to <paramref name="node"/>, ascending.</summary>
    public ReadOnlySpan<int> InNeighbours(int node) => _inSources.AsSpan(_inOffsets[node].._inOffsets[node + 1]);

    /// <summary>The same ties, each turned round; an undirected graph is its own reverse. Copies nothing.</summary>
    public InteractionGraph Reversed() => IsDirected
        ? new(
            true, new(_inOffsets, _inSources, _inStrengths), new(_outOffsets, _outTargets, _outStrengths),
            SelfTieCount, MergedTieCount)
        : this;
}

/// <summary>One direction of a graph: row starts, neighbours and their strengths.</summary>
internal readonly record struct CompressedRows(int[] Offsets, int[] Neighbours, double[] Strengths);

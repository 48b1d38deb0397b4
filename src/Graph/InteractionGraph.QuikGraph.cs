using System.Diagnostics.CodeAnalysis;
using QuikGraph;

namespace InfluencerMap.Graph;

/// <remarks>
/// As a QuikGraph graph it is its arcs: always directed, an undirected tie being one arc each way, so that
/// <c>EdgeCount</c> is <see cref="ArcCount"/> and <c>Degree</c> counts both arcs of such a tie;
/// <see cref="AsUndirected"/> has each tie once. Lookups are binary searches in a row; edges are created on the way out
/// and hold the strength, which is not a length.
/// </remarks>
public sealed partial class InteractionGraph : IBidirectionalGraph<int, Tie>
{
    /// <summary>
    /// The same graph for QuikGraph's undirected algorithms: each tie is one edge, and a vertex's degree is the number
    /// of its neighbours. Copies nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">The graph is directed.</exception>
    public IUndirectedGraph<int, Tie> AsUndirected() =>
        !IsDirected ? new UndirectedFace(this) : throw new InvalidOperationException(
            "The graph is directed, and its ties do not count both ways. Build it with directed: false, or read it "
            + "through QuikGraph's UndirectedBidirectionalGraph, which keeps each arc as an edge.");

    bool IGraph<int, Tie>.IsDirected => true;

    bool IGraph<int, Tie>.AllowParallelEdges => false;

    bool IVertexSet<int>.IsVerticesEmpty => NodeCount == 0;

    int IVertexSet<int>.VertexCount => NodeCount;

    IEnumerable<int> IVertexSet<int>.Vertices => Enumerable.Range(0, NodeCount);

    bool IImplicitVertexSet<int>.ContainsVertex(int vertex) => Contains(vertex);

    bool IEdgeSet<int, Tie>.IsEdgesEmpty => ArcCount == 0;

    int IEdgeSet<int, Tie>.EdgeCount => ArcCount;

    IEnumerable<Tie> IEdgeSet<int, Tie>.Edges => Enumerable.Range(0, NodeCount).SelectMany(OutTies);

    bool IEdgeSet<int, Tie>.ContainsEdge(Tie edge) =>
        TryFindArc(edge.Source, edge.Target, out var arc) && _outStrengths[arc].Equals(edge.Strength);

    bool IIncidenceGraph<int, Tie>.ContainsEdge(int source, int target) => TryFindArc(source, target, out _);

    bool IIncidenceGraph<int, Tie>.TryGetEdge(int source, int target, out Tie edge)
    {
        var found = TryFindArc(source, target, out var arc);
        edge = found ? OutTie(source, arc) : default;
        return found;
    }

    bool IIncidenceGraph<int, Tie>.TryGetEdges(int source, int target, [NotNullWhen(true)] out IEnumerable<Tie>? edges)
    {
        edges = !Contains(source) || !Contains(target) ? null
            : TryFindArc(source, target, out var arc) ? [OutTie(source, arc)]
            : [];
        return edges is not null;
    }

    bool IImplicitGraph<int, Tie>.IsOutEdgesEmpty(int vertex) => OutDegree(vertex) == 0;

    int IImplicitGraph<int, Tie>.OutDegree(int vertex) => OutDegree(vertex);

    IEnumerable<Tie> IImplicitGraph<int, Tie>.OutEdges(int vertex) => OutTies(Known(vertex));

    bool IImplicitGraph<int, Tie>.TryGetOutEdges(int vertex, [NotNullWhen(true)] out IEnumerable<Tie>? edges)
    {
        edges = Contains(vertex) ? OutTies(vertex) : null;
        return edges is not null;
    }

    Tie IImplicitGraph<int, Tie>.OutEdge(int vertex, int index) =>
        OutTie(vertex, InRow(index, OutDegree(vertex)) + _outOffsets[vertex]);

    bool IBidirectionalIncidenceGraph<int, Tie>.IsInEdgesEmpty(int vertex) => InDegree(vertex) == 0;

    int IBidirectionalIncidenceGraph<int, Tie>.InDegree(int vertex) => InDegree(vertex);

    IEnumerable<Tie> IBidirectionalIncidenceGraph<int, Tie>.InEdges(int vertex) => InTies(Known(vertex));

    bool IBidirectionalIncidenceGraph<int, Tie>.TryGetInEdges(
        int vertex, [NotNullWhen(true)] out IEnumerable<Tie>? edges)
    {
        edges = Contains(vertex) ? InTies(vertex) : null;
        return edges is not null;
    }

    Tie IBidirectionalIncidenceGraph<int, Tie>.InEdge(int vertex, int index) =>
        InTie(vertex, InRow(index, InDegree(vertex)) + _inOffsets[vertex]);

    int IBidirectionalIncidenceGraph<int, Tie>.Degree(int vertex) => OutDegree(vertex) + InDegree(vertex);

    private bool Contains(int vertex) => (uint)vertex < (uint)NodeCount;

    private int Known(int vertex)
    {
        if (!Contains(vertex))
            Throw.NoSuchVertex(vertex, NodeCount);
        return vertex;
    }

    private static int InRow(int index, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, degree);
        return index;
    }

    private int OutDegree(int vertex) => OutNeighbours(Known(vertex)).Length;

    private int InDegree(int vertex) => InNeighbours(Known(vertex)).Length;

    private bool TryFindArc(int source, int target, out int arc)
    {
        arc = Contains(source) ? OutNeighbours(source).BinarySearch(target) : -1;
        if (arc < 0)
            return false;
        arc += _outOffsets[source];
        return true;
    }

    private Tie OutTie(int source, int arc) => new(source, _outTargets[arc], _outStrengths[arc]);

    private Tie InTie(int target, int arc) => new(_inSources[arc], target, _inStrengths[arc]);

    private IEnumerable<Tie> OutTies(int source) =>
        Enumerable.Range(_outOffsets[source], OutNeighbours(source).Length).Select(arc => OutTie(source, arc));

    private IEnumerable<Tie> InTies(int target) =>
        Enumerable.Range(_inOffsets[target], InNeighbours(target).Length).Select(arc => InTie(target, arc));
}
